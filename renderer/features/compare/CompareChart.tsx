import { useEffect, useMemo, useRef, useState } from 'react';
import type { RunDetail } from '#shared/contract/run.ts';
import { client } from '../../app/api/client.ts';
import { useChartErrors } from '../../app/store/chart-errors.ts';
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
  const { error, retry, ...asking } = useChartErrors();
  const { attempt, onError, onAnswer } = asking;
  const common = useMemo(() => commonTime(runs.map(({ result }) => result)), [runs]);
  const source = useMemo(() => {
    const [first, ...others] = runs.map(shownOf);
    return first === undefined || common === null ? null : overlaySource(client.runs, [first, ...others], common);
  }, [runs, common]);
  const bars = runs[0]?.result.bars ?? 1;
  const view = useMemo(() => createChartView(bars), [bars]);
  const placed = useRef<typeof common>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again for a place that couldn't be had
  useEffect(() => {
    const leaving = new AbortController();
    if (source === null || common?.isCut !== true || placed.current === common) return;
    Promise.all([common.from, common.to].map((time) => source.rowAt(time, leaving.signal))).then(
      ([from = 0, to = 0]) => {
        if (leaving.signal.aborted) return;
        placed.current = common;
        view.show({ from, to: to + 1 });
        onAnswer('place');
      },
      (cause) => {
        if (!leaving.signal.aborted) onError(cause, 'place');
      },
    );
    return () => leaving.abort();
  }, [source, common, view, attempt, onError, onAnswer]);
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
      {error !== null && <ErrorState error={error} isCompact onRetry={retry} />}
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
          {...asking}
        />
      </div>
    </div>
  );
}

function shownOf({ run, result }: DrawnRun): ShownRun {
  return { id: run.id, bars: result.bars, timeframe: run.series[0]?.timeframe ?? '1d' };
}
