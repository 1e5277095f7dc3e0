import type { CorporateAction } from '#shared/domain/corporate-action.ts';
import type { FillColumns, TradeColumns } from '#shared/domain/run-result.ts';
import type { ClockedBars } from './excursions.ts';

/** What excursions are measured from. */
export interface TradedMarket {
  trades: TradeColumns;
  fills: FillColumns;
  market: readonly ClockedBars[];
}

/**
 * The same in units as they were before the first split: prices times all ratios so far, quantities divided by them.
 * What trades are worth stays as it is, and prices on both sides of a split can be compared. Without splits it is the
 * same object.
 * @param time of the run's clock
 * @param actions of each symbol, in the order of their times
 */
export function withoutSplits(
  traded: TradedMarket,
  time: Float64Array,
  actions: readonly (readonly CorporateAction[])[],
): TradedMarket {
  if (!actions.some((list) => list.some(({ kind }) => kind === 'split'))) return traded;
  const factors = actions.map((list) => factorsOn(time, list));
  const { trades, fills, market } = traded;
  const priced = (symbols: Int32Array, ticks: Int32Array, prices: Float64Array) =>
    prices.map((price, row) => price * at(factors, symbols, ticks, row));
  const counted = (symbols: Int32Array, ticks: Int32Array, units: Float64Array) =>
    units.map((qty, row) => qty / at(factors, symbols, ticks, row));
  return {
    trades: {
      ...trades,
      qty: counted(trades.symbol, trades.exitBar, trades.qty),
      entryPrice: priced(trades.symbol, trades.exitBar, trades.entryPrice),
      exitPrice: priced(trades.symbol, trades.exitBar, trades.exitPrice),
    },
    fills: {
      ...fills,
      qty: counted(fills.symbol, fills.bar, fills.qty),
      reference: priced(fills.symbol, fills.bar, fills.reference),
    },
    market: market.map((one, symbol) => unsplit(one, factors[symbol] as Float64Array)),
  };
}

/** The product of all ratios so far, at each bar of the clock. */
function factorsOn(time: Float64Array, actions: readonly CorporateAction[]): Float64Array {
  let next = 0;
  let factor = 1;
  return time.map((moment) => {
    for (; next < actions.length; next++) {
      const action = actions[next] as CorporateAction;
      if (action.time > moment) break;
      if (action.kind === 'split') factor *= action.ratio;
    }
    return factor;
  });
}

function at(factors: readonly Float64Array[], symbols: Int32Array, ticks: Int32Array, row: number): number {
  return (factors[symbols[row] as number] as Float64Array)[ticks[row] as number] as number;
}

function unsplit({ bars, rows }: ClockedBars, factors: Float64Array): ClockedBars {
  const ofRow = new Float64Array(bars.close.length).fill(1);
  factors.forEach((factor, tick) => {
    const row = rows === null ? tick : (rows[tick] as number);
    if (row >= 0) ofRow[row] = factor;
  });
  const scaled = (column: Float64Array) => column.map((price, row) => price * (ofRow[row] as number));
  const { open, high, low, close } = bars;
  return { rows, bars: { open: scaled(open), high: scaled(high), low: scaled(low), close: scaled(close) } };
}
