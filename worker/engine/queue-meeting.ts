import type { FillRule, PathSegment } from '#shared/domain/run-result.ts';
import type { Contingencies } from './contingencies.ts';
import type { Desk } from './desk.ts';
import type { Execution } from './execution.ts';
import { isReached, waitsAtStop } from './matching.ts';
import type { Meeting } from './meeting.ts';
import type { Order } from './order.ts';

/**
 * A bar meets its orders as a queue: each in its turn is asked whether the bar's range reaches it. Where an entry
 * brings orders along that can fill on its bar, the whole queue is asked again.
 */
export class QueueMeeting implements Meeting {
  readonly #desk: Desk;
  readonly #execution: Execution;
  readonly #contingencies: Contingencies;
  /** Market orders fill at the close of the bar before the one that meets them. */
  readonly #fillsBehind: boolean;

  constructor(desk: Desk, execution: Execution, contingencies: Contingencies) {
    this.#desk = desk;
    this.#execution = execution;
    this.#contingencies = contingencies;
    this.#fillsBehind = desk.account.timing === 'close' && desk.semantics.closeTiming === 'next-bar';
  }

  /** Market orders stand in the queue of their symbol. */
  meetOpen(_bar: number): void {}

  /** An order asks for the range of its bar as a whole. */
  meetOpenOf(_symbol: number, _bar: number): void {}

  meetBar(symbol: number, bar: number): void {
    const resting = this.#desk.book.restingOn(symbol);
    for (let isAgain = true; isAgain; ) {
      isAgain = false;
      for (const order of resting.slice()) {
        if (order.status !== 'pending' || order.firstBar > bar || order.terms.options.atClose) continue;
        if (this.#ask(order, bar)) isAgain ||= resting.some((leg) => leg.parent === order.id && leg.firstBar <= bar);
      }
    }
  }

  endBar(symbol: number, bar: number): void {
    this.#moveTrails(this.#desk.book.restingOn(symbol), symbol, bar);
  }

  meetClose(order: Order, bar: number): void {
    const { quotes } = this.#desk;
    const { symbol } = order.terms;
    if (!order.isMarket || quotes.row(symbol) < 0) return;
    this.#fill(order, quotes.close(symbol), 'market-close', 'close', bar);
  }

  /** Fills an order if the bar reaches it; returns whether it did. */
  #ask(order: Order, bar: number): boolean {
    if (order.plan !== null && this.#execution.unitsOfLeg(order) <= 0) return false;
    if (order.isMarket) return this.#fillMarket(order, bar);
    if (waitsAtStop(order)) return this.#askStop(order, bar);
    return !Number.isNaN(order.limit) && this.#askLimit(order, bar);
  }

  #fillMarket(order: Order, bar: number): boolean {
    const { quotes } = this.#desk;
    const { symbol } = order.terms;
    if (!this.#fillsBehind) return this.#fill(order, quotes.open(symbol), 'market-open', 'open', bar);
    return this.#fill(order, quotes.before.close(symbol), 'market-close', 'close', bar - 1);
  }

  #askLimit(order: Order, bar: number): boolean {
    const { symbol } = order.terms;
    if (!isReached(order, this.#best(order))) return false;
    const open = this.#desk.quotes.open(symbol);
    if (!isReached(order, open)) return this.#fill(order, order.limit, 'limit-touch', 'to-close', bar);
    return this.#fill(order, open, open === order.limit ? 'limit-touch' : 'limit-gap', 'open', bar);
  }

  #askStop(order: Order, bar: number): boolean {
    const { quotes } = this.#desk;
    const { symbol, direction } = order.terms;
    if (!isReached(order, direction === 1 ? quotes.high(symbol) : quotes.low(symbol))) return false;
    // Entries start from where market orders fill.
    const start = this.#fillsBehind && !order.isProtective ? quotes.before.close(symbol) : quotes.open(symbol);
    const isPassed = isReached(order, start);
    const price = isPassed ? start : order.stop;
    const rule = price === order.stop ? 'stop-touch' : 'stop-gap';
    const segment = isPassed ? 'open' : 'to-close';
    if (Number.isNaN(order.limit)) return this.#fill(order, price, rule, segment, bar);
    order.isTriggered = true;
    // A limit at the stop or on this side of it can have been touched before the stop was.
    const liesBeyond = direction === 1 ? order.limit > order.stop : order.limit < order.stop;
    if (!liesBeyond || !isReached(order, this.#best(order))) return false;
    if (isReached(order, price)) return this.#fill(order, price, rule, segment, bar);
    return this.#fill(order, order.limit, 'limit-touch', 'to-close', bar);
  }

  /** The bar's price that is best for an order. */
  #best({ terms: { symbol, direction } }: Order): number {
    const { quotes } = this.#desk;
    return direction === 1 ? quotes.low(symbol) : quotes.high(symbol);
  }

  #moveTrails(resting: readonly Order[], symbol: number, bar: number): void {
    const { quotes } = this.#desk;
    for (const order of resting) {
      if (order.terms.trail === null || order.firstBar > bar) continue;
      const extreme = order.terms.direction === -1 ? quotes.high(symbol) : quotes.low(symbol);
      this.#execution.moveTrail(order, extreme);
    }
  }

  #fill(order: Order, reference: number, rule: FillRule, segment: PathSegment, bar: number): boolean {
    const { portfolio, quotes } = this.#desk;
    const { symbol } = order.terms;
    const before = portfolio.holding(symbol).size;
    const qty = this.#execution.fill(order, reference, rule, segment, false, bar);
    if (qty === 0) return false;
    const low = quotes.low(symbol);
    const high = quotes.high(symbol);
    this.#contingencies.afterFill(order, qty, before, { bar, segment, low, high });
    return true;
  }
}
