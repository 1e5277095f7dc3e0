import type { BarColumns } from '#shared/domain/bars.ts';
import type { CostsSpec } from '#shared/domain/costs.ts';
import type { Instrument } from '#shared/domain/instrument.ts';
import type { BarIndex, Money } from '#shared/domain/units.ts';
import { commissionModel } from './costs/commission.ts';
import { priceToTake } from './costs/price-to-take.ts';
import { unitsToTrade } from './sizing.ts';

/** One symbol's bars and where they lie on the run's clock: −1 where it has none, null when it has all. */
export interface ClockedBars {
  instrument: Instrument;
  bars: BarColumns;
  rows: Int32Array | null;
}

/**
 * What the same capital would have become by buying once and holding, at the same costs. It buys on the first bar
 * on which the strategy could have been filled (the one after `firstTradableBar`), in equal parts of all symbols
 * that trade on it, and closes at the last close, as the strategy's open positions are.
 * @returns equity at the close of every bar
 */
export function buyAndHold(
  symbols: readonly ClockedBars[],
  ticks: number,
  firstTradableBar: BarIndex,
  cash: Money,
  costs: CostsSpec,
): Float64Array {
  const equity = new Float64Array(ticks).fill(cash);
  const entry = firstTradableBar + 1;
  if (entry >= ticks) return equity;
  const bought = symbols.filter((symbol) => rowAt(symbol, entry) >= 0);
  const commission = commissionModel(costs.commission);
  const takePrice = priceToTake(costs);
  for (const symbol of bought) {
    const { instrument, bars } = symbol;
    const conditions = {
      tickSize: instrument.tickSize,
      volume: Number.NaN,
      volatility: Number.NaN,
      quotedSpread: Number.NaN,
    };
    const open = bars.open[rowAt(symbol, entry)] as number;
    const { price } = takePrice(open, 1, 0, conditions);
    const size = { kind: 'cash', value: cash / bought.length } as const;
    const units = unitsToTrade(size, price, cash, instrument, commission);
    if (units === 0) continue;
    const value = units * price * instrument.multiplier;
    const paid = value + commission.charge(units, price, instrument.multiplier, false);
    const { close } = bars;
    const pricePoint = units * instrument.multiplier;
    let latest = -1;
    for (let tick = entry; tick < ticks; tick++) {
      const row = rowAt(symbol, tick);
      if (row >= 0) latest = row;
      equity[tick] = (equity[tick] as number) + pricePoint * (close[latest] as number) - paid;
    }
    const last = close[latest] as number;
    const exit = takePrice(last, -1, units, conditions);
    const exitCosts =
      pricePoint * (last - exit.price) + commission.charge(units, exit.price, instrument.multiplier, false);
    equity[ticks - 1] = (equity[ticks - 1] as number) - exitCosts;
  }
  return equity;
}

function rowAt({ rows }: ClockedBars, tick: BarIndex): number {
  return rows === null ? tick : (rows[tick] as number);
}
