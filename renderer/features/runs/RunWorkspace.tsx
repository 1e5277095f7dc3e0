import type { ApiError } from '#shared/contract/errors.ts';
import type { RunDetail } from '#shared/contract/run.ts';
import { isOver } from '../../app/store/jobs-slice.ts';
import { useAppDispatch, useAppSelector } from '../../app/store/store.ts';
import { SplitPane } from '../../ui/layout/SplitPane.tsx';
import { RunInspector } from './inspector/RunInspector.tsx';
import { RunMain } from './RunMain.tsx';
import { useRerun } from './rerun.ts';
import { useRunCommands } from './use-run-commands.ts';
import { useWorkspace } from './use-workspace.ts';
import { partResized } from './workspace-slice.ts';

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
  const dispatch = useAppDispatch();
  const rerun = useRerun(detail);
  useRunCommands(detail, rerun);
  const isInspectorOpen = useAppSelector((state) => state.shell.isInspectorOpen);
  const width = useWorkspace((state) => state.sizes.inspector);
  const isDimmed = isStale || (rerun.job !== null && !isOver(rerun.job));
  const main = <RunMain detail={detail} isDimmed={isDimmed} error={error} onRetry={onRetry} />;
  if (!isInspectorOpen) return main;
  return (
    <SplitPane
      label="Width of the inspector"
      direction="row"
      sized="second"
      size={width}
      min={260}
      max={480}
      onResize={(size) => dispatch(partResized({ part: 'inspector', size }))}
      first={main}
      second={<RunInspector detail={detail} rerun={rerun} isStale={isDimmed} />}
    />
  );
}
