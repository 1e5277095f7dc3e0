import type { BarColumns } from '#shared/domain/bars.ts';
import { FILL_RULES, type FillRule, type OrderColumns } from '#shared/domain/run-result.ts';
import type { MetricSource } from '../metrics/metric-source.ts';
import { prepareMetrics } from '../metrics/prepare-metrics.ts';
import { businessDays, fillsOf, sourceWith, tradesWith } from '../metrics/source.fixture.ts';
import { type CheckInput, type CheckSource, prepareChecks } from './check-input.ts';

/** One side of a trade; whatever isn't said is harmless. */
export interface Side {
  bar: number;
  rule?: FillRule;
  ambiguous?: boolean;
  /** Bar on which its order was sent, null for a close that the engine made; the bar before by default. */
  sent?: number | null;
}

export interface CheckedTrade {
  pnl: number;
  symbol?: number;
  forced?: boolean;
  entry: Side;
  exit: Side;
}

export interface CheckedRun {
  trades?: readonly CheckedTrade[];
  measured?: Partial<MetricSource>;
  parameters?: number;
  market?: CheckSource['market'];
}

/** A thousand business days with a range and volume. */
export function quietBars(count = 1_000, changes: Partial<BarColumns> = {}): BarColumns {
  return {
    time: businessDays(count),
    open: new Float64Array(count).fill(100),
    high: new Float64Array(count).fill(102),
    low: new Float64Array(count).fill(98),
    close: new Float64Array(count).fill(100),
    volume: new Float64Array(count).fill(1_000),
    ...changes,
  };
}

/** Trades with these profits, one after the other, each held for two bars. */
export function tradesMaking(...pnl: number[]): CheckedTrade[] {
  return pnl.map((value, k) => ({ pnl: value, entry: { bar: 1 + 3 * k }, exit: { bar: 3 + 3 * k } }));
}

/** A finished run over a thousand quiet days, half of them in the market, that gives no reason to doubt it but these. */
export function checkedRun({ trades = [], measured = {}, parameters = 1, market }: CheckedRun = {}): CheckInput {
  const histories = market ?? [{ bars: quietBars(), rows: null }];
  const time = measured.time ?? histories[0]?.bars.time ?? new Float64Array(0);
  const sides = trades.flatMap(({ entry, exit, symbol = 0 }) => [entry, exit].map((side) => ({ ...side, symbol })));
  const fills = {
    ...fillsOf(sides.map(({ symbol }) => ({ symbol, qty: 1, price: 100, spread: 0, slippage: 0, commission: 0 }))),
    bar: Int32Array.from(sides, ({ bar }) => bar),
    order: Int32Array.from(sides, ({ sent }, row) => (sent === null ? -1 : row)),
    rule: Uint8Array.from(sides, ({ rule = 'market-open' }) => FILL_RULES.indexOf(rule)),
    ambiguous: Uint8Array.from(sides, ({ ambiguous }) => (ambiguous ? 1 : 0)),
  };
  const columns = {
    ...tradesWith(trades.map(({ pnl }) => pnl)),
    symbol: Int32Array.from(trades, ({ symbol = 0 }) => symbol),
    entryBar: Int32Array.from(trades, ({ entry }) => entry.bar),
    exitBar: Int32Array.from(trades, ({ exit }) => exit.bar),
    forced: Uint8Array.from(trades, ({ forced }) => (forced ? 1 : 0)),
  };
  const equity = measured.equity ?? new Float64Array(time.length).fill(1_000);
  return prepareChecks({
    measured: prepareMetrics(
      sourceWith(equity, { time, trades: columns, fills, barsInMarket: time.length / 2, ...measured }),
    ),
    symbols: ['AAA', 'BBB'],
    time,
    trades: columns,
    orders: ordersSent(sides.map(({ bar, sent }) => sent ?? bar - 1)),
    market: histories,
    parameters,
    currency: 'USD',
  });
}

function ordersSent(bars: readonly number[]): OrderColumns {
  const numbers = () => new Float64Array(bars.length).fill(Number.NaN);
  const codes = () => new Uint8Array(bars.length);
  const indexes = () => new Int32Array(bars.length).fill(-1);
  return {
    bar: Int32Array.from(bars),
    symbol: new Int32Array(bars.length),
    side: codes(),
    type: codes(),
    role: codes(),
    status: codes(),
    parent: indexes(),
    limit: numbers(),
    stop: numbers(),
    qty: numbers(),
    filled: numbers(),
    endBar: indexes(),
    reason: indexes(),
    tag: indexes(),
  };
}
