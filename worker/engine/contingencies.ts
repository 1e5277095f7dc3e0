import type { PathSegment } from '#shared/domain/run-result.ts';
import type { Desk } from './desk.ts';
import type { Execution } from './execution.ts';
import { type ExitPlan, isOpenedFor, unitsOpenedFor } from './exit-plan.ts';
import { closesOwnLots } from './lot-exits.ts';
import { type Lot, nextLot, unitsOf } from './lots.ts';
import { isWithinBar, waitsAtStop } from './matching.ts';
import { type Bracket, type Direction, type OcoGroup, type Order, type OrderTerms, unitsLeft } from './order.ts';
import { bracketTerms, type Protected, wholePositionTerms } from './protection.ts';
import { startTrail } from './trailing.ts';

/** Where in a bar a fill happened. */
export interface FillPlace {
  bar: number;
  segment: PathSegment;
  /** The bar's range. */
  low: number;
  high: number;
}

/** An exit as the strategy asks for it. NaN and null = not given. */
export interface ExitTerms {
  symbol: number;
  name: string | null;
  entry: string | null;
  size: number;
  percent: number;
  bracket: Bracket;
  tag: string | null;
}

/** Orders that hang on other orders and on positions: brackets, exits, groups of which one fill ends the rest. */
export class Contingencies {
  readonly #desk: Desk;
  readonly #execution: Execution;
  readonly #ownLots: boolean;

  constructor(desk: Desk, execution: Execution) {
    this.#desk = desk;
    this.#execution = execution;
    this.#ownLots = closesOwnLots(desk.semantics, desk.account);
    desk.book.onEntryLost = (symbol, bar) => this.#dropIdlePlans(symbol, bar);
  }

  /**
   * What follows from a fill: the other members of the order's group end or shrink, a position that ended leaves
   * no protection behind, and an entry's protection comes to life.
   * @param qty units traded
   * @param before units held in the symbol before, either sign
   */
  afterFill(order: Order, qty: number, before: number, place: FillPlace): void {
    const { portfolio, book } = this.#desk;
    const { symbol, direction, role, bracket, options } = order.terms;
    const holding = portfolio.holding(symbol);
    if (order.group !== null) this.#tellGroup(order, order.group, qty, place.bar);
    const { hedging } = this.#desk.account;
    const hasClosed = hedging ? role !== 'entry' || options.reduceOnly : before * direction < 0;
    if (hasClosed || order.lot !== null) this.#dropStaleProtection(symbol, direction, order, place.bar);
    const opens = hedging ? !options.reduceOnly : holding.size * direction > 0;
    if (role === 'entry' && opens) {
      // An order that turned a position around opened less than it traded.
      const opened = hasClosed ? Math.abs(holding.size) : qty;
      if (bracket !== null) this.#protectEntry(order, bracket, opened, place);
      for (const plan of book.plansOn(symbol)) {
        if (isOpenedFor(plan, direction, order)) plan.opened += opened;
        if (plan.legs.length === 0) this.#activate(plan, place.bar, this.#firstBar(order, place.bar), place);
      }
    }
    if (book.plansOn(symbol).length > 0) this.#dropIdlePlans(symbol, place.bar);
  }

  /**
   * Sends an exit for units that are held or awaited, or replaces the one of its name, whose orders keep their places
   * and a running trail.
   */
  sendExit(terms: ExitTerms, close: number, bar: number): void {
    const { symbol, name, ...rest } = terms;
    const { book, portfolio } = this.#desk;
    const plans = book.plansOn(symbol);
    const known = name === null ? undefined : plans.find((plan) => plan.name === name);
    const isOfOthers = known?.entry !== terms.entry;
    const plan = Object.assign(known ?? { symbol, name, way: null, opened: 0, closed: 0, legs: [] }, rest);
    const ways = ([1, -1] as const).filter(
      (way) => this.#isHeld({ ...plan, way }) || this.#isAwaited({ ...plan, way }),
    );
    const [way] = ways;
    if (known === undefined) {
      if (way === undefined) return;
      plans.push(plan);
    }
    if (way !== undefined) plan.way = ways.length === 1 ? way : null;
    if (isOfOthers || known === undefined) plan.opened = unitsOpenedFor(plan, portfolio.holding(symbol).lots);
    this.#activate(plan, bar, bar + 1, null);
    for (const leg of plan.legs) if (leg.terms.trail !== null) this.#execution.moveTrail(leg, close);
  }

  /** Cancels exits of a name. */
  cancelExits(symbol: number, name: string, bar: number): void {
    for (const plan of [...this.#desk.book.plansOn(symbol)]) {
      if (plan.name === name) this.#endPlan(plan, bar, 'cancelled by the strategy');
    }
  }

  /**
   * Sets, moves or removes a protective order of the whole position: null removes it, a price replaces whatever
   * protected the position on that side.
   */
  protect(symbol: number, role: 'stop-loss' | 'take-profit', level: number | null, bar: number): void {
    const { book, portfolio, ledger } = this.#desk;
    const existing = book.restingOn(symbol).filter((order) => order.terms.role === role);
    const [only] = existing;
    if (level !== null && existing.length === 1 && only?.terms.size.kind === 'whole-position') {
      if (role === 'stop-loss') only.stop = level;
      else only.limit = level;
      ledger.setOrderLevels(only);
      return;
    }
    for (const order of existing) book.end(order, 'cancelled', bar, 'replaced by the strategy');
    if (level === null) return;
    const direction: Direction = portfolio.holding(symbol).size > 0 ? -1 : 1;
    book.place(wholePositionTerms(role, level, symbol, direction), -1, bar, bar + 1);
  }

  /** What follows when the engine itself closes units: a position that ended leaves no protection behind. */
  afterForcedClose(symbol: number, direction: Direction, bar: number): void {
    this.#dropStaleProtection(symbol, direction, null, bar);
    this.#dropIdlePlans(symbol, bar);
  }

  /**
   * A position that ended or turned leaves no protection behind: orders on the side that closed it. A lot that ended
   * leaves none of its own orders, and one that shrank a smaller bracket.
   * @param by the order that closed; null = the engine did
   */
  #dropStaleProtection(symbol: number, direction: Direction, by: Order | null, bar: number): void {
    const { portfolio, book } = this.#desk;
    const { lots } = portfolio.holding(symbol);
    const resting = book.restingOn(symbol);
    if (resting.length === 0) return;
    const isHeld = nextLot(lots, direction, null, 'fifo') !== undefined;
    if (isHeld && !this.#ownLots) {
      this.#shrinkBrackets(symbol, lots, by, bar);
      return;
    }
    for (const order of [...resting]) {
      const isStale =
        order.lot === null ? !isHeld && order.isProtective && order.terms.direction === direction : order.lot.qty === 0;
      if (isStale) book.end(order, 'cancelled', bar, 'the position was closed');
    }
  }

  /**
   * Takes units that were closed off the bracket of the entry that opened them. What a bracket closes of another
   * entry's units leaves that entry's bracket to stand for its own.
   */
  #shrinkBrackets(symbol: number, lots: readonly Lot[], by: Order | null, bar: number): void {
    const { book } = this.#desk;
    const isByBracket = by !== null && !Number.isNaN(by.guarded);
    for (const leg of [...book.restingOn(symbol)]) {
      if (Number.isNaN(leg.guarded)) continue;
      const held = unitsFrom(leg.parent, lots);
      const closed = leg.guarded - held;
      leg.guarded = held;
      if (isByBracket || closed <= 0) continue;
      if (unitsLeft(leg) - closed > 1e-12 * closed) this.#grow(leg, -closed);
      else book.end(leg, 'cancelled', bar, 'the units of its entry were closed');
    }
  }

  #tellGroup(order: Order, group: OcoGroup, qty: number, bar: number): void {
    const { book, ledger } = this.#desk;
    for (const other of [...group.members]) {
      if (other === order) continue;
      if (group.mode === 'reduce') {
        other.remaining = unitsLeft(other) - qty;
        ledger.setOrderQty(other, other.filled + Math.max(0, other.remaining));
        if (other.remaining > 1e-12 * qty) continue;
      } else if (order.status === 'pending' && order.isProtective) {
        // A leg that was filled in part leaves its partners the rest.
        this.#grow(other, -qty);
        continue;
      }
      book.end(
        other,
        'cancelled',
        bar,
        order.isProtective ? 'the other leg was filled' : 'another order of its group was filled',
      );
    }
  }

  #protectEntry(entry: Order, bracket: Bracket, opened: number, place: FillPlace): void {
    const { semantics, portfolio, book } = this.#desk;
    const { symbol, direction, tag } = entry.terms;
    const { lots, instrument } = portfolio.holding(symbol);
    const lot = lots.at(-1);
    // A part that only closed what was held the other way has opened nothing to protect yet.
    if (lot === undefined || (this.#ownLots && lot.entry !== entry)) return;
    const known = this.#ownLots
      ? []
      : book.restingOn(symbol).filter((leg) => leg.parent === entry.id && leg.plan === null);
    if (known.length > 0) {
      // Another part of an entry whose protection is there already.
      for (const leg of known) {
        this.#grow(leg, opened);
        leg.guarded = unitsFrom(entry.id, lots);
      }
      return;
    }
    const position: Protected = {
      symbol,
      direction: direction === 1 ? -1 : 1,
      size: { kind: 'units', value: opened },
      price: this.#basis(entry.fillPrice, symbol),
      tickSize: instrument.tickSize,
      onTicks: semantics.levels === 'outward-ticks',
      entry: null,
      tag,
    };
    const firstBar = this.#firstBar(entry, place.bar);
    const legs = bracketTerms(bracket, position).map((terms) =>
      book.place(terms, entry.id, place.bar, this.#startsAtClose(bracket, terms) ? place.bar + 1 : firstBar),
    );
    const goesOn = semantics.protectionFrom === 'market-fill' && goesOnToTarget(entry, legs, place);
    for (const leg of legs) {
      if (goesOn && !this.#startsAtClose(bracket, leg.terms)) leg.firstBar = place.bar;
      if (this.#ownLots) leg.lot = lot;
      else leg.guarded = unitsFrom(entry.id, lots);
      this.#startLeg(leg, position);
    }
    this.#group(legs);
    this.#doubt(legs, place);
  }

  /** Puts the legs of an exit into the market, or moves those that are there, if what they close is held. */
  #activate(plan: ExitPlan, bar: number, firstBar: number, place: FillPlace | null): void {
    const { semantics, portfolio, book } = this.#desk;
    const { symbol, entry, tag } = plan;
    const holding = portfolio.holding(symbol);
    const lot = holding.lots.find((one) => isOpenedFor(plan, one.direction, one.entry));
    if (lot === undefined) return;
    const position: Protected = {
      symbol,
      direction: lot.direction === 1 ? -1 : 1,
      size: { kind: 'whole-position', value: 0 },
      price: place === null ? lot.price : this.#basis(lot.price, symbol),
      tickSize: holding.instrument.tickSize,
      onTicks: semantics.levels === 'outward-ticks',
      entry,
      tag,
    };
    const before = plan.legs;
    const legs = bracketTerms(plan.bracket, position).map((terms) => {
      const known = before.find((leg) => leg.terms.role === terms.role);
      const waits = place !== null && this.#startsAtClose(plan.bracket, terms);
      if (known === undefined) return book.place(terms, lot.entry?.id ?? -1, bar, waits ? bar + 1 : firstBar);
      this.#moveLeg(known, terms, firstBar);
      return known;
    });
    for (const leg of before) if (!legs.includes(leg)) book.end(leg, 'cancelled', bar, 'replaced by the strategy');
    plan.legs = legs;
    for (const leg of legs) {
      leg.plan = plan;
      const trailsAlready = !Number.isNaN(leg.best);
      if (!trailsAlready) this.#startLeg(leg, position);
    }
    this.#group(legs);
    if (place !== null) this.#doubt(legs, place);
  }

  #moveLeg(leg: Order, { stop, limit, trail }: OrderTerms, firstBar: number): void {
    leg.firstBar = firstBar;
    leg.terms.trail = trail;
    if (trail === null) {
      leg.stop = stop;
      leg.limit = limit;
    }
    this.#desk.ledger.setOrderLevels(leg);
  }

  #startLeg(leg: Order, { price, tickSize, onTicks }: Protected): void {
    const { trail } = leg.terms;
    if (trail === null) return;
    startTrail(leg, price, trail.from, tickSize, onTicks);
    this.#desk.ledger.setOrderLevels(leg);
  }

  /** Gives a leg more (or fewer) units; one that closes all that is held asks for no number. */
  #grow(leg: Order, units: number): void {
    const left = unitsLeft(leg);
    if (Number.isNaN(left)) return;
    leg.remaining = left + units;
    this.#desk.ledger.setOrderQty(leg, leg.filled + leg.remaining);
  }

  #group(legs: Order[]): void {
    if (legs.length < 2) return;
    const group: OcoGroup = { mode: 'cancel', members: legs };
    for (const leg of legs) leg.group = group;
  }

  /** Entered inside the bar: whether its range lay before or after the entry can't be known. */
  #doubt(legs: readonly Order[], place: FillPlace): void {
    if (place.segment === 'open' || place.segment === 'close' || this.#desk.semantics.bothLegs === 'path') return;
    for (const leg of legs) {
      if (leg.firstBar > place.bar) continue;
      leg.insideBar = place.bar;
      if (!isWithinBar(leg, place.low, place.high)) continue;
      leg.uncertainBar = place.bar;
      this.#execution.countAmbiguous(place.bar);
    }
  }

  /** Where distances from an entry start that was filled on this bar. */
  #basis(price: number, symbol: number): number {
    return this.#measuresFromClose ? this.#desk.quotes.close(symbol) : price;
  }

  get #measuresFromClose(): boolean {
    const { account, semantics } = this.#desk;
    return (account.distanceFrom ?? semantics.distanceFrom) === 'entry-close';
  }

  /** Whether a leg's level is known with the close of the entry's bar only. */
  #startsAtClose({ stopLoss, takeProfit }: Bracket, { role }: OrderTerms): boolean {
    const level = role === 'stop-loss' ? stopLoss : role === 'take-profit' ? takeProfit : null;
    return this.#measuresFromClose && typeof level !== 'number';
  }

  /** The first bar on which the protection of an entry can fill. */
  #firstBar(entry: Order, bar: number): number {
    const { protectionFrom } = this.#desk.semantics;
    if (protectionFrom === 'fill') return bar;
    return protectionFrom === 'market-fill' && entry.isMarket ? bar : bar + 1;
  }

  /** Ends exits of which neither units nor a pending entry are left, and those that have closed all they were sent for. */
  #dropIdlePlans(symbol: number, bar: number): void {
    const { book } = this.#desk;
    for (const plan of [...book.plansOn(symbol)]) {
      if (this.#isHeld(plan)) continue;
      if (this.#isAwaited(plan)) this.#endLegs(plan, bar, 'the position was closed');
      else this.#endPlan(plan, bar, 'the position was closed');
      if (!this.#isFilling(plan)) plan.opened = 0;
    }
    for (const plan of [...book.plansOn(symbol)]) {
      if (plan.legs.length > 0 || plan.closed === 0) continue;
      if (plan.closed >= plan.size || !this.#isFilling(plan)) book.dropPlan(plan);
    }
  }

  #isHeld({ symbol, entry, way }: ExitPlan): boolean {
    return unitsOf(this.#desk.portfolio.holding(symbol).lots, entry, way) > 0;
  }

  /** Whether an entry waits whose units it would close. */
  #isAwaited(plan: ExitPlan): boolean {
    return this.#awaitedBy(plan).length > 0;
  }

  /** Whether an entry whose first units it guards has more to come. */
  #isFilling(plan: ExitPlan): boolean {
    return this.#awaitedBy(plan).some(({ filled }) => filled > 0);
  }

  #awaitedBy(plan: ExitPlan): Order[] {
    const isAwaited = (order: Order) => order.terms.role === 'entry' && isOpenedFor(plan, order.terms.direction, order);
    return this.#desk.book.waitingOn(plan.symbol).filter(isAwaited);
  }

  #endPlan(plan: ExitPlan, bar: number, reason: string): void {
    this.#endLegs(plan, bar, reason);
    this.#desk.book.dropPlan(plan);
  }

  #endLegs(plan: ExitPlan, bar: number, reason: string): void {
    for (const leg of [...plan.legs]) this.#desk.book.end(leg, 'cancelled', bar, reason);
  }
}

/** Units held of those that an entry opened. */
function unitsFrom(entry: number, lots: readonly Lot[]): number {
  let units = 0;
  for (const lot of lots) if (lot.entry?.id === entry) units += lot.qty;
  return units;
}

/**
 * A stop entry and its take-profit lie the same way: where the bar's range reaches both and not the stop-loss, the
 * bar can be told to have gone on from one to the other.
 */
function goesOnToTarget(entry: Order, legs: readonly Order[], { low, high }: FillPlace): boolean {
  if (!waitsAtStop(entry)) return false;
  const isReachable = (leg: Order) => isWithinBar(leg, low, high);
  const target = legs.find(({ terms }) => terms.role === 'take-profit');
  return target !== undefined && isReachable(target) && !legs.some((leg) => leg !== target && isReachable(leg));
}
