import clsx from 'clsx';
import { useState } from 'react';
import type { ApiError } from '#shared/contract/errors.ts';
import type { RunDetail } from '#shared/contract/run.ts';
import { SegmentedControl } from '../../../ui/action/SegmentedControl.tsx';
import { Delta } from '../../../ui/figure/Delta.tsx';
import { formatDecimal } from '../../../ui/format/decimal.ts';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/state/Skeleton.tsx';
import { useRunPeriodsQuery } from '../queries.ts';
import { type PeriodValue, periodYears } from './period-grid.ts';
import styles from './tables.module.css';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

type Measure = 'own' | 'benchmark' | 'lead';

/** Returns of months and years, in percent, by themselves or against buying and holding. */
export function PeriodsTable({ detail }: { detail: RunDetail }) {
  const [measure, setMeasure] = useState<Measure>('own');
  const { data, error, refetch } = useRunPeriodsQuery(detail.run.id);
  if (error !== undefined) return <ErrorState error={error as ApiError} onRetry={() => void refetch()} />;
  if (data === undefined) return <SkeletonLines label="Returns by month" lines={8} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label="Returns by month">
      <div className={styles.valuesHead}>
        <SegmentedControl
          label="Returns of"
          segments={[
            { value: 'own', label: 'Strategy' },
            { value: 'benchmark', label: 'Buy & hold' },
            { value: 'lead', label: 'Difference' },
          ]}
          value={measure}
          onChange={setMeasure}
        />
        <span className={styles.muted}>percent, UTC months</span>
      </div>
      <table className={styles.periods}>
        <thead>
          <tr>
            <th scope="col">Year</th>
            {MONTHS.map((month) => (
              <th key={month} scope="col">
                {month}
              </th>
            ))}
            <th scope="col" className={styles.year}>
              Whole
            </th>
          </tr>
        </thead>
        <tbody>
          {periodYears(data.months, data.years).map(({ year, months, whole }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {months.map((month, index) => (
                <td key={MONTHS[index]}>
                  <PeriodCell period={month} measure={measure} />
                </td>
              ))}
              <td className={clsx(styles.year)}>
                <PeriodCell period={whole} measure={measure} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PeriodCell({ period, measure }: { period: PeriodValue | undefined; measure: Measure }) {
  if (period === undefined) return null;
  const [own, held] = [period.value ?? Number.NaN, period.benchmark ?? Number.NaN];
  const value = { own, benchmark: held, lead: own - held }[measure];
  return <Delta value={value} text={formatDecimal(value * 100, 1)} />;
}
