import { useMemo } from 'react';
import type { Trials } from '#shared/contract/research.ts';
import type { SweepRow } from '#shared/contract/sweeps.ts';
import { formatCount } from '../../ui/format/count.ts';
import { formatDecimal } from '../../ui/format/decimal.ts';
import type { SweepColumns } from './results/sweep-columns.ts';
import { topResults } from './results/top-results.ts';
import styles from './sweeps.module.css';

/** How often the strategy was tried, and what the best of so many tries is worth. */
export function HonestyStrip({ sweep, trials, columns }: { sweep: SweepRow; trials: Trials; columns: SweepColumns }) {
  const { places, metrics } = columns;
  const best = useMemo(() => {
    const sharpes = metrics['sharpe'] ?? new Float64Array(0);
    const [row] = topResults(places, sharpes, 'descending', 1);
    return row === undefined ? null : (sharpes[row] ?? null);
  }, [places, metrics]);
  const luck = trials.expectedMaximumSharpe;
  const isCounted = sweep.status !== 'running' && sweep.status !== 'waiting';
  return (
    <p className={styles.honesty} role="note">
      <strong>{formatCount(trials.trials)} trials</strong> of this strategy{' '}
      {isCounted ? 'so far. ' : 'before; those of this sweep are counted as they come.'}
      {best !== null && luck !== null && isCounted && (
        <>
          The best Sharpe ratio here is <strong>{formatDecimal(best, 2)}</strong>; the best of so many without any skill
          is expected to have <strong>{formatDecimal(luck, 2)}</strong>.{' '}
          {best > luck
            ? 'It is above what luck alone is expected to bring.'
            : 'Luck alone is expected to bring as much.'}
        </>
      )}
    </p>
  );
}
