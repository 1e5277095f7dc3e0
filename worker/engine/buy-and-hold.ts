import type { BarColumns } from '#shared/domain/bars.ts';
import type { CorporateAction } from '#shared/domain/corporate-action.ts';
import type { CostsSpec } from '#shared/domain/costs.ts';
import type { Instrument } from '#shared/domain/instrument.ts';
import type { BarIndex, Money } from '#shared/domain/units.ts';
import { commissionModel } from './costs/commission.ts';
import type { MarketConditions } from './costs/market-conditions.ts';
import { priceToTake } from './costs/price-to-take.ts';
import { unitsToTrade } from './sizing.ts';

/** One symbol's bars and where they lie on the run's clock: −1 where it has none, null when it has all. */
export interface ClockedBars {
  instrument: Instrument;
  bars: BarColumns;
  rows: Int32Array | null;
  /** Account money for a unit of the quote currency at each bar of the clock; null = 1. */
  rates?: Float64Array | null;
  /** Splits and dividends, in the order of their times. */
  actions?: readonly CorporateAction[];
  quotedSpread?: Float64Array | null;
}

/**
 * What the same capital would have become by buying once and holding, at the same costs. It buys on the first bar
 * on which the strategy could have been filled (the one after `firstTradableBar`), in equal parts of all symbols
 * that trade on it, and closes at the last close, as the strategy's open positions are. Dividends stay in cash.
 * @param time of the run's clock, up to the last bar
 * @returns equity at the close of every bar
 */
export function buyAndHold(
  symbols: readonly ClockedBars[],
  time: Float64Array,
  firstTradableBar: BarIndex,
  cash: Money,
  costs: CostsSpec,
): Float64Array {
  // Shared, because it leaves the thread: a copy of it would be as large again.
  const equity = new Float64Array(new SharedArrayBuffer(time.length * Float64Array.BYTES_PER_ELEMENT)).fill(cash);
  const entry = firstTradableBar + 1;
  if (entry >= time.length) return equity;
  const bought = symbols.filter((symbol) => rowAt(symbol, entry) >= 0);
  for (const symbol of bought) addHeld(equity, symbol, time, entry, cash / bought.length, costs);
  return equity;
}

/** Adds what a part of the capital makes in one symbol. */
function addHeld(
  equity: Float64Array,
  symbol: ClockedBars,
  time: Float64Array,
  entry: BarIndex,
  budget: Money,
  costs: CostsSpec,
): void {
  const { instrument, bars, rates = null, actions = [] } = symbol;
  const { multiplier } = instrument;
  const commission = commissionModel(costs.commission);
  const takePrice = priceToTake(costs);
  const rateAt = (tick: BarIndex) => (rates === null ? 1 : (rates[tick] as number));
  let latest = rowAt(symbol, entry);
  const { price } = takePrice(bars.open[latest] as number, 1, 0, conditionsAt(symbol, latest));
  const rate = rateAt(entry);
  let units = unitsToTrade({ kind: 'cash', value: budget }, price, budget / rate, instrument, commission, rate);
  if (units === 0) return;
  const charged = commission.charge(units, price, multiplier, false);
  /** In the account's currency: dividends, less what was paid. */
  let received = -(units * price * multiplier + charged) * rate;
  let next = actions.findIndex((action) => action.time > (time[entry] as number));
  const last = time.length - 1;
  for (let tick = entry; tick <= last; tick++) {
    for (; next >= 0 && next < actions.length; next++) {
      const action = actions[next] as CorporateAction;
      if (action.time > (time[tick] as number)) break;
      if (action.kind === 'split') units *= action.ratio;
      else received += units * multiplier * action.amount * rateAt(tick);
    }
    const row = rowAt(symbol, tick);
    if (row >= 0) latest = row;
    const value = units * multiplier * (bars.close[latest] as number) * rateAt(tick);
    equity[tick] = (equity[tick] as number) + value + received;
  }
  const close = bars.close[latest] as number;
  const exit = takePrice(close, -1, units, conditionsAt(symbol, latest));
  const exitCosts = units * multiplier * (close - exit.price) + commission.charge(units, exit.price, multiplier, false);
  equity[last] = (equity[last] as number) - exitCosts * rateAt(last);
}

function rowAt({ rows }: ClockedBars, tick: BarIndex): number {
  return rows === null ? tick : (rows[tick] as number);
}

function conditionsAt({ instrument, quotedSpread }: ClockedBars, row: number): MarketConditions {
  return {
    tickSize: instrument.tickSize,
    volume: Number.NaN,
    volatility: Number.NaN,
    // Where nothing was quoted: what is only compared with must not end the run.
    quotedSpread: quotedSpread?.[row] || 0,
  };
}
