import type { FillRule, PathSegment } from '#shared/domain/run-result.ts';
import type { Contingencies } from './contingencies.ts';
import type { Desk } from './desk.ts';
import type { Execution } from './execution.ts';
import type { FinerBars } from './finer-bars.ts';
import { distanceOnLeg, fillRule, isReached, isWithinBar, waitingLevel, waitsAtStop } from './matching.ts';
import type { Meeting } from './meeting.ts';
import type { Order } from './order.ts';
import { BarPath } from './path.ts';

/**
 * A bar meets its orders along the assumed way of the price: market orders at the open (those that reduce a
 * position before those that add to one, where the semantics say so), then priced orders as the price reaches them.
 * Where shorter bars are at hand the way goes through these, one after the other, each as if it were the bar.
 */
export class PathMeeting implements Meeting {
  readonly #desk: Desk;
  readonly #execution: Execution;
  readonly #contingencies: Contingencies;
  readonly #path = new BarPath();
  /** The walk is inside a shorter bar that isn't the first of its bar. */
  #isInside = false;
  /** For each symbol the last bar through which shorter bars showed the way. */
  readonly #walkedThrough: number[] = [];

  constructor(desk: Desk, execution: Execution, contingencies: Contingencies) {
    this.#desk = desk;
    this.#execution = execution;
    this.#contingencies = contingencies;
  }

  meetOpen(bar: number): void {
    const { book, semantics } = this.#desk;
    if (book.market.length === 0) return;
    const waiting = book.market.slice();
    if (semantics.reducingFirst) {
      // Sells that end a position free the cash that buys need, whatever the order of the calls.
      for (let i = 0; i < waiting.length; i++) {
        const order = waiting[i] as Order;
        if (order.status === 'pending' && this.#isReducing(order)) this.#fillAtOpen(order, bar);
      }
    }
    for (let i = 0; i < waiting.length; i++) {
      const order = waiting[i] as Order;
      if (order.status === 'pending') this.#fillAtOpen(order, bar);
    }
  }

  meetOpenOf(symbol: number, bar: number): void {
    const { book, quotes } = this.#desk;
    this.#path.start(quotes.open(symbol), quotes.high(symbol), quotes.low(symbol), quotes.close(symbol));
    const resting = book.restingOn(symbol);
    const next = () => {
      this.#follow(resting, bar);
      return this.#nextOnLeg(resting, bar);
    };
    for (let order = next(); order !== null && distanceOnLeg(order, this.#path) === 0; order = next()) {
      this.#meet(order, bar);
    }
  }

  meetBar(symbol: number, bar: number): void {
    const resting = this.#desk.book.restingOn(symbol);
    const { quotes, finer } = this.#desk;
    const low = quotes.low(symbol);
    const high = quotes.high(symbol);
    const inside = finer[symbol] ?? null;
    const isMet = resting.some((order) => isWithinBar(order, low, high) || this.#followsPath(order));
    if (inside !== null && (isMet || resting.some(isTrailing)) && inside.lookInto(quotes.row(symbol))) {
      this.#walkThrough(inside, resting, bar);
      this.#walkedThrough[symbol] = bar;
    } else if (isMet) {
      this.#path.start(quotes.open(symbol), high, low, quotes.close(symbol));
      this.#walk(resting, bar);
    }
  }

  endBar(symbol: number, bar: number): void {
    if (this.#desk.semantics.trailing !== 'after-bar' || this.#walkedThrough[symbol] === bar) return;
    const { book, quotes } = this.#desk;
    const resting = book.restingOn(symbol);
    if (!resting.some(isTrailing)) return;
    this.#path.start(quotes.open(symbol), quotes.high(symbol), quotes.low(symbol), quotes.close(symbol));
    this.#moveTrails(resting, bar);
  }

  meetClose(order: Order, bar: number): void {
    const { quotes } = this.#desk;
    const { symbol } = order.terms;
    if (quotes.row(symbol) < 0) return;
    const close = quotes.close(symbol);
    if (order.plan !== null && this.#execution.unitsOfLeg(order) <= 0) return;
    if (order.isMarket) this.#fill(order, close, 'market-close', 'close', false, bar);
    else if (isStop(order) && isReached(order, close)) this.#fill(order, close, 'stop-gap', 'close', false, bar);
  }

  #isReducing(order: Order): boolean {
    return this.#desk.portfolio.holding(order.terms.symbol).size * order.terms.direction < 0;
  }

  #fillAtOpen(order: Order, bar: number): void {
    const { symbol, options } = order.terms;
    if (options.atClose || order.firstBar > bar || this.#desk.quotes.row(symbol) < 0) return;
    this.#fill(order, this.#desk.quotes.open(symbol), 'market-open', 'open', false, bar);
  }

  /** Walks the bar's path, filling priced orders where it meets them, until nothing more is met. */
  #walk(resting: readonly Order[], bar: number): void {
    const path = this.#path;
    this.#follow(resting, bar);
    while (!path.isFinished) {
      const order = this.#nextOnLeg(resting, bar);
      if (order === null) path.finishLeg();
      else this.#meet(order, bar);
      this.#follow(resting, bar);
    }
  }

  #walkThrough(inside: FinerBars, resting: readonly Order[], bar: number): void {
    for (let row = inside.from; row < inside.to; row++) {
      this.#isInside = row > inside.from;
      inside.begin(this.#path, row);
      this.#walk(resting, bar);
      if (this.#desk.semantics.trailing === 'after-bar') this.#moveTrails(resting, bar);
      // What was entered inside one of them has seen it: the next one lies before it as a whole.
      for (const order of resting) {
        order.insideBar = -1;
        order.uncertainBar = -1;
      }
    }
    this.#isInside = false;
  }

  /** The order that the current leg meets first; of several at one price, stop-losses go first, then older ones. */
  #nextOnLeg(resting: readonly Order[], bar: number): Order | null {
    const path = this.#path;
    let next: Order | null = null;
    let shortest = Number.POSITIVE_INFINITY;
    for (const order of resting) {
      if (order.firstBar > bar) continue;
      const distance = distanceOnLeg(order, path);
      if (distance > shortest || distance === Number.POSITIVE_INFINITY) continue;
      if (distance === shortest && next !== null && !this.#goesBefore(order, next)) continue;
      if (order.plan !== null && this.#execution.unitsOfLeg(order) <= 0) continue;
      next = order;
      shortest = distance;
    }
    return next;
  }

  #goesBefore(order: Order, other: Order): boolean {
    const { semantics } = this.#desk;
    if (semantics.buyStopFirst) {
      const areOpposite = order.terms.direction === 1 && other.terms.direction === -1;
      return areOpposite && isStopEntry(order) && isStopEntry(other);
    }
    return isStopLoss(order) && !isStopLoss(other);
  }

  #meet(order: Order, bar: number): void {
    const path = this.#path;
    if (distanceOnLeg(order, path) > 0) path.moveTo(waitingLevel(order));
    if (waitsToTrail(order)) {
      this.#execution.moveTrail(order, path.price);
      return;
    }
    const rule = fillRule(order, path);
    if (!order.isProtective) {
      if (waitsAtStop(order) && !Number.isNaN(order.limit)) {
        order.isTriggered = true;
        order.takes = isReached(order, path.price);
      } else this.#fill(order, path.price, rule, path.segment, false, bar);
      return;
    }
    const { bothLegs } = this.#desk.semantics;
    if (bothLegs === 'path') {
      this.#fill(order, path.price, rule, path.segment, false, bar);
      return;
    }
    const worse = order.terms.role === 'take-profit' ? bothLegs === 'pessimistic' : bothLegs === 'optimistic';
    const other = path.atOpen ? null : this.#opponentInReach(order, bar);
    if (other !== null && worse) {
      // Both lie in what is left of the bar: the other one is assumed.
      const touch = waitsAtStop(other) ? 'stop-touch' : 'limit-touch';
      this.#fill(other, waitingLevel(other), touch, path.segment, true, bar);
    } else {
      this.#fill(order, path.price, rule, path.segment, other !== null || order.uncertainBar === bar, bar);
    }
  }

  /** The opposite leg that guards the same units and that the rest of the bar would reach as well. */
  #opponentInReach(order: Order, bar: number): Order | null {
    const isOpponent = (other: Order) =>
      other.firstBar <= bar &&
      !waitsToTrail(other) &&
      guardTheSameUnits(order, other) &&
      this.#path.stillReaches(waitingLevel(other));
    return this.#desk.book.restingOn(order.terms.symbol).find(isOpponent) ?? null;
  }

  #fill(order: Order, reference: number, rule: FillRule, segment: PathSegment, ambiguous: boolean, bar: number): void {
    const { portfolio } = this.#desk;
    const holding = portfolio.holding(order.terms.symbol);
    const before = holding.size;
    const qty = this.#isInside
      ? this.#execution.fill(order, reference, ruleInside(rule), 'finer', ambiguous, bar)
      : this.#execution.fill(order, reference, rule, segment, ambiguous, bar);
    if (qty === 0) return;
    const { low, high } = this.#path;
    this.#contingencies.afterFill(order, qty, before, { bar, segment, low, high });
  }

  #followsPath(order: Order): boolean {
    return isTrailing(order) && this.#desk.semantics.trailing === 'along-path';
  }

  /** Trailing stops see each price that the walk comes to. */
  #follow(resting: readonly Order[], bar: number): void {
    if (this.#desk.semantics.trailing !== 'along-path') return;
    for (const order of resting) {
      if (isTrailing(order) && Number.isNaN(order.activation) && order.firstBar <= bar) {
        this.#execution.moveTrail(order, this.#path.price);
      }
    }
  }

  /** After the bar trailing stops move behind its extreme; entered inside the bar, they know its close only. */
  #moveTrails(resting: readonly Order[], bar: number): void {
    const { high, low, close } = this.#path;
    for (const order of resting) {
      if (!isTrailing(order) || order.firstBar > bar) continue;
      const extreme = order.terms.direction === -1 ? high : low;
      this.#execution.moveTrail(order, order.insideBar === bar ? close : extreme);
    }
  }
}

function isTrailing({ terms: { trail } }: Order): boolean {
  return trail !== null;
}

/** A trail that has not begun closes nothing yet. */
function waitsToTrail(order: Order): boolean {
  return isTrailing(order) && !waitsAtStop(order);
}

/** Inside a bar the price doesn't open beyond a level: it jumps over it from one shorter bar to the next. */
function ruleInside(rule: FillRule): FillRule {
  if (rule === 'stop-gap') return 'stop-jump';
  return rule === 'limit-gap' ? 'limit-jump' : rule;
}

/** A stop that becomes a market order when it is reached. */
function isStop(order: Order): boolean {
  return waitsAtStop(order) && Number.isNaN(order.limit);
}

function isStopLoss({ terms: { role } }: Order): boolean {
  return role === 'stop-loss' || role === 'trailing-stop';
}

function isStopEntry(order: Order): boolean {
  return order.terms.role === 'entry' && waitsAtStop(order);
}

/** Two legs on opposite sides of which one fill leaves the other nothing (or less) to do. */
function guardTheSameUnits(leg: Order, other: Order): boolean {
  if (!other.isProtective || isStopLoss(other) === isStopLoss(leg)) return false;
  if (leg.group !== null && leg.group === other.group) return true;
  // Each exit has units of its own.
  if (leg.plan !== null && other.plan !== null) return false;
  return leg.terms.size.kind === 'whole-position' || other.terms.size.kind === 'whole-position';
}
