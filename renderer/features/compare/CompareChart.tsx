import { useEffect, useMemo, useState } from 'react';
import { type ApiError, apiErrorOf } from '#shared/contract/errors.ts';
import type { RunDetail } from '#shared/contract/run.ts';
import { client } from '../../app/api/client.ts';
import { SeriesPane } from '../../charts/SeriesPane.tsx';
import { createChartView } from '../../charts/viewport/chart-view.ts';
import { SegmentedControl } from '../../ui/action/SegmentedControl.tsx';
import { formatDay } from '../../ui/format/time-utc.ts';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../ui/state/ErrorState.tsx';
import type { ShownRun } from '../runs/chart/run-source.ts';
import styles from './compare.module.css';
import { commonTime } from './overlay.ts';
import { overlaySource } from './overlay-source.ts';

export interface DrawnRun {
  letter: string;
  run: RunDetail['run'];
  result: NonNullable<RunDetail['result']>;
}

/** Growth of up to four runs from where all of them begin. */
export function CompareChart({ runs }: { runs: readonly DrawnRun[] }) {
  const [mode, setMode] = useState<'linear' | 'log'>('linear');
  const [error, setError] = useState<ApiError | null>(null);
  const common = useMemo(() => commonTime(runs.map(({ result }) => result)), [runs]);
  const source = useMemo(() => {
    const [first, ...others] = runs.map(shownOf);
    return first === undefined || common === null ? null : overlaySource(client.runs, [first, ...others], common);
  }, [runs, common]);
  const bars = runs[0]?.result.bars ?? 1;
  const view = useMemo(() => createChartView(bars), [bars]);
  useEffect(() => {
    const leaving = new AbortController();
    if (source === null || common?.isCut !== true) return;
    Promise.all([common.from, common.to].map((time) => source.rowAt(time, leaving.signal))).then(
      ([from = 0, to = 0]) => view.show({ from, to: to + 1 }),
      (cause) => {
        if (!leaving.signal.aborted) setError(apiErrorOf(cause));
      },
    );
    return () => leaving.abort();
  }, [source, common, view]);
  const lines = useMemo(
    () => runs.map(({ letter, run }) => ({ id: run.id, name: `${letter} · ${run.strategy.name}` })),
    [runs],
  );
  if (common === null || source === null) {
    return <EmptyState title="Nothing in common" body="These runs do not overlap in time." />;
  }
  return (
    <div className={styles.chart}>
      {common.isCut && (
        <p className={styles.notice}>
          The runs cover different times: all stand at 100 on {formatDay(common.from)}, and have{' '}
          {formatDay(common.from)} → {formatDay(common.to)} in common.
        </p>
      )}
      {error !== null && <ErrorState error={error} isCompact onRetry={() => setError(null)} />}
      <div className={styles.plot}>
        <div className={styles.tools}>
          <span className={styles.muted}>growth of 100</span>
          <SegmentedControl
            label="Growth as"
            segments={[
              { value: 'linear', label: 'Linear' },
              { value: 'log', label: 'Log' },
            ]}
            value={mode}
            onChange={setMode}
          />
        </div>
        <SeriesPane
          name="Growth of 100"
          source={source}
          view={view}
          lines={lines}
          mode={mode}
          decimals={1}
          onError={(cause) => setError(apiErrorOf(cause))}
        />
      </div>
    </div>
  );
}

function shownOf({ run, result }: DrawnRun): ShownRun {
  return { id: run.id, bars: result.bars, timeframe: run.series[0]?.timeframe ?? '1d' };
}
