import type { CostsSpec } from '#shared/domain/costs.ts';
import type { Instrument } from '#shared/domain/instrument.ts';
import type { ExitReason, FillRule, OrderStatus, PathSegment } from '#shared/domain/run-result.ts';
import { type CommissionModel, commissionModel } from './costs/commission.ts';
import { type PriceToTake, priceToTake } from './costs/price-to-take.ts';
import type { Deal, Quote } from './deal.ts';
import type { Ledger } from './ledger.ts';
import { distanceOnLeg, fillRule, isWithinBar, waitingLevel, waitsAtStop } from './matching.ts';
import { type Direction, Order, type OrderTerms } from './order.ts';
import { BarPath } from './path.ts';
import type { Portfolio } from './portfolio.ts';
import { bracketTerms, guardTheSameUnits, type ProtectiveRole, wholePositionTerms } from './protection.ts';
import { unitsToClose, unitsToTrade } from './sizing.ts';

/** The bar that each symbol has now; a symbol without one has row −1 and NaN prices. */
export interface BarQuotes {
  row(symbol: number): number;
  open(symbol: number): number;
  high(symbol: number): number;
  low(symbol: number): number;
  close(symbol: number): number;
}

export interface BrokerSetup {
  instruments: readonly Instrument[];
  costs: CostsSpec;
  quotes: BarQuotes;
  portfolio: Portfolio;
  ledger: Ledger;
}

/**
 * Takes orders and fills them by the rules of `hindcast-1`: an order sent on one bar meets the market from the
 * next bar on; first market orders at the open (those that reduce a position before those that add to one), then
 * priced orders along the assumed path of the bar.
 */
export class Broker {
  /** Bars inside which the order of events can't be known from the bar alone. */
  ambiguousBars = 0;
  #lastAmbiguousBar = -1;
  #marketOrders: Order[] = [];
  readonly #resting: Order[][];
  readonly #path = new BarPath();
  readonly #quotes: BarQuotes;
  readonly #portfolio: Portfolio;
  readonly #ledger: Ledger;
  readonly #commission: CommissionModel;
  readonly #priceToTake: PriceToTake;
  #workingCount = 0;

  constructor(setup: BrokerSetup) {
    this.#quotes = setup.quotes;
    this.#portfolio = setup.portfolio;
    this.#ledger = setup.ledger;
    this.#resting = setup.instruments.map(() => []);
    this.#commission = commissionModel(setup.costs.commission);
    this.#priceToTake = priceToTake(setup.costs);
  }

  /** True while any order waits: otherwise a bar needs no look at the market. */
  get hasOrders(): boolean {
    return this.#workingCount > 0;
  }

  /** Takes an order; it can fill from the next bar on. */
  submit(terms: OrderTerms, bar: number): Order {
    return this.#place(terms, -1, bar);
  }

  /** Writes down an order that can't be taken, with the reason. */
  refuse(terms: OrderTerms, bar: number, reason: string): Order {
    const order = new Order(this.#ledger.orderCount, terms, -1);
    this.#ledger.addOrder(order, bar);
    order.status = 'rejected';
    this.#ledger.endOrder(order, 'rejected', bar, reason);
    return order;
  }

  cancel(order: Order, bar: number, reason: string): void {
    if (order.status === 'pending') this.#end(order, 'cancelled', bar, reason);
  }

  /** Cancels what the strategy sent for a symbol and what hasn't filled; protective orders stay. */
  cancelEntries(symbol: number, bar: number): void {
    const waiting = [...this.#marketOrders, ...this.#restingOn(symbol)];
    for (const order of waiting) {
      if (order.terms.symbol === symbol && !order.isProtective) this.cancel(order, bar, 'cancelled by the strategy');
    }
  }

  /**
   * Sets, moves or removes the protective orders of the whole position: undefined leaves a leg as it is, null
   * removes it, a price replaces whatever protected the position on that side.
   */
  protect(
    symbol: number,
    levels: { stopLoss?: number | null | undefined; takeProfit?: number | null | undefined },
    bar: number,
  ): void {
    if (this.#portfolio.holding(symbol).size === 0) return;
    if (levels.stopLoss !== undefined) this.#replaceProtection(symbol, 'stop-loss', levels.stopLoss, bar);
    if (levels.takeProfit !== undefined) this.#replaceProtection(symbol, 'take-profit', levels.takeProfit, bar);
  }

  /** Lets every waiting order meet the bar. Call it when `hasOrders`. */
  fillBar(bar: number): void {
    for (let symbol = 0; symbol < this.#resting.length; symbol++) {
      if (this.#quotes.row(symbol) >= 0) this.#portfolio.holding(symbol).mark = this.#quotes.open(symbol);
    }
    if (this.#marketOrders.length > 0) this.#fillMarketOrders(bar);
    for (let symbol = 0; symbol < this.#resting.length; symbol++) {
      if (this.#restingOn(symbol).length > 0 && this.#quotes.row(symbol) >= 0) this.#walkBar(symbol, bar);
    }
  }

  /** Closes everything at the last known prices, because the data ends or the account is broke. */
  closeAll(bar: number, rule: 'end-of-data' | 'liquidation'): void {
    for (const [symbol, holding] of this.#portfolio.holdings.entries()) {
      if (holding.size === 0) continue;
      const direction: Direction = holding.size > 0 ? -1 : 1;
      const qty = Math.abs(holding.size);
      const quote = this.#quote(holding.mark, direction, rule, holding.instrument);
      this.#execute({
        bar,
        symbol,
        order: -1,
        direction,
        qty,
        quote,
        commission: this.#charge(qty, quote.price, holding.instrument),
        rule,
        segment: 'close',
        exit: rule,
        ambiguous: false,
      });
      this.#dropStaleProtection(symbol, direction, bar);
    }
  }

  #place(terms: OrderTerms, parent: number, bar: number): Order {
    const order = new Order(this.#ledger.orderCount, terms, parent);
    this.#ledger.addOrder(order, bar);
    if (order.isMarket) this.#marketOrders.push(order);
    else this.#restingOn(terms.symbol).push(order);
    this.#workingCount++;
    return order;
  }

  #restingOn(symbol: number): Order[] {
    return this.#resting[symbol] as Order[];
  }

  #fillMarketOrders(bar: number): void {
    const waiting = this.#marketOrders.slice();
    // Sells that end a position free the cash that buys need, whatever the order of the calls.
    for (let i = 0; i < waiting.length; i++) {
      const order = waiting[i] as Order;
      if (this.#isReducing(order)) this.#fillAtOpen(order, bar);
    }
    for (let i = 0; i < waiting.length; i++) {
      const order = waiting[i] as Order;
      if (order.status === 'pending') this.#fillAtOpen(order, bar);
    }
  }

  #isReducing(order: Order): boolean {
    return this.#portfolio.holding(order.terms.symbol).size * order.terms.direction < 0;
  }

  #fillAtOpen(order: Order, bar: number): void {
    if (this.#quotes.row(order.terms.symbol) < 0) return;
    const reference = this.#quotes.open(order.terms.symbol);
    this.#fill(order, reference, 'market-open', 'open', false, bar);
  }

  /** Walks the bar's path, filling priced orders where it meets them, until nothing more is met. */
  #walkBar(symbol: number, bar: number): void {
    const resting = this.#restingOn(symbol);
    const quotes = this.#quotes;
    const low = quotes.low(symbol);
    const high = quotes.high(symbol);
    if (!resting.some((order) => isWithinBar(order, low, high))) return;
    const path = this.#path;
    path.start(quotes.open(symbol), high, low, quotes.close(symbol));
    while (!path.isFinished) {
      const order = this.#nextOnLeg(resting);
      if (order === null) path.finishLeg();
      else this.#meet(order, bar);
    }
  }

  /** The order that the current leg meets first; of several at one price, stop-losses go first, then older ones. */
  #nextOnLeg(resting: readonly Order[]): Order | null {
    let next: Order | null = null;
    let shortest = Number.POSITIVE_INFINITY;
    for (const order of resting) {
      const distance = distanceOnLeg(order, this.#path);
      if (distance < shortest || (distance === shortest && next !== null && goesBefore(order, next))) {
        next = order;
        shortest = distance;
      }
    }
    return next;
  }

  #meet(order: Order, bar: number): void {
    const path = this.#path;
    if (distanceOnLeg(order, path) > 0) path.moveTo(waitingLevel(order));
    const rule = fillRule(order, path);
    if (order.terms.role !== 'stop-loss' && order.terms.role !== 'take-profit') {
      if (waitsAtStop(order) && !Number.isNaN(order.limit)) order.isTriggered = true;
      else this.#fill(order, path.price, rule, path.segment, false, bar);
      return;
    }
    const other = path.atOpen ? null : this.#opponentInReach(order);
    if (other !== null && order.terms.role === 'take-profit') {
      // Stop-loss and take-profit both lie in what is left of the bar: the worse one is assumed.
      this.#fill(other, waitingLevel(other), 'stop-touch', path.segment, true, bar);
    } else {
      this.#fill(order, path.price, rule, path.segment, other !== null || order.uncertainBar === bar, bar);
    }
  }

  /** The opposite leg that guards the same units and that the rest of the bar would reach as well. */
  #opponentInReach(order: Order): Order | null {
    const inReach = (other: Order) => guardTheSameUnits(order, other) && this.#path.stillReaches(waitingLevel(other));
    return this.#restingOn(order.terms.symbol).find(inReach) ?? null;
  }

  /** Works out size and price, checks that the account can bear it, and executes. */
  #fill(order: Order, reference: number, rule: FillRule, segment: PathSegment, ambiguous: boolean, bar: number): void {
    const { symbol, direction, role } = order.terms;
    const holding = this.#portfolio.holding(symbol);
    const isExit = role !== 'entry';
    if (isExit && holding.size * direction >= 0) {
      this.#end(order, 'cancelled', bar, 'the position was already closed');
      return;
    }
    holding.mark = reference;
    const quote = this.#quote(reference, direction, rule, holding.instrument);
    const { price } = quote;
    const equity = this.#portfolio.equity;
    const { size } = order.terms;
    const qty = isExit
      ? unitsToClose(size, holding.size)
      : unitsToTrade(size, price, equity, holding.instrument, this.#commission);
    if (!(qty > 0)) {
      this.#end(order, 'rejected', bar, `the size rounds down to zero lots of ${holding.instrument.lotStep}`);
      return;
    }
    if (!this.#canBear(symbol, direction, qty, quote)) {
      this.#ledger.setOrderQty(order, qty);
      this.#end(order, 'rejected', bar, 'not enough free equity');
      return;
    }
    this.#ledger.setOrderQty(order, qty);
    const before = holding.size;
    const exit = exitReason(order, before + direction * qty);
    const commission = this.#charge(qty, price, holding.instrument);
    this.#execute({ bar, symbol, order: order.id, direction, qty, quote, commission, rule, segment, exit, ambiguous });
    this.#end(order, 'filled', bar, null);
    if (order.sibling !== null) this.cancel(order.sibling, bar, 'the other leg was filled');
    if (before * direction < 0) this.#dropStaleProtection(symbol, direction, bar);
    // An order that turned a position around opened less than it traded.
    const opened = before * direction < 0 ? Math.abs(holding.size) : qty;
    if (!isExit && holding.size * direction > 0) this.#placeProtection(order, opened, segment, bar);
  }

  #execute(deal: Deal): void {
    this.#ledger.addFill(deal, this.#quotes);
    if (deal.ambiguous) this.#countAmbiguous(deal.bar);
    this.#portfolio.execute(deal);
  }

  #charge(qty: number, price: number, instrument: Instrument): number {
    return this.#commission.charge(qty * price * instrument.multiplier);
  }

  /** Limits fill at their price or better; everything else pays half the spread and the slippage. */
  #quote(reference: number, direction: Direction, rule: FillRule, instrument: Instrument): Quote {
    if (rule === 'limit-touch' || rule === 'limit-gap') return { reference, spread: 0, slippage: 0, price: reference };
    return this.#priceToTake(reference, direction, instrument.tickSize);
  }

  /** An account without margin: what is held in all, both ways, may not exceed equity after the fill. */
  #canBear(symbol: number, direction: Direction, qty: number, quote: Quote): boolean {
    const holding = this.#portfolio.holding(symbol);
    const after = holding.size + direction * qty;
    if (Math.abs(after) <= Math.abs(holding.size) && after * holding.size >= 0) return true;
    const { multiplier } = holding.instrument;
    const costs =
      this.#charge(qty, quote.price, holding.instrument) + qty * (quote.spread + quote.slippage) * multiplier;
    const equity = this.#portfolio.equity - costs;
    const others = this.#portfolio.grossExposure - Math.abs(holding.value);
    const exposure = others + Math.abs(after) * quote.reference * multiplier;
    return exposure <= equity + 1e-9 * Math.abs(equity);
  }

  #placeProtection(entry: Order, opened: number, segment: PathSegment, bar: number): void {
    if (Number.isNaN(entry.terms.stopLoss) && Number.isNaN(entry.terms.takeProfit)) return;
    const legs = bracketTerms(entry, opened).map((terms) => this.#place(terms, entry.id, bar));
    const [first, second] = legs;
    if (first !== undefined && second !== undefined) {
      first.sibling = second;
      second.sibling = first;
    }
    if (segment === 'open') return;
    // Entered inside the bar: whether its range lay before or after the entry can't be known.
    for (const leg of legs) {
      if (!isWithinBar(leg, this.#path.low, this.#path.high)) continue;
      leg.uncertainBar = bar;
      this.#countAmbiguous(bar);
    }
  }

  #replaceProtection(symbol: number, role: ProtectiveRole, level: number | null, bar: number): void {
    const existing = this.#restingOn(symbol).filter((order) => order.terms.role === role);
    const [only] = existing;
    if (level !== null && existing.length === 1 && only?.terms.size.kind === 'whole-position') {
      if (role === 'stop-loss') only.stop = level;
      else only.limit = level;
      this.#ledger.setOrderLevels(only);
      return;
    }
    for (const order of existing) this.cancel(order, bar, 'replaced by the strategy');
    if (level === null) return;
    const direction: Direction = this.#portfolio.holding(symbol).size > 0 ? -1 : 1;
    this.#place(wholePositionTerms(role, level, symbol, direction), -1, bar);
  }

  /** A position that ended or turned leaves no protection behind: orders on the side that closed it. */
  #dropStaleProtection(symbol: number, direction: Direction, bar: number): void {
    const { size } = this.#portfolio.holding(symbol);
    if (size * direction < 0 || this.#restingOn(symbol).length === 0) return;
    for (const order of [...this.#restingOn(symbol)]) {
      if (order.isProtective && order.terms.direction === direction) {
        this.cancel(order, bar, 'the position was closed');
      }
    }
  }

  #end(order: Order, status: OrderStatus, bar: number, reason: string | null): void {
    order.status = status;
    this.#ledger.endOrder(order, status, bar, reason);
    const queue = order.isMarket ? this.#marketOrders : this.#restingOn(order.terms.symbol);
    queue.splice(queue.indexOf(order), 1);
    this.#workingCount--;
  }

  #countAmbiguous(bar: number): void {
    if (bar === this.#lastAmbiguousBar) return;
    this.#lastAmbiguousBar = bar;
    this.ambiguousBars++;
  }
}

function goesBefore(order: Order, other: Order): boolean {
  const rank = (o: Order) => (o.terms.role === 'stop-loss' ? 0 : 1);
  return rank(order) !== rank(other) ? rank(order) < rank(other) : order.id < other.id;
}

function exitReason(order: Order, sizeAfter: number): ExitReason {
  if (order.terms.role === 'stop-loss') return 'stop-loss';
  if (order.terms.role === 'take-profit') return 'take-profit';
  return sizeAfter * order.terms.direction > 0 ? 'reversal' : 'signal';
}
