import { MousePointerClick } from 'lucide-react';
import type { ApiError } from '#shared/contract/errors.ts';
import type { RunDetail } from '#shared/contract/run.ts';
import { useAppDispatch } from '../../../app/store/store.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { KeyValue } from '../../../ui/figure/KeyValue.tsx';
import { formatCount } from '../../../ui/format/count.ts';
import { formatMoney } from '../../../ui/format/money.ts';
import { formatPercent } from '../../../ui/format/percent.ts';
import { formatPrice } from '../../../ui/format/price.ts';
import { formatTime } from '../../../ui/format/time-utc.ts';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/state/Skeleton.tsx';
import { useRunBarQuery } from '../queries.ts';
import { useWorkspace } from '../use-workspace.ts';
import { barPicked } from '../workspace-slice.ts';
import styles from './tables.module.css';

/** The bar that was picked on the chart, and what the account was worth at its close. */
export function ValuesAtBar({ detail, bars }: { detail: RunDetail; bars: number }) {
  const dispatch = useAppDispatch();
  const { id: run, currency, series } = detail.run;
  const picked = useWorkspace(({ pickedBar }) => (pickedBar?.run === run ? pickedBar : null));
  const row = picked?.row ?? null;
  const symbol = picked?.symbol ?? series[0]?.symbol ?? '';
  const { data, error, refetch } = useRunBarQuery({ run, symbol, row: row ?? 0 }, { skip: row === null });
  if (row === null) {
    return (
      <EmptyState
        icon={<MousePointerClick aria-hidden />}
        title="No bar is picked"
        body="Click a candle to read its values here."
      />
    );
  }
  if (error !== undefined) return <ErrorState error={error as ApiError} onRetry={() => void refetch()} />;
  if (data === undefined) return <SkeletonLines label="Values at the bar" lines={5} />;
  const { bar, equity, benchmark, drawdown } = data;
  const price = (value: number | null) => formatPrice(value ?? Number.NaN);
  const money = (value: number | null) => formatMoney(value ?? Number.NaN, currency);
  const go = (to: number) => dispatch(barPicked({ run, symbol, row: Math.min(bars - 1, Math.max(0, to)) }));
  return (
    <div className={styles.scroll}>
      <div className={styles.valuesHead}>
        <Button size="small" disabled={row === 0} onClick={() => go(row - 1)}>
          Bar before
        </Button>
        <Button size="small" disabled={row === bars - 1} onClick={() => go(row + 1)}>
          Next bar
        </Button>
        <b>
          {symbol} · {formatTime(bar.time)} UTC
        </b>
        <span className={styles.muted}>
          bar {formatCount(row + 1)} of {formatCount(bars)}
        </span>
      </div>
      <div className={styles.values}>
        <KeyValue
          facts={[
            { key: 'Open', value: price(bar.open) },
            { key: 'High', value: price(bar.high) },
            { key: 'Low', value: price(bar.low) },
            { key: 'Close', value: price(bar.close) },
          ]}
        />
        <KeyValue
          facts={[
            { key: 'Volume', value: bar.volume === null ? '–' : formatCount(bar.volume) },
            { key: 'Equity', value: money(equity) },
            { key: 'Buy & hold', value: money(benchmark) },
            { key: 'Drawdown', value: formatPercent(drawdown ?? Number.NaN) },
          ]}
        />
      </div>
    </div>
  );
}
