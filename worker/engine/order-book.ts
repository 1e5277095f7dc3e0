import type { OrderStatus } from '#shared/domain/run-result.ts';
import type { ExitPlan } from './exit-plan.ts';
import type { Ledger } from './ledger.ts';
import { type OcoGroup, Order, type OrderTerms, PLAIN } from './order.ts';
import { removeFrom } from './remove-from.ts';
import type { Semantics } from './semantics/semantics.ts';

/** The orders that wait, in the order in which they are asked; all that becomes of one is written to the ledger. */
export class OrderBook {
  /** Market orders of all symbols, where bars are met along their path. */
  readonly market: Order[] = [];
  /** How many orders wait in all. */
  workingCount = 0;
  /** How many of them don't wait for ever, and how many wait for a close. */
  timedCount = 0;
  atCloseCount = 0;
  /** Told of entries that ended before they were filled whole, where exits may have waited for them. */
  onEntryLost: (symbol: number, bar: number) => void = () => {};
  readonly #resting: readonly Order[][];
  readonly #plans: readonly ExitPlan[][];
  readonly #groups = new Map<string, OcoGroup>();
  readonly #semantics: Semantics;
  readonly #ledger: Ledger;

  constructor(symbols: number, semantics: Semantics, ledger: Ledger) {
    this.#ledger = ledger;
    this.#resting = Array.from({ length: symbols }, () => []);
    this.#plans = Array.from({ length: symbols }, () => []);
    this.#semantics = semantics;
  }

  /** Priced orders of a symbol; with its market orders among them where bars are met as a queue. */
  restingOn(symbol: number): Order[] {
    return this.#resting[symbol] as Order[];
  }

  /** Exits that the strategy sent for a symbol, in the order in which they reserve units. */
  plansOn(symbol: number): ExitPlan[] {
    return this.#plans[symbol] as ExitPlan[];
  }

  /**
   * Takes an order, which can fill from `firstBar` on.
   * @param parent id of the entry that it protects, or −1
   * @param replaced a waiting order whose place in the queue it takes
   */
  place(terms: OrderTerms, parent: number, bar: number, firstBar: number, replaced: Order | null = null): Order {
    const order = new Order(this.#ledger.orderCount, terms, parent, firstBar);
    this.#ledger.addOrder(order, bar);
    this.workingCount++;
    this.#countKinds(order, 1);
    const queue = this.#queueOf(order);
    const place = replaced === null ? -1 : queue.indexOf(replaced);
    if (place >= 0) queue.splice(place, 0, order);
    else this.#join(queue, order);
    return order;
  }

  /** Moves a waiting order to where a new one of its kind would stand. */
  requeue(order: Order): void {
    const queue = this.#queueOf(order);
    removeFrom(queue, order);
    this.#join(queue, order);
  }

  /** Writes down an order that can't be taken, with the reason. */
  refuse(terms: OrderTerms, bar: number, reason: string): Order {
    const order = new Order(this.#ledger.orderCount, terms, -1, bar);
    this.#ledger.addOrder(order, bar);
    order.status = 'rejected';
    this.#ledger.endOrder(order, 'rejected', bar, reason);
    return order;
  }

  /** Writes down how an order ended, and lets go of it. Nothing happens to one that has ended before. */
  end(order: Order, status: OrderStatus, bar: number, reason: string | null): void {
    if (order.status !== 'pending') return;
    order.status = status;
    this.#ledger.endOrder(order, status, bar, reason);
    const queue = this.#queueOf(order);
    removeFrom(queue, order);
    this.workingCount--;
    this.#countKinds(order, -1);
    const { group, plan } = order;
    if (group !== null) group.members = group.members.filter((member) => member !== order);
    if (plan !== null) plan.legs = plan.legs.filter((leg) => leg !== order);
    const { symbol, role } = order.terms;
    if (role === 'entry' && status !== 'filled' && this.plansOn(symbol).length > 0) this.onEntryLost(symbol, bar);
  }

  /** The group of a name, made when it is first asked for. */
  groupNamed(symbol: number, name: string, mode: OcoGroup['mode']): OcoGroup {
    const key = `${symbol} ${name}`;
    const known = this.#groups.get(key);
    if (known !== undefined && known.members.length > 0) return known;
    const group: OcoGroup = { mode, members: [] };
    this.#groups.set(key, group);
    return group;
  }

  /** The pending order that a strategy gave this name. */
  named(symbol: number, name: string): Order | undefined {
    const isNamed = (order: Order) => order.terms.symbol === symbol && order.terms.options.name === name;
    return this.market.find(isNamed) ?? this.restingOn(symbol).find(isNamed);
  }

  /** Everything that waits for a symbol. */
  waitingOn(symbol: number): Order[] {
    return [...this.market.filter((order) => order.terms.symbol === symbol), ...this.restingOn(symbol)];
  }

  /** Everything that waits, symbol by symbol in the order of `waitingOn`. */
  waiting(): Order[] {
    return [...this.market, ...this.#resting.flat()].sort((a, b) => a.terms.symbol - b.terms.symbol);
  }

  dropPlan(plan: ExitPlan): void {
    removeFrom(this.plansOn(plan.symbol), plan);
  }

  #countKinds({ terms: { options } }: Order, step: 1 | -1): void {
    if (options === PLAIN) return;
    if (options.timeInForce !== 'gtc' || options.until !== Number.POSITIVE_INFINITY) this.timedCount += step;
    if (options.atClose) this.atCloseCount += step;
  }

  #queueOf(order: Order): Order[] {
    const isApart = order.isMarket && this.#semantics.meeting === 'path';
    return isApart ? this.market : this.restingOn(order.terms.symbol);
  }

  #join(queue: Order[], order: Order): void {
    if (this.#goesFirst(order)) queue.unshift(order);
    else if (this.#semantics.goesFirst === 'protection' && order.isProtective) addToProtection(queue, order);
    else queue.push(order);
  }

  #goesFirst(order: Order): boolean {
    return this.#semantics.goesFirst === 'exits' && (order.terms.role === 'exit' || order.terms.role === 'stop-loss');
  }
}

function addToProtection(queue: Order[], order: Order): void {
  const behind = queue.findIndex((other) => !other.isProtective);
  queue.splice(behind < 0 ? queue.length : behind, 0, order);
}
