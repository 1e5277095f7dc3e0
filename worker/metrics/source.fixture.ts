import type { FillColumns, TradeColumns } from '#shared/domain/run-result.ts';
import { DAY } from './civil-month.ts';
import type { MetricInput } from './metric.ts';
import type { MetricSource } from './metric-source.ts';
import { prepareMetrics } from './prepare-metrics.ts';

/** Twenty daily returns on which the conventions of well-known tools disagree. */
export const TWENTY_RETURNS = [
  0.01, -0.005, 0.007, 0, -0.012, 0.004, 0.015, -0.003, -0.008, 0.006, 0.002, -0.02, 0.011, 0.009, -0.001, 0.003,
  -0.006, 0.013, 0, -0.004,
];

/** Profits of ten trades. */
export const TEN_PROFITS = [120, -80, 45, -60, 200, -30, 75, -110, 15, 90];

/** Monday, 2024-01-01, midnight UTC. */
export const START = 1_704_067_200_000;

/** Opening times of daily bars from 2024-01-01 on, Monday to Friday. */
export function businessDays(count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, k) => START + (Math.floor(k / 5) * 7 + (k % 5)) * DAY);
}

/** Equity that starts at the capital and makes these returns. */
export function compound(returns: readonly number[], capital: number): Float64Array {
  let equity = capital;
  return Float64Array.of(capital, ...returns.map((value) => (equity *= 1 + value)));
}

/** One trade for each profit: long, one unit at 1,000, held for two bars, the last `forced` ones closed by force. */
export function tradesWith(pnl: readonly number[], forced = 0): TradeColumns {
  const column = (value: (row: number) => number) => pnl.map((_, row) => value(row));
  return {
    symbol: Int32Array.from(column(() => 0)),
    direction: Int8Array.from(column(() => 1)),
    qty: Float64Array.from(column(() => 1)),
    entryBar: Int32Array.from(column((row) => row)),
    entryPrice: Float64Array.from(column(() => 1_000)),
    exitBar: Int32Array.from(column((row) => row + 2)),
    exitPrice: Float64Array.from(pnl, (value) => 1_000 + value),
    entryFill: Int32Array.from(column((row) => 2 * row)),
    exitFill: Int32Array.from(column((row) => 2 * row + 1)),
    pnl: Float64Array.from(pnl),
    returnFraction: Float64Array.from(pnl, (value) => value / 1_000),
    commission: Float64Array.from(column(() => 0)),
    exitReason: Uint8Array.from(column(() => 0)),
    forced: Uint8Array.from(column((row) => (row >= pnl.length - forced ? 1 : 0))),
  };
}

export type FillRow = Record<'symbol' | 'qty' | 'price' | 'spread' | 'slippage' | 'commission', number> & {
  /** Account money for a unit of the quote currency; 1 when it isn't given. */
  rate?: number;
};

export function fillsOf(rows: readonly FillRow[]): FillColumns {
  return {
    bar: new Int32Array(rows.length),
    symbol: Int32Array.from(rows, (row) => row.symbol),
    order: new Int32Array(rows.length),
    side: new Uint8Array(rows.length),
    qty: Float64Array.from(rows, (row) => row.qty),
    price: Float64Array.from(rows, (row) => row.price),
    reference: Float64Array.from(rows, (row) => row.price),
    spread: Float64Array.from(rows, (row) => row.spread),
    slippage: Float64Array.from(rows, (row) => row.slippage),
    commission: Float64Array.from(rows, (row) => row.commission),
    rate: Float64Array.from(rows, (row) => row.rate ?? 1),
    rule: new Uint8Array(rows.length),
    segment: new Uint8Array(rows.length),
    open: Float64Array.from(rows, (row) => row.price),
    high: Float64Array.from(rows, (row) => row.price),
    low: Float64Array.from(rows, (row) => row.price),
    close: Float64Array.from(rows, (row) => row.price),
    ambiguous: new Uint8Array(rows.length),
  };
}

/** A run with this equity (the capital first) on business days, without warm-up, trades or fills unless given. */
export function sourceWith(equity: Float64Array, changes: Partial<MetricSource> = {}): MetricSource {
  return {
    time: businessDays(equity.length),
    equity,
    buyAndHold: equity,
    firstTradableBar: 0,
    barsInMarket: 0,
    trades: tradesWith([]),
    fills: fillsOf([]),
    multipliers: [1],
    initialCash: equity[0] ?? 0,
    ...changes,
  };
}

/** A run that made the twenty returns, prepared by default rules. */
export const twentyReturns = (): MetricInput => inputWith(compound(TWENTY_RETURNS, 100_000));

/** `sourceWith`, prepared by default rules. */
export function inputWith(equity: Float64Array, changes: Partial<MetricSource> = {}): MetricInput {
  return prepareMetrics(sourceWith(equity, changes));
}

/** A run whose returns are these, from a capital of 1,000. */
export const inputReturning = (...returns: number[]): MetricInput => inputWith(compound(returns, 1_000));

/** A run without price moves whose trades made these profits. */
export const inputTrading = (pnl: readonly number[], forced = 0): MetricInput =>
  inputWith(Float64Array.of(1_000, 1_000), { trades: tradesWith(pnl, forced) });
