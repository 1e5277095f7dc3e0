import type { CostsSpec } from '#shared/domain/costs.ts';
import type { Instrument } from '#shared/domain/instrument.ts';
import type { BarIndex, Money } from '#shared/domain/units.ts';
import { commissionModel } from './costs/commission.ts';
import { slippageModel } from './costs/slippage.ts';
import { halfSpreadModel } from './costs/spread.ts';
import { unitsToTrade } from './sizing.ts';

/** One symbol's prices on the run's clock; NaN where it has no bar. */
export interface ClockPrices {
  instrument: Instrument;
  openAt(tick: BarIndex): number;
  closeAt(tick: BarIndex): number;
}

/**
 * What the same capital would have become by buying once and holding, at the same costs. It buys on the first bar
 * on which the strategy could have been filled (the one after `firstTradableBar`), in equal parts of all symbols
 * that trade on it, and never sells.
 * @returns equity at the close of every bar
 */
export function buyAndHold(
  symbols: readonly ClockPrices[],
  ticks: number,
  firstTradableBar: BarIndex,
  cash: Money,
  costs: CostsSpec,
): Float64Array {
  const equity = new Float64Array(ticks).fill(cash);
  const entry = firstTradableBar + 1;
  const bought = symbols.filter((symbol) => entry < ticks && !Number.isNaN(symbol.openAt(entry)));
  const commission = commissionModel(costs.commission);
  const halfSpread = halfSpreadModel(costs.spread);
  const slippage = slippageModel(costs.slippage);
  let left = cash;
  const held = bought.map((symbol) => {
    const { instrument } = symbol;
    const open = symbol.openAt(entry);
    const price = open + halfSpread(open) + slippage(open, instrument.tickSize);
    const size = { kind: 'cash', value: cash / bought.length } as const;
    const units = unitsToTrade(size, price, cash, 0, instrument, commission);
    const value = units * price * instrument.multiplier;
    if (units > 0) left -= value + commission.charge(value);
    return { symbol, units: units * instrument.multiplier, lastClose: price };
  });
  for (let tick = entry; tick < ticks; tick++) {
    let sum = left;
    for (const holding of held) {
      const close = holding.symbol.closeAt(tick);
      if (!Number.isNaN(close)) holding.lastClose = close;
      sum += holding.units * holding.lastClose;
    }
    equity[tick] = sum;
  }
  return equity;
}
