import clsx from 'clsx';
import { Hourglass } from 'lucide-react';
import type { ApiError } from '#shared/contract/errors.ts';
import type { RunDetail } from '#shared/contract/run.ts';
import { useAppDispatch, useAppSelector } from '../../app/store/store.ts';
import { SplitPane } from '../../ui/layout/SplitPane.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../ui/state/ErrorState.tsx';
import { RunCharts } from './chart/RunCharts.tsx';
import styles from './runs.module.css';
import { BottomPanel } from './tables/BottomPanel.tsx';
import { FailureWords } from './tables/ProblemsList.tsx';
import { useWindowLength } from './use-window-length.ts';
import { useWorkspace } from './use-workspace.ts';
import { usualHeight } from './usual-height.ts';
import { partResized } from './workspace-slice.ts';

/** Charts and tables of a run, or why there are none. */
export function RunMain({
  detail,
  isDimmed,
  error,
  onRetry,
}: {
  detail: RunDetail;
  isDimmed: boolean;
  error: ApiError | null;
  onRetry: () => void;
}) {
  const { run, result } = detail;
  return (
    <section className={styles.main} aria-label={`Run of ${run.strategy.name}`}>
      <h1 className={styles.title}>{run.strategy.name}</h1>
      {error !== null && <ErrorState error={error} isCompact onRetry={onRetry} />}
      {run.failure !== null && (
        <div className={styles.strip}>
          <FailureWords run={run} />
        </div>
      )}
      <div className={clsx(styles.rest, isDimmed && styles.dimmed)} aria-busy={isDimmed}>
        {result === null ? <NoResult detail={detail} /> : <ChartsAndTables detail={detail} result={result} />}
      </div>
    </section>
  );
}

/** Of what a low window has left for tables and equity. */
const LOW_SHARE = 0.45;
/** Of the window. */
const MOST_SHARE = 0.6;

function ChartsAndTables({ detail, result }: { detail: RunDetail; result: NonNullable<RunDetail['result']> }) {
  const dispatch = useAppDispatch();
  const isBottomOpen = useAppSelector((state) => state.shell.isBottomPanelOpen);
  const window = useWindowLength('innerHeight');
  const height = useWorkspace((state) => state.sizes.bottom) ?? usualHeight(window, LOW_SHARE);
  const charts = <RunCharts detail={detail} result={result} />;
  if (!isBottomOpen) return charts;
  return (
    <SplitPane
      label="Height of the tables"
      direction="column"
      sized="second"
      size={height}
      min={80}
      max={Math.round(window * MOST_SHARE)}
      onResize={(size) => dispatch(partResized({ part: 'bottom', size }))}
      first={charts}
      second={<BottomPanel key={detail.run.id} detail={detail} result={result} />}
    />
  );
}

function NoResult({ detail: { run } }: { detail: RunDetail }) {
  if (run.error !== null) return <ErrorState error={run.error} />;
  if (run.status === 'running') {
    return (
      <EmptyState icon={<Hourglass aria-hidden />} title="Running" body="The result is shown here once it is there." />
    );
  }
  return (
    <EmptyState title="No result" body={`This run is ${run.status}: there is nothing to show. Run it again with F5.`} />
  );
}
