import type { RunRow } from '#shared/contract/run.ts';
import { hrefOf } from '../../app/routes/use-route.ts';
import { Delta } from '../../ui/figure/Delta.tsx';
import { formatCount } from '../../ui/format/count.ts';
import { formatDecimal } from '../../ui/format/decimal.ts';
import { formatAge } from '../../ui/format/duration.ts';
import { formatPercent } from '../../ui/format/percent.ts';
import styles from './RecentRuns.module.css';

/** The newest runs, each a way back to it. */
export function RecentRuns({ runs, total }: { runs: readonly RunRow[]; total: number }) {
  const now = Date.now();
  return (
    <section aria-labelledby="recent-runs">
      <h2 id="recent-runs">Recent runs</h2>
      <ul className={styles.list}>
        {runs.map((run) => (
          <li key={run.id}>
            <a className={styles.run} href={hrefOf({ place: 'runs', run: run.id })}>
              <span className={styles.name}>{run.strategy.name}</span>
              <span className={styles.symbols}>{run.series.map(({ symbol }) => symbol).join(', ')}</span>
              <span className={styles.age}>{formatAge(now - run.createdAt)}</span>
              {run.summary === null || run.status !== 'done' ? (
                <span className={styles.status}>{run.status}</span>
              ) : (
                <>
                  <span className={styles.sharpe}>SR {formatDecimal(run.summary.sharpe ?? Number.NaN, 2)}</span>
                  <span className={styles.return}>
                    <Delta
                      value={run.summary.totalReturn ?? 0}
                      text={formatPercent(run.summary.totalReturn ?? Number.NaN)}
                      hasArrow
                    />
                  </span>
                </>
              )}
            </a>
          </li>
        ))}
      </ul>
      {total > runs.length && <a href={hrefOf({ place: 'runs', run: null })}>All {formatCount(total)} runs</a>}
    </section>
  );
}
