import { type CloseTerms, closingOrder } from './closing-order.ts';
import { Contingencies, type ExitTerms } from './contingencies.ts';
import type { Desk } from './desk.ts';
import { toTick } from './distance.ts';
import { Execution, type ForcedClose } from './execution.ts';
import { closesOwnLots, LotExits } from './lot-exits.ts';
import { unitsOf } from './lots.ts';
import { unitsToLiquidate } from './margin-call.ts';
import type { Meeting } from './meeting.ts';
import type { Direction, Order, OrderTerms, SizeSpec } from './order.ts';
import { OrderUnits, TOO_MANY_ENTRIES } from './order-units.ts';
import { PathMeeting } from './path-meeting.ts';
import { QueueMeeting } from './queue-meeting.ts';
import { floorToLot } from './sizing.ts';
import { startTrail } from './trailing.ts';

/** Takes orders, keeps those that wait, and lets each bar meet them by the rules of the run's semantics. */
export class Broker {
  readonly #desk: Desk;
  readonly #units: OrderUnits;
  readonly #execution: Execution;
  readonly #contingencies: Contingencies;
  /** Null where exits close the position's units, whichever entry these came with. */
  readonly #lotExits: LotExits | null;
  readonly #meeting: Meeting;
  readonly #looksAhead: boolean;
  readonly #tradesClose: boolean;
  /** Share of what is held that equity must cover; 0 = there are no margin calls. */
  readonly #margin: number;
  /** Symbols that are no longer traded. */
  readonly #delisted = new Set<number>();

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#units = new OrderUnits(desk);
    this.#execution = new Execution(desk, this.#units);
    this.#contingencies = new Contingencies(desk, this.#execution);
    const Meet = desk.semantics.meeting === 'path' ? PathMeeting : QueueMeeting;
    this.#meeting = new Meet(desk, this.#execution, this.#contingencies);
    const { semantics, account } = desk;
    this.#lotExits = closesOwnLots(semantics, account) ? new LotExits(desk) : null;
    this.#looksAhead = semantics.marksInBar === 'close';
    this.#tradesClose = account.timing === 'close' && semantics.closeTiming === 'same-bar';
    const margin = semantics.marginRequirement === 'initial' ? 1 / account.leverage : account.maintenanceMargin;
    this.#margin = semantics.marginCall === 'none' ? 0 : margin;
  }

  /** True while any order waits: otherwise a bar needs no look at the market. */
  get hasOrders(): boolean {
    return this.#desk.book.workingCount > 0;
  }

  /** Bars inside which the order of events can't be known from the bar alone. */
  get ambiguousBars(): number {
    return this.#execution.ambiguousBars;
  }

  /** Takes an order; it can fill from the next bar on. */
  submit(terms: OrderTerms, bar: number): Order {
    const { semantics, book, portfolio, quotes } = this.#desk;
    const { options, symbol, trail } = terms;
    const { instrument } = portfolio.holding(symbol);
    if (this.#delisted.has(symbol)) return book.refuse(terms, bar, NO_LONGER_TRADED);
    if (this.#units.isOneTooMany(terms)) return book.refuse(terms, bar, TOO_MANY_ENTRIES);
    const replaced = options.name === null ? null : (book.named(symbol, options.name) ?? null);
    const order = book.place(terms, -1, bar, bar + 1, replaced);
    if (replaced !== null) book.end(replaced, 'cancelled', bar, 'replaced by an order of the same name');
    if (options.oco !== null) {
      order.group = book.groupNamed(symbol, options.oco, options.ocoMode);
      order.group.members.push(order);
    }
    const onTicks = semantics.levels === 'outward-ticks';
    if (onTicks) putOnTicks(order, instrument.tickSize);
    if (trail !== null) startTrail(order, quotes.close(symbol), trail.from, instrument.tickSize, onTicks);
    this.#execution.addTurn(order);
    if (semantics.sizing === 'equity-at-signal') this.#execution.sizeAtSignal(order, quotes.close(symbol), bar);
    return order;
  }

  /** Writes down an order that can't be taken, with the reason. */
  refuse(terms: OrderTerms, bar: number, reason: string): Order {
    return this.#desk.book.refuse(terms, bar, reason);
  }

  cancel(order: Order, bar: number): void {
    this.#desk.book.end(order, 'cancelled', bar, 'cancelled by the strategy');
  }

  /**
   * Changes the levels or the units (filled ones included, floored to whole lots, without those of a position that it
   * turns) of an order that waits; NaN leaves a value as it is. One that is made no larger than what was filled has come to its end.
   */
  modify(order: Order, change: { size: number; limit: number; stop: number }, bar: number): void {
    if (order.status !== 'pending') return;
    const { ledger, book, portfolio, semantics } = this.#desk;
    const { tickSize, lotStep } = portfolio.holding(order.terms.symbol).instrument;
    if (!Number.isNaN(change.limit)) {
      order.limit = change.limit;
      order.arrival = bar + 1;
    }
    if (!Number.isNaN(change.stop)) order.stop = change.stop;
    if (semantics.levels === 'outward-ticks') putOnTicks(order, tickSize);
    ledger.setOrderLevels(order);
    if (Number.isNaN(change.size)) return;
    const size = floorToLot(change.size, lotStep) + order.turns;
    ledger.setOrderQty(order, Math.max(size, order.filled));
    order.remaining = size - order.filled;
    if (!(order.remaining > 0)) book.end(order, 'cancelled', bar, 'made no larger than what was filled');
  }

  /** Cancels what the strategy sent for a symbol and what hasn't filled; protective orders stay. */
  cancelEntries(symbol: number, bar: number): void {
    for (const order of this.#desk.book.waitingOn(symbol)) if (!order.isProtective) this.cancel(order, bar);
  }

  /** Cancels orders and exits that the strategy gave this name. */
  cancelNamed(symbol: number, name: string, bar: number): void {
    for (const order of this.#desk.book.waitingOn(symbol)) {
      if (order.terms.options.name === name) this.cancel(order, bar);
    }
    this.#contingencies.cancelExits(symbol, name, bar);
  }

  /** Sends market orders that close a position, or part of it; nothing when there is nothing to close. */
  closePosition(symbol: number, terms: CloseTerms, bar: number): void {
    if (this.#lotExits !== null) {
      this.#lotExits.close(symbol, terms, bar);
      return;
    }
    const { portfolio, book } = this.#desk;
    const holding = portfolio.holding(symbol);
    const held = unitsOf(holding.lots, terms.entry, null);
    if (held === 0) return;
    const { percent } = terms;
    const part = percent < 100 ? floorToLot((held * percent) / 100, holding.instrument.lotStep) : terms.size;
    const size: SizeSpec = Number.isNaN(part) ? WHOLE_POSITION : { kind: 'units', value: part };
    book.place(closingOrder(symbol, holding.size > 0 ? -1 : 1, size, terms), -1, bar, bar + 1);
  }

  /** Sends an exit, or replaces the one of its name, which keeps its place and a running trail. */
  sendExit(terms: ExitTerms, bar: number): void {
    this.#contingencies.sendExit(terms, this.#desk.quotes.close(terms.symbol), bar);
  }

  /**
   * Sets, moves or removes the protective orders of the whole position: undefined leaves a leg as it is, null
   * removes it, a price replaces whatever protected the position on that side. Does nothing when flat.
   */
  protect(
    symbol: number,
    levels: { stopLoss?: number | null | undefined; takeProfit?: number | null | undefined },
    bar: number,
  ): void {
    if (this.#desk.portfolio.holding(symbol).gross === 0) return;
    const exits = this.#lotExits ?? this.#contingencies;
    if (levels.stopLoss !== undefined) exits.protect(symbol, 'stop-loss', levels.stopLoss, bar);
    if (levels.takeProfit !== undefined) exits.protect(symbol, 'take-profit', levels.takeProfit, bar);
  }

  /**
   * Lets every waiting order meet the bar. Call it when `hasOrders`. All symbols meet their opens first, so that what
   * one brings inside its bar never pays for a fill at another's open; then their bars are met one after the other:
   * which of two events inside bars of different symbols came first can't be known.
   */
  fillBar(bar: number): void {
    const { book, portfolio, quotes } = this.#desk;
    const symbols = portfolio.holdings.length;
    if (book.timedCount > 0) this.#endLapsed(bar);
    for (let symbol = 0; symbol < symbols; symbol++) {
      if (quotes.row(symbol) < 0) continue;
      portfolio.holding(symbol).mark = this.#looksAhead ? quotes.close(symbol) : quotes.open(symbol);
    }
    quotes.isUnderWay = true;
    this.#meeting.meetOpen(bar);
    for (let symbol = 0; symbols > 1 && symbol < symbols; symbol++) {
      if (book.restingOn(symbol).length > 0 && quotes.row(symbol) >= 0) this.#meeting.meetOpenOf(symbol, bar);
    }
    for (let symbol = 0; symbol < symbols; symbol++) {
      if (book.restingOn(symbol).length > 0 && quotes.row(symbol) >= 0) this.#meeting.meetBar(symbol, bar);
    }
    quotes.isUnderWay = false;
    for (let symbol = 0; symbol < symbols; symbol++) {
      if (book.restingOn(symbol).length > 0 && quotes.row(symbol) >= 0) this.#meeting.endBar(symbol, bar);
    }
    if (book.atCloseCount > 0) this.#meetClose(bar, (order) => order.terms.options.atClose && order.firstBar <= bar);
    if (book.timedCount > 0) this.#endUnfilled(bar, () => true);
  }

  /**
   * Lets orders that were sent on this bar meet its close, where the account trades closes.
   * @returns whether any could
   */
  fillAtClose(bar: number): boolean {
    if (!this.#tradesClose || !this.hasOrders) return false;
    const isDue = (order: Order) => order.firstBar > bar && !order.terms.options.atClose;
    this.#meetClose(bar, isDue);
    if (this.#desk.book.timedCount > 0) this.#endUnfilled(bar, (order) => order.isMarket && isDue(order));
    return true;
  }

  /** Whether equity is less than what is held asks for. */
  isBelowMargin(equity: number): boolean {
    return this.#margin > 0 && equity < this.#margin * this.#desk.portfolio.grossExposure;
  }

  /**
   * Closes what a margin call takes at the bar's close, of the largest positions first; of those only that have a bar
   * now, because nothing else can be sold.
   */
  meetMarginCall(bar: number): void {
    const { portfolio, quotes, semantics } = this.#desk;
    if (semantics.marginCall === 'none') return;
    const symbols = [...portfolio.holdings.keys()];
    symbols.sort((a, b) => portfolio.holding(b).exposure - portfolio.holding(a).exposure);
    for (const symbol of symbols) {
      const { lots, size, exposure, gross, instrument } = portfolio.holding(symbol);
      if (gross === 0 || quotes.row(symbol) < 0) continue;
      const held: Direction = size < 0 ? -1 : 1;
      const position = { units: unitsOf(lots, null, held), unitValue: exposure / gross, lotStep: instrument.lotStep };
      const { equity, grossExposure } = portfolio;
      const qty = unitsToLiquidate(semantics.marginCall, this.#margin, equity, grossExposure, position);
      if (qty > 0) this.#forceClose(symbol, held, qty, 'margin-call', bar);
    }
  }

  /**
   * Closes everything at the last known prices, because the data ends or the account is broke. No liquidation can sell
   * a symbol that has no bar now: it is closed because the run ends there, and flagged so.
   */
  closeAll(bar: number, rule: 'end-of-data' | 'liquidation'): void {
    const { portfolio, quotes } = this.#desk;
    for (let symbol = 0; symbol < portfolio.holdings.length; symbol++) {
      this.closeOut(symbol, quotes.row(symbol) < 0 ? 'end-of-data' : rule, bar);
    }
  }

  /** Positions stay open: what they would bring at the last price is listed, and nothing is traded. */
  listOpen(bar: number): void {
    const { portfolio } = this.#desk;
    for (let symbol = 0; symbol < portfolio.holdings.length; symbol++) this.#execution.listOpen(symbol, bar);
  }

  /**
   * Lets the orders that wait meet the last bar once more, with those to close everything in front. What they open
   * stays open.
   */
  meetLastBarAgain(bar: number): void {
    const { portfolio, book, quotes } = this.#desk;
    for (let symbol = 0; symbol < portfolio.holdings.length; symbol++) {
      if (quotes.row(symbol) < 0) {
        this.closeOut(symbol, 'end-of-data', bar);
        continue;
      }
      portfolio.holding(symbol).mark = quotes.close(symbol);
      for (const order of book.waitingOn(symbol)) order.firstBar = Math.min(order.firstBar, bar);
      this.#lotExits?.closeForGood(symbol, bar - 1);
      if (book.restingOn(symbol).length > 0) this.#meeting.meetBar(symbol, bar);
      this.#execution.listOpen(symbol, bar);
    }
  }

  /** A symbol is no longer traded: what is held is closed at its last price, and no order for it waits on. */
  delist(symbol: number, bar: number): void {
    this.#delisted.add(symbol);
    this.closeOut(symbol, 'delisted', bar);
    const { book } = this.#desk;
    for (const order of book.waitingOn(symbol)) book.end(order, 'cancelled', bar, NO_LONGER_TRADED);
  }

  /** Closes all that is held of a symbol at its last known price. */
  closeOut(symbol: number, rule: 'end-of-data' | 'liquidation' | 'delisted', bar: number): void {
    const { lots } = this.#desk.portfolio.holding(symbol);
    if (this.#lotExits !== null) {
      // Copied, because closing shrinks them.
      const apart = lots.map(({ direction, qty }) => ({ direction, qty }));
      for (const { direction, qty } of apart) this.#forceClose(symbol, direction, qty, rule, bar);
      return;
    }
    for (const held of [1, -1] as const) {
      const qty = unitsOf(lots, null, held);
      if (qty > 0) this.#forceClose(symbol, held, qty, rule, bar);
    }
  }

  #forceClose(symbol: number, held: Direction, qty: number, rule: ForcedClose, bar: number): void {
    const direction: Direction = held === 1 ? -1 : 1;
    this.#execution.close(symbol, direction, qty, rule, bar);
    this.#contingencies.afterForcedClose(symbol, direction, bar);
  }

  #meetClose(bar: number, isDue: (order: Order) => boolean): void {
    const { book, portfolio, quotes, semantics } = this.#desk;
    const due = book.waiting().filter((order) => quotes.row(order.terms.symbol) >= 0 && isDue(order));
    for (let symbol = 0; symbol < portfolio.holdings.length; symbol++) {
      if (quotes.row(symbol) >= 0) portfolio.holding(symbol).mark = quotes.close(symbol);
    }
    const meet = (order: Order) => {
      if (order.status === 'pending') this.#meeting.meetClose(order, bar);
    };
    const isReducing = ({ terms }: Order) => portfolio.holding(terms.symbol).size * terms.direction < 0;
    // Sells that end a position free the cash that buys need, whatever the order of the calls.
    if (semantics.reducingFirst) due.filter(isReducing).forEach(meet);
    due.forEach(meet);
  }

  /** Orders whose time is over don't see this bar. */
  #endLapsed(bar: number): void {
    const { book, quotes } = this.#desk;
    for (const order of book.waiting()) {
      const { symbol, options } = order.terms;
      if (quotes.row(symbol) < 0) continue;
      const time = quotes.barTime(symbol);
      if (options.timeInForce === 'day' && Number.isNaN(order.lapse)) order.lapse = quotes.dayEnd(symbol);
      if (time >= options.until || time >= order.lapse) book.end(order, 'cancelled', bar, 'its time was over');
    }
  }

  /** Orders that fill at once or not at all have had their bar. */
  #endUnfilled(bar: number, isDue: (order: Order) => boolean): void {
    const { book, quotes } = this.#desk;
    for (const order of book.waiting()) {
      const { symbol, options } = order.terms;
      if (quotes.row(symbol) < 0 || (options.timeInForce !== 'ioc' && options.timeInForce !== 'fok')) continue;
      if (isDue(order)) book.end(order, 'cancelled', bar, 'not filled at once');
    }
  }
}

const NO_LONGER_TRADED = 'the symbol is no longer traded';
const WHOLE_POSITION: SizeSpec = Object.freeze({ kind: 'whole-position', value: 0 });

/** Stops move away from the market, limits too: to the next tick on the far side. */
function putOnTicks(order: Order, tickSize: number): void {
  const { direction } = order.terms;
  if (!Number.isNaN(order.stop)) order.stop = toTick(order.stop, direction, tickSize);
  if (!Number.isNaN(order.limit)) order.limit = toTick(order.limit, direction === 1 ? -1 : 1, tickSize);
}
