import type { BarIndex, Money } from '#shared/domain/units.ts';
import type { Size } from '#shared/strategy-api/orders.ts';
import type { Direction } from '../engine/order.ts';
import { unitsToTrade } from '../engine/sizing.ts';
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
  const { lowest, highest } = market.closes;
  const { instrument, commission, priceToTake, conditions } = market.terms;
  const { multiplier } = instrument;
  const bars = close.length;
  let { cash, rows, count } = trades;
  let trip = 0;
  for (; trip < trips.count && !trades.isOver; trip++) {
    const direction = trips.direction[trip] as Direction;
    const entryBar = trips.entryBar[trip] as number;
    const reference = trips.entryOpen[trip] as number;
    const entry = priceToTake(reference, direction, Number.NaN, conditions);
    const units = unitsToTrade(size, entry.price, cash, instrument, commission);
    if (!(units > 0)) break;
    const entryCharge = commission.charge(units, entry.price, multiplier, false);
    const equity = cash - entryCharge - units * (entry.spread + entry.slippage) * multiplier;
    if (!(units * reference * multiplier <= equity + 1e-9 * Math.abs(equity))) break;
    cash -= entryCharge;
    cash -= direction * units * entry.price * multiplier;

    let exitBar = trips.exitBar[trip] as number;
    let exitReference = trips.exitOpen[trip] as number;
    // Only where the worst price ever seen would ruin the account the bars have to be looked at.
    const worst = cash + direction * units * (direction === 1 ? lowest : highest) * multiplier;
    const brokeBar = worst > 0 ? -1 : firstRuin(cash, direction * units, multiplier, close, entryBar, exitBar);
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
    const exit = priceToTake(exitReference, -direction as Direction, Number.NaN, conditions);
    const exitCharge = commission.charge(units, exit.price, multiplier, false);
    const charges = units * (entryCharge / units + exitCharge / units);
    if (count === rows.qty.length) rows = trades.grow();
    rows.direction[count] = direction;
    rows.qty[count] = units;
    rows.entryBar[count] = entryBar;
    rows.entryPrice[count] = entry.price;
    rows.exitBar[count] = exitBar;
    rows.exitPrice[count] = exit.price;
    rows.commission[count] = charges;
    rows.pnl[count] = direction * units * multiplier * (exit.price - entry.price) - charges;
    rows.cashHeld[count] = cash;
    cash -= exitCharge;
    cash -= -direction * units * exit.price * multiplier;
    rows.cashAfter[count] = cash;
    count++;
    if (cash <= 0 && brokeBar < 0) trades.brokeBar = exitBar;
  }
  trades.cash = cash;
  trades.count = count;
  return trip;
}

/** The first bar of a position at whose close nothing is left; −1 when there is none. */
function firstRuin(
  cash: Money,
  units: number,
  multiplier: number,
  close: Float64Array,
  from: BarIndex,
  to: BarIndex,
): BarIndex {
  for (let bar = from; bar < to; bar++) if (cash + units * (close[bar] as number) * multiplier <= 0) return bar;
  return -1;
}
