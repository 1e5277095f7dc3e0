import type { BarIndex, Money } from '#shared/domain/units.ts';
import type { Size } from '#shared/strategy-api/orders.ts';
import { floorToLot } from '../engine/sizing.ts';
import type { PlanBits } from './plan-bits.ts';
import { MOST_TRIPS, type RoundTrips } from './round-trips.ts';
import type { SignalMarket } from './signal-market.ts';
import type { TradeList } from './trades.ts';

/** How many round trips are looked up while it isn't known whether entries are filled. */
const FEW_TRIPS = 16;

/**
 * Trades a plan by the rules of `hindcast-1`, jumping from signal to signal.
 *
 * @param firstBar the first bar whose signals count
 * @param trips to look round trips up in
 * @param trades gets the trades, instead of those of the run before
 */
export function tradeSignals(
  plan: PlanBits,
  size: Size,
  firstBar: BarIndex,
  market: SignalMarket,
  trips: RoundTrips,
  trades: TradeList,
): void {
  trades.begin(market.terms.cash);
  let from = firstBar;
  let ahead = FEW_TRIPS;
  for (;;) {
    trips.lookUp(plan, market.bars.open, from, ahead);
    const made = makeTrips(trips, size, market, trades);
    if (trips.count < ahead && made === trips.count) return;
    if (trades.isOver) return;
    if (made === trips.count) {
      from = trips.next;
      ahead = Math.min(2 * ahead, MOST_TRIPS);
    } else {
      // Refused, and so still flat: what follows is not what was looked up.
      from = trips.entryBar[made] as number;
      ahead = FEW_TRIPS;
    }
  }
}

/**
 * Makes round trips until an entry is refused or the run is over. The arithmetic is that of the event engine (sizing,
 * buying power, portfolio), operation by operation: both keep the same books to the last bit. It stands in one
 * function because numbers that are handed around are put on the heap, which would double its time.
 *
 * @returns how many were made
 */
function makeTrips(trips: RoundTrips, size: Size, market: SignalMarket, trades: TradeList): number {
  const { close } = market.bars;
  const { terms } = market;
  const { multiplier, lotStep } = terms.instrument;
  const { kind, value } = size;
  const bars = close.length;
  let { cash, rows, count } = trades;
  let trip = 0;
  for (; trip < trips.count && !trades.isOver; trip++) {
    const direction = trips.direction[trip] as number;
    const entryBar = trips.entryBar[trip] as number;
    const reference = trips.entryOpen[trip] as number;
    const takingCost = terms.takingCost(reference);
    const entryPrice = reference + direction * takingCost;
    const budget = kind === 'cash' ? value : (cash * value) / 100;
    const wanted = kind === 'units' ? value : terms.affordableUnits(budget, entryPrice);
    const units = wanted > 0 ? floorToLot(wanted, lotStep) : 0;
    if (!(units > 0)) break;
    const entryCharge = terms.charge(units, entryPrice);
    const equity = cash - entryCharge - units * takingCost * multiplier;
    if (!(units * reference * multiplier <= equity + 1e-9 * Math.abs(equity))) break;
    cash -= entryCharge;
    cash -= direction * units * entryPrice * multiplier;

    let exitBar = trips.exitBar[trip] as number;
    let exitReference = trips.exitOpen[trip] as number;
    const brokeBar = firstRuin(market, cash, direction * units, entryBar, exitBar);
    if (brokeBar >= 0) {
      trades.ending = 'liquidation';
      trades.brokeBar = brokeBar;
      exitBar = brokeBar;
      exitReference = close[brokeBar] as number;
    } else if (exitBar === bars) {
      trades.ending = 'end-of-data';
      exitBar = bars - 1;
      exitReference = close[exitBar] as number;
    }
    const exitPrice = exitReference - direction * terms.takingCost(exitReference);
    const exitCharge = terms.charge(units, exitPrice);
    if (count === rows.qty.length) rows = trades.grow();
    rows.direction[count] = direction;
    rows.qty[count] = units;
    rows.entryBar[count] = entryBar;
    rows.entryPrice[count] = entryPrice;
    rows.exitBar[count] = exitBar;
    rows.exitPrice[count] = exitPrice;
    rows.entryCharge[count] = entryCharge;
    rows.exitCharge[count] = exitCharge;
    rows.cashHeld[count] = cash;
    cash -= exitCharge;
    cash -= -direction * units * exitPrice * multiplier;
    rows.cashAfter[count] = cash;
    count++;
    if (cash <= 0 && brokeBar < 0) trades.brokeBar = exitBar;
  }
  trades.cash = cash;
  trades.count = count;
  return trip;
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
