import clsx from 'clsx';
import type { RunRow } from '#shared/contract/run.ts';
import { hrefOf } from '../../../app/routes/use-route.ts';
import { Checkbox } from '../../../ui/field/Checkbox.tsx';
import { Delta } from '../../../ui/figure/Delta.tsx';
import { formatDecimal } from '../../../ui/format/decimal.ts';
import { formatPercent } from '../../../ui/format/percent.ts';
import styles from './list.module.css';
import { paramsInWords } from './params-in-words.ts';

/** A run in the list: the whole line leads to it, its tick chooses it for comparing. */
export function RunLine({
  run,
  place,
  count,
  isCurrent,
  isCompared,
  onCompare,
}: {
  run: RunRow;
  /** In its day, from 1, and the runs of that day; −1: it isn't known how many. */
  place: number;
  count: number;
  isCurrent: boolean;
  isCompared: boolean;
  onCompare: () => void;
}) {
  const [first] = run.series;
  const others = run.series.length - 1;
  const params = paramsInWords(run.params);
  return (
    <li className={clsx(styles.run, isCurrent && styles.current)} aria-posinset={place} aria-setsize={count}>
      <a
        className={styles.link}
        href={hrefOf({ place: 'runs', run: run.id })}
        aria-current={isCurrent ? 'page' : undefined}
      >
        <span className={styles.words}>
          <span className={styles.title}>
            <span className={styles.name}>{run.strategy.name}</span>
            <span className={styles.symbols}>
              {first?.symbol} {first?.timeframe}
              {others > 0 && ` +${others}`}
            </span>
          </span>
          <span className={styles.params} title={params}>
            {params === '' ? 'no parameters' : params}
          </span>
        </span>
        <span className={styles.figures}>
          <RunOutcome run={run} />
        </span>
      </a>
      <span className={styles.tick}>
        <Checkbox
          label={`Compare ${run.strategy.name}, ${params}`}
          isLabelHidden
          isChecked={isCompared}
          onChange={onCompare}
        />
      </span>
    </li>
  );
}

function RunOutcome({ run: { status, summary } }: { run: RunRow }) {
  if (status === 'running') return <span className={styles.under}>running</span>;
  if (summary === null) return <span className={status === 'failed' ? styles.failed : styles.sharpe}>{status}</span>;
  return (
    <>
      <Delta value={summary.totalReturn ?? 0} text={formatPercent(summary.totalReturn ?? Number.NaN)} hasArrow />
      <span className={clsx(styles.sharpe, status !== 'done' && styles.failed)}>
        {status === 'done' ? `SR ${formatDecimal(summary.sharpe ?? Number.NaN, 2)}` : status}
      </span>
    </>
  );
}
