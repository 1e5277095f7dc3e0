import type { ApiError } from '#shared/contract/errors.ts';
import type { RunDetail } from '#shared/contract/run.ts';
import { WorkspaceSide } from '../../app/shell/layout/WorkspaceSide.tsx';
import { isOver } from '../../app/store/jobs-slice.ts';
import { RunInspector } from './inspector/RunInspector.tsx';
import { RunMain } from './RunMain.tsx';
import { useRerun } from './rerun.ts';
import { useRunCommands } from './use-run-commands.ts';

/** One run: charts and tables, and the inspector beside them. */
export function RunWorkspace({
  detail,
  isStale,
  error,
  onRetry,
}: {
  detail: RunDetail;
  /** Another run was asked for, and this one stands in for it. */
  isStale: boolean;
  error: ApiError | null;
  onRetry: () => void;
}) {
  const rerun = useRerun(detail);
  useRunCommands(detail, rerun);
  const isDimmed = isStale || (rerun.job !== null && !isOver(rerun.job));
  return (
    <WorkspaceSide
      workspace="runs"
      side="inspector"
      title="inspector"
      panel={<RunInspector detail={detail} rerun={rerun} isStale={isDimmed} />}
    >
      <RunMain detail={detail} isDimmed={isDimmed} error={error} onRetry={onRetry} />
    </WorkspaceSide>
  );
}
