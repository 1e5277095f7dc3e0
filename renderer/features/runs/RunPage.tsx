import { useShownError } from '../../app/store/shown-error.ts';
import { ErrorState } from '../../ui/state/ErrorState.tsx';
import { useRunQuery } from './queries.ts';
import { RunSkeleton } from './RunSkeleton.tsx';
import { RunWorkspace } from './RunWorkspace.tsx';
import { useWorkspace } from './use-workspace.ts';

/** A run by its id. While another one is on its way, the last one stays, dimmed. */
export function RunPage({ run }: { run: string }) {
  const leaving = useWorkspace((state) => state.leaving);
  const { data, currentData, error, refetch } = useRunQuery(run);
  const failure = useShownError(error);
  if (data === undefined || data.run.id === leaving) {
    return failure === null ? (
      <RunSkeleton />
    ) : (
      <ErrorState heading="Run" error={failure} onRetry={() => void refetch()} />
    );
  }
  return (
    <RunWorkspace
      detail={data}
      isStale={currentData === undefined || error !== undefined}
      error={failure}
      onRetry={() => void refetch()}
    />
  );
}
