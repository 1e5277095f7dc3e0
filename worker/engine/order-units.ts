import type { CommissionModel } from './costs/commission.ts';
import type { Quote } from './deal.ts';
import type { Desk } from './desk.ts';
import { unitsReservedFor } from './exit-plan.ts';
import { entriesHeld, unitsOf } from './lots.ts';
import type { Direction, Order, OrderTerms } from './order.ts';
import type { Holding } from './portfolio.ts';
import { type EntrySizing, entrySizing } from './sizing/entry-sizing.ts';
import { unitsToClose } from './sizing.ts';

export const TOO_MANY_ENTRIES = 'as many entries as allowed are open in this direction';

/** How many units an order means, given what is held and what waits. */
export class OrderUnits {
  readonly #desk: Desk;
  readonly #sizeEntry: EntrySizing;
  /** Orders turn what is held when they are filled, instead of when they are sent. */
  readonly #turnsAtFill: boolean;

  constructor(desk: Desk) {
    this.#desk = desk;
    const { semantics, portfolio, account } = desk;
    this.#sizeEntry = entrySizing(semantics, portfolio, account);
    this.#turnsAtFill = semantics.meeting === 'queue';
  }

  /** Whether as many entries as allowed are open in the direction of one more. */
  isOneTooMany({ symbol, direction, options }: OrderTerms): boolean {
    const { portfolio, account, semantics } = this.#desk;
    const { lots } = portfolio.holding(symbol);
    const most = options.pyramiding ?? account.pyramiding ?? semantics.pyramiding;
    return most <= lots.length && entriesHeld(lots, direction) >= most;
  }

  /** Units held that an exit could close; 0 or less when there are none on the other side. */
  against(order: Order, holding: Holding): number {
    const { options, direction } = order.terms;
    return order.lot === null ? unitsOf(holding.lots, options.entry, opposite(direction)) : order.lot.qty;
  }

  toClose(order: Order, holding: Holding): number {
    const { plan, terms, remaining } = order;
    const against = this.against(order, holding);
    if (plan !== null) {
      const plans = this.#desk.book.plansOn(plan.symbol);
      return Math.min(against, unitsReservedFor(plan, plans, holding.lots, holding.instrument.lotStep));
    }
    return unitsToClose(Number.isNaN(remaining) ? terms.size : { kind: 'units', value: remaining }, against);
  }

  toOpen(order: Order, holding: Holding, quote: Quote, commission: CommissionModel, isMaker: boolean): number {
    let units = order.remaining;
    if (Number.isNaN(units)) {
      units = this.sized(order, holding, quote, commission, isMaker);
      units += this.#turnsAtFill ? this.#turnedNow(order, holding) : order.turns;
    }
    return order.terms.options.reduceOnly ? Math.min(units, this.against(order, holding)) : units;
  }

  /** What the size of an entry comes to at a price, without what it turns. */
  sized(order: Order, holding: Holding, quote: Quote, commission: CommissionModel, isMaker: boolean): number {
    return this.#sizeEntry(order, holding, quote, commission, isMaker);
  }

  /** Units that an order turns, as they are when it is sent: those held the other way round, less what closes take. */
  turnedAtSending({ terms: { symbol, direction, options } }: Order): number {
    const { portfolio, semantics, book } = this.#desk;
    if (this.#turnsAtFill || !(options.reverse ?? semantics.reverses)) return 0;
    const holding = portfolio.holding(symbol);
    let against = unitsOf(holding.lots, null, opposite(direction));
    if (against === 0) return 0;
    for (const order of book.waitingOn(symbol)) {
      const { terms } = order;
      if (!order.isMarket || terms.role !== 'exit' || terms.direction !== direction) continue;
      against -= Math.min(against, this.toClose(order, holding));
    }
    return against;
  }

  #turnedNow({ terms: { direction, options } }: Order, holding: Holding): number {
    const turns = options.reverse ?? this.#desk.semantics.reverses;
    return turns ? Math.max(0, -direction * holding.size) : 0;
  }
}

function opposite(direction: Direction): Direction {
  return direction === 1 ? -1 : 1;
}
