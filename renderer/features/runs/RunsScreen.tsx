import { useMemo } from 'react';
import type { ApiError } from '#shared/contract/errors.ts';
import type { Command } from '../../app/commands/command.ts';
import { useCommands } from '../../app/commands/use-commands.ts';
import { useRoute } from '../../app/routes/use-route.ts';
import { useAppDispatch, useAppSelector } from '../../app/store/store.ts';
import { SplitPane } from '../../ui/layout/SplitPane.tsx';
import { ErrorState } from '../../ui/state/ErrorState.tsx';
import { CompareScreen } from '../compare/CompareScreen.tsx';
import { EmptyRuns } from './EmptyRuns.tsx';
import { RunsSide } from './list/RunsSide.tsx';
import { NewRunDialog } from './new-run/NewRunDialog.tsx';
import { useRunsQuery } from './queries.ts';
import { RunPage } from './RunPage.tsx';
import { RUN_COMMANDS } from './run-commands.ts';
import { useAwaitedRun } from './use-awaited-run.ts';
import { useWorkspace } from './use-workspace.ts';
import { newRunOpened, partResized } from './workspace-slice.ts';

/** The list of runs, and the run or the comparison that is shown. */
export function RunsScreen() {
  const dispatch = useAppDispatch();
  useNewRunCommand();
  useAwaitedRun();
  const route = useRoute();
  const isSideOpen = useAppSelector((state) => state.shell.isSidePanelOpen);
  const width = useWorkspace((state) => state.sizes.side);
  const newest = useRunsQuery({ limit: 2 });
  const leaving = useWorkspace((state) => state.leaving);
  const first = newest.data?.rows.find(({ id }) => id !== leaving);
  const asked = route?.place === 'runs' ? route.run : null;
  const run = asked ?? first?.id ?? null;

  const main = useMemo(() => {
    if (route?.place === 'compare') return <CompareScreen run={route.run} other={route.other} />;
    if (run !== null) return <RunPage run={run} />;
    if (newest.error !== undefined) return <ErrorState error={newest.error as ApiError} onRetry={newest.refetch} />;
    return newest.data === undefined ? null : <EmptyRuns />;
  }, [route, run, newest.error, newest.data, newest.refetch]);
  return (
    <>
      {isSideOpen ? (
        <SplitPane
          label="Width of the list of runs"
          direction="row"
          size={width}
          min={200}
          max={420}
          onResize={(size) => dispatch(partResized({ part: 'side', size }))}
          first={<RunsSide current={route?.place === 'compare' ? route.run : run} />}
          second={main}
        />
      ) : (
        main
      )}
      <NewRunDialog />
    </>
  );
}

function useNewRunCommand(): void {
  const dispatch = useAppDispatch();
  const commands = useMemo<Command[]>(
    () => [{ ...RUN_COMMANDS.new, run: () => void dispatch(newRunOpened({})) }],
    [dispatch],
  );
  useCommands(commands);
}
