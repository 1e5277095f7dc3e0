import { useMemo, useState } from 'react';
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
import { letterOf } from './letter.ts';
import { commonTime } from './overlay.ts';
import { overlaySource } from './overlay-source.ts';

type Compared = RunDetail & { result: NonNullable<RunDetail['result']> };

/** Growth of up to four runs from where all of them begin. */
export function CompareChart({ runs }: { runs: readonly Compared[] }) {
  const [mode, setMode] = useState<'linear' | 'log'>('linear');
  const [error, setError] = useState<ApiError | null>(null);
  const common = commonTime(runs.map(({ result }) => result));
  const since = common?.from ?? 0;
  const source = useMemo(() => {
    const [first, ...others] = runs.map(shownOf);
    return first === undefined ? null : overlaySource(client.runs, [first, ...others], since);
  }, [runs, since]);
  const bars = runs[0]?.result.bars ?? 1;
  const view = useMemo(() => createChartView(bars), [bars]);
  const lines = useMemo(
    () => runs.map(({ run }, place) => ({ id: run.id, name: `${letterOf(place)} · ${run.strategy.name}` })),
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

function shownOf({ run, result }: Compared): ShownRun {
  return { id: run.id, bars: result.bars, timeframe: run.series[0]?.timeframe ?? '1d' };
}
