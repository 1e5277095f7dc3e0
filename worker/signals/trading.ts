import type { BarIndex, Money } from '#shared/domain/units.ts';
import type { Size } from '#shared/strategy-api/orders.ts';
import type { PlanBits } from './plan-bits.ts';
import { lookUpTrips } from './round-trips.ts';
import type { SignalMarket } from './signal-market.ts';
import type { TradeList } from './trades.ts';

/** How many round trips are looked up while it isn't known whether entries are filled, and when they are. */
const FEW_TRIPS = 16;
const MOST_TRIPS = 256;

/**
 * Trades a plan by the rules of `hindcast-1`, jumping from signal to signal.
 *
 * @param firstBar the first bar whose signals count
 * @param trades gets the trades, instead of those of the run before
 */
export function tradeSignals(
  plan: PlanBits,
  size: Size,
  firstBar: BarIndex,
  market: SignalMarket,
  trades: TradeList,
): void {
  const { open } = market.bars;
  trades.begin(market.terms.cash);
  let from = firstBar;
  let ahead = FEW_TRIPS;
  while (from < open.length) {
    const next = lookUpTrips(plan, open, from, ahead, trades);
    const refused = makeTrips(size, market, trades);
    if (trades.ending !== 'signal' || trades.brokeBar >= 0) return;
    // Refused, and so still flat: what follows is not what was looked up.
    from = refused ?? next;
    ahead = refused === null ? Math.min(2 * ahead, MOST_TRIPS) : FEW_TRIPS;
  }
}

/**
 * Makes the round trips that were looked up, until an entry is refused or the run is over. The arithmetic is that of
 * the event engine (sizing, buying power, portfolio), operation by operation: both keep the same books to the last
 * bit. It stands in one function because numbers that are handed around are put on the heap, which would double its
 * time.
 *
 * @returns the bar of an entry that was refused, or null
 */
function makeTrips(size: Size, market: SignalMarket, trades: TradeList): BarIndex | null {
  const { close } = market.bars;
  const { terms } = market;
  const { multiplier } = terms.instrument;
  const { kind, value } = size;
  const { planned } = trades;
  const { direction: directions, entryBar, exitBar, entryReference, exitReference } = trades.rows;
  const { qty, cashHeld, cashAfter } = trades.rows;
  const bars = close.length;
  let { cash, count } = trades;
  let refused: BarIndex | null = null;
  let isOver = false;
  while (count < planned && !isOver) {
    const direction = directions[count] as number;
    const reference = entryReference[count] as number;
    const takingCost = terms.takingCost(reference);
    const entryPrice = reference + direction * takingCost;
    const budget = kind === 'cash' ? value : (cash * value) / 100;
    const wanted = kind === 'units' ? value : terms.affordableUnits(budget, entryPrice);
    const units = wanted > 0 ? terms.floorToLot(wanted) : 0;
    const entryCharge = terms.charge(units, entryPrice);
    const equity = cash - entryCharge - units * takingCost * multiplier;
    if (!(units > 0 && units * reference * multiplier <= equity + 1e-9 * Math.abs(equity))) {
      refused = entryBar[count] as number;
      break;
    }
    cash -= entryCharge;
    cash -= direction * units * entryPrice * multiplier;
    qty[count] = units;
    cashHeld[count] = cash;

    const brokeBar = firstRuin(market, cash, direction * units, entryBar[count] as number, exitBar[count] as number);
    if (brokeBar >= 0 || exitBar[count] === bars) {
      const lastBar = brokeBar >= 0 ? brokeBar : bars - 1;
      trades.ending = brokeBar >= 0 ? 'liquidation' : 'end-of-data';
      trades.brokeBar = brokeBar;
      exitBar[count] = lastBar;
      exitReference[count] = close[lastBar] as number;
      isOver = true;
    }
    const exit = exitReference[count] as number;
    const exitPrice = exit - direction * terms.takingCost(exit);
    cash -= terms.charge(units, exitPrice);
    cash -= -direction * units * exitPrice * multiplier;
    cashAfter[count] = cash;
    if (cash <= 0 && !isOver) {
      trades.brokeBar = exitBar[count] as number;
      isOver = true;
    }
    count++;
  }
  trades.cash = cash;
  trades.count = count;
  return refused;
}

/** The first bar of a position at whose close nothing is left; −1 when there is none. */
function firstRuin(market: SignalMarket, cash: Money, units: number, from: BarIndex, to: BarIndex): BarIndex {
  // Prices are above 0, so what is paid for can't ruin anyone.
  if (units > 0 && cash >= 0) return -1;
  const { close } = market.bars;
  const { multiplier } = market.terms.instrument;
  const { lowest, highest } = market.extremes;
  if (cash + units * (units > 0 ? lowest : highest) * multiplier > 0) return -1;
  for (let bar = from; bar < to; bar++) if (cash + units * (close[bar] as number) * multiplier <= 0) return bar;
  return -1;
}
