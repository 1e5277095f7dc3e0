import type { ExitReason, FillRule, PathSegment } from '#shared/domain/run-result.ts';
import { type BuyingPower, buyingPower, unitsBearable } from './buying-power.ts';
import type { Deal, Quote } from './deal.ts';
import type { Desk } from './desk.ts';
import { FillCosts, givesLiquidity, isLimitFill } from './fill-costs.ts';
import { nextLot } from './lots.ts';
import { waitsAtStop } from './matching.ts';
import type { Direction, Order } from './order.ts';
import { type OrderUnits, TOO_MANY_ENTRIES } from './order-units.ts';
import type { Holding } from './portfolio.ts';
import { floorToLot } from './sizing.ts';
import { ratchet } from './trailing.ts';
import { VolumeLimit } from './volume-limit.ts';

/** Why the engine itself closes units. */
export type ForcedClose = 'end-of-data' | 'liquidation' | 'margin-call' | 'delisted';

/** Turns an order that has met its price into a fill: size, price, what the account can bear, and the books. */
export class Execution {
  /** Bars inside which the order of events can't be known from the bar alone. */
  ambiguousBars = 0;
  #lastAmbiguousBar = -1;
  readonly #desk: Desk;
  readonly #units: OrderUnits;
  readonly #costs: FillCosts;
  readonly #volume: VolumeLimit;
  readonly #bears: BuyingPower;
  /** Entries close lots held the other way round one by one before they open their own. */
  readonly #netsLots: boolean;
  /** Fills, too, open no more entries than are allowed. */
  readonly #countsEntries: boolean;

  constructor(desk: Desk, units: OrderUnits) {
    this.#desk = desk;
    this.#units = units;
    const { semantics, account, portfolio } = desk;
    this.#costs = new FillCosts(desk);
    this.#volume = new VolumeLimit(desk);
    this.#bears = buyingPower(semantics, portfolio, account);
    this.#netsLots = semantics.exitsOwnLots && !account.hedging;
    this.#countsEntries = semantics.pyramidingLimits === 'fills';
  }

  /**
   * Fills an order at a reference price, in whole or as far as the bar's volume allows; cancels or rejects it when
   * there is nothing to trade or the account can't bear it.
   * @returns units traded
   */
  fill(order: Order, reference: number, rule: FillRule, segment: PathSegment, ambiguous: boolean, bar: number): number {
    const { portfolio, ledger, semantics, account, book } = this.#desk;
    const { symbol, role, options } = order.terms;
    const holding = portfolio.holding(symbol);
    const isExit = role !== 'entry' || this.#closesBeside(order);
    if (isExit && this.#units.against(order, holding) <= 0) {
      book.end(order, 'cancelled', bar, 'the position was already closed');
      return 0;
    }
    const hasBegun = order.filled > 0;
    if (!isExit && !hasBegun && this.#countsEntries && this.#units.isOneTooMany(order.terms)) {
      book.end(order, 'rejected', bar, TOO_MANY_ENTRIES);
      return 0;
    }
    if (semantics.sizing === 'equity-at-fill') holding.mark = reference;
    const commission = this.#costs.commissionOf(symbol);
    const isLimit = isLimitFill(rule);
    const isMaker = givesLiquidity(order, rule, bar);
    let quote = this.#costs.quote(order, reference, Number.isNaN(order.remaining) ? 0 : order.remaining, isLimit);
    let qty =
      role === 'entry'
        ? this.#units.toOpen(order, holding, quote, commission, isMaker)
        : this.#units.toClose(order, holding);
    if (this.#costs.dependOnQty && !isLimit) {
      quote = this.#costs.quote(order, reference, qty, isLimit);
      if (!isExit) qty = Math.min(qty, this.#units.toOpen(order, holding, quote, commission, isMaker));
    }
    if (!(qty > 0)) {
      book.end(order, 'rejected', bar, nothingToTrade(holding.instrument.lotStep));
      return 0;
    }
    if (isExit || Number.isNaN(order.remaining)) {
      order.remaining = qty;
      ledger.setOrderQty(order, order.filled + qty);
    }
    const available = this.#volume.available(symbol, bar, holding.instrument.lotStep);
    if (options.timeInForce === 'fok' && available < qty) {
      book.end(order, 'cancelled', bar, 'the bar did not trade enough to fill it whole');
      return 0;
    }
    let closed = 0;
    if (!isExit && (this.#netsLots || this.#reversesBeside(order))) {
      closed = this.#closeOpposite(order, holding, Math.min(qty, available), reference, rule, segment, bar);
      qty -= closed;
      if (!(qty > 0)) return closed;
    }
    // An order that has begun is judged part by part: as a whole the account bore it when it did.
    const judged = hasBegun ? Math.min(qty, available - closed) : qty;
    if (!isExit && judged > 0 && !this.#bears(order, holding, judged, quote, commission, isMaker)) {
      qty = account.reduceToFit ? this.#mostUnits(order, holding, judged, quote, isMaker) : 0;
      if (!(qty > 0)) {
        book.end(order, order.filled > 0 ? 'cancelled' : 'rejected', bar, 'not enough free equity');
        return closed;
      }
      order.remaining = qty;
      ledger.setOrderQty(order, order.filled + qty);
    }
    const left = available - closed;
    if (left < qty) {
      qty = left;
      if (this.#costs.dependOnQty && !isLimit) quote = this.#costs.quote(order, reference, qty, isLimit);
    }
    if (qty > 0) this.#deal(order, holding, qty, quote, rule, segment, ambiguous, bar);
    if (order.status === 'pending') carryOver(order, bar);
    return closed + Math.max(0, qty);
  }

  /** Closes units at the last known price, because the engine must. */
  close(symbol: number, direction: Direction, qty: number, rule: ForcedClose, bar: number): void {
    const holding = this.#desk.portfolio.holding(symbol);
    const quote = this.#costs.quoteToLeave(symbol, holding.mark, direction, qty, false);
    this.#book({
      bar,
      symbol,
      order: null,
      direction,
      qty,
      quote,
      commission: this.#costs.charge(qty, quote.price, symbol, false),
      rule,
      segment: 'close',
      effect: 'close',
      lot: null,
      exit: rule,
      ambiguous: false,
    });
  }

  /**
   * Works out an order's units from the last close, what it turns included; drops it when the account can't bear what
   * it would open. For semantics that decide so with the signal.
   */
  sizeAtSignal(order: Order, close: number, bar: number): void {
    const { portfolio, ledger, semantics, account, book } = this.#desk;
    const { symbol, direction, options } = order.terms;
    const holding = portfolio.holding(symbol);
    const { lotStep } = holding.instrument;
    const quote = { reference: close, spread: 0, slippage: 0, price: close };
    let units = this.#units.sized(order, holding, quote, this.#costs.commissionOf(symbol), false);
    if (semantics.buyingPower === 'equity-at-signal' && !options.reduceOnly) {
      const closes = (options.reverse ?? semantics.reverses) ? 0 : Math.max(0, -direction * holding.size);
      const bearable = closes + unitsBearable(portfolio, account, holding, direction, close);
      const borne = units <= bearable ? units : account.reduceToFit ? floorToLot(bearable, lotStep) : 0;
      if (units > 0 && borne === 0) {
        book.end(order, 'rejected', bar, 'not enough free equity');
        return;
      }
      units = borne;
    }
    order.remaining = units + order.turns;
    ledger.setOrderQty(order, order.remaining);
  }

  /** Adds to an order that turns a position the units that it must close, as they are when the order is sent. */
  addTurn(order: Order): void {
    const { portfolio, ledger } = this.#desk;
    const { symbol, size } = order.terms;
    order.turns = this.#units.turnedAtSending(order);
    if (order.turns === 0 || size.kind !== 'units') return;
    const { lotStep } = portfolio.holding(symbol).instrument;
    order.remaining = floorToLot(size.value, lotStep) + order.turns;
    ledger.setOrderQty(order, order.remaining);
  }

  /** Writes down the lots that stay open as trades at the last price, without exit costs. */
  listOpen(symbol: number, bar: number): void {
    const { portfolio, ledger } = this.#desk;
    const holding = portfolio.holding(symbol);
    const { mark } = holding;
    const quote = { reference: mark, spread: 0, slippage: 0, price: mark };
    for (const lot of holding.lots) {
      const deal: Deal = {
        bar,
        symbol,
        order: null,
        direction: lot.direction === 1 ? -1 : 1,
        qty: lot.qty,
        quote,
        commission: 0,
        rule: 'end-of-data',
        segment: 'close',
        effect: 'close',
        lot,
        exit: 'end-of-data',
        ambiguous: false,
      };
      const commission = lot.qty * lot.commissionPerUnit;
      const pnl = portfolio.profitOf(holding, lot, lot.qty, mark) - commission;
      const value = lot.qty * lot.price * lot.rate * holding.instrument.multiplier;
      ledger.addTrade(deal, lot, lot.qty, pnl, pnl / value, commission, -1);
    }
  }

  /** Units that a leg of an exit may close now. */
  unitsOfLeg(leg: Order): number {
    return leg.plan === null ? 0 : this.#units.toClose(leg, this.#desk.portfolio.holding(leg.terms.symbol));
  }

  /** Shows a price to a trailing order. */
  moveTrail(order: Order, price: number): void {
    const { portfolio, ledger, semantics } = this.#desk;
    const { tickSize } = portfolio.holding(order.terms.symbol).instrument;
    if (ratchet(order, price, tickSize, semantics.levels === 'outward-ticks')) ledger.setOrderLevels(order);
  }

  countAmbiguous(bar: number): void {
    if (bar === this.#lastAmbiguousBar) return;
    this.#lastAmbiguousBar = bar;
    this.ambiguousBars++;
  }

  #deal(
    order: Order,
    holding: Holding,
    qty: number,
    quote: Quote,
    rule: FillRule,
    segment: PathSegment,
    ambiguous: boolean,
    bar: number,
  ): void {
    const { symbol, direction, role } = order.terms;
    const isExit = role !== 'entry' || this.#closesBeside(order);
    const effect = isExit ? 'close' : this.#desk.account.hedging ? 'open' : 'net';
    this.#book({
      bar,
      symbol,
      order,
      direction,
      qty,
      quote,
      commission: this.#costs.charge(qty, quote.price, symbol, givesLiquidity(order, rule, bar)),
      rule,
      segment,
      effect,
      lot: order.lot,
      exit: exitReason(order, holding.size + direction * qty),
      ambiguous,
    });
    this.#count(order, qty, bar);
  }

  /** Closes lots held the other way round, the oldest first, each with a fill of its own; returns the units closed. */
  #closeOpposite(
    order: Order,
    holding: Holding,
    qty: number,
    reference: number,
    rule: FillRule,
    segment: PathSegment,
    bar: number,
  ): number {
    const { symbol, direction } = order.terms;
    const isMaker = givesLiquidity(order, rule, bar);
    const exit = exitReason(order, holding.size + direction * qty);
    let open = qty;
    while (open > 0) {
      const lot = nextLot(holding.lots, direction, null, 'fifo');
      if (lot === undefined) break;
      const closed = Math.min(open, lot.qty);
      const quote = this.#costs.quoteToLeave(symbol, reference, direction, closed, isLimitFill(rule));
      const commission = this.#costs.charge(closed, quote.price, symbol, isMaker);
      this.#book({
        bar,
        symbol,
        order,
        direction,
        qty: closed,
        quote,
        commission,
        rule,
        segment,
        effect: 'close',
        lot,
        exit,
        ambiguous: false,
      });
      open -= closed;
      this.#count(order, closed, bar);
    }
    return qty - open;
  }

  /** Counts units as filled, of the order and of the bar; ends the order with the last of them. */
  #count(order: Order, qty: number, bar: number): void {
    const { symbol } = order.terms;
    order.filled += qty;
    order.remaining -= qty;
    this.#desk.ledger.setOrderFilled(order);
    if (order.plan !== null) order.plan.closed += qty;
    this.#volume.count(symbol, qty);
    if (!(order.remaining > 1e-12 * order.filled)) this.#desk.book.end(order, 'filled', bar, null);
  }

  #book(deal: Deal): void {
    const { ledger, portfolio, quotes } = this.#desk;
    const { rate } = portfolio.holding(deal.symbol);
    const fill = ledger.addFill(deal, rate, deal.bar < quotes.tick ? quotes.before : quotes);
    if (deal.order !== null) deal.order.fillPrice = deal.quote.price;
    if (deal.ambiguous) this.countAmbiguous(deal.bar);
    portfolio.execute(deal, fill);
  }

  /** Where long and short are held beside each other, nothing but its word makes an entry close what is held. */
  #closesBeside({ terms: { options } }: Order): boolean {
    return options.reduceOnly && this.#desk.account.hedging;
  }

  #reversesBeside({ terms: { options } }: Order): boolean {
    return options.reverse === true && this.#desk.account.hedging;
  }

  /** The most lots that the account can bear of what was asked for. */
  #mostUnits(order: Order, holding: Holding, asked: number, quote: Quote, isMaker: boolean): number {
    const { lotStep } = holding.instrument;
    const commission = this.#costs.commissionOf(order.terms.symbol);
    let bearable = 0;
    let refused = asked;
    for (let step = 0; step < 60 && refused - bearable > Math.max(lotStep / 2, asked * 1e-12); step++) {
      const middle = floorToLot((bearable + refused) / 2, lotStep);
      if (middle <= bearable) break;
      if (this.#bears(order, holding, middle, quote, commission, isMaker)) bearable = middle;
      else refused = middle;
    }
    return bearable;
  }
}

/**
 * The rest of an order for which the bar had no volume waits for the next bar. A stop that was reached is a market
 * order by then: any price will do.
 */
function carryOver(order: Order, bar: number): void {
  order.firstBar = bar + 1;
  order.takes = false;
  if (waitsAtStop(order) && Number.isNaN(order.limit)) order.stop = -order.terms.direction * Number.POSITIVE_INFINITY;
}

function nothingToTrade(lotStep: number): string {
  return lotStep === 0 ? 'the size comes to nothing' : `the size rounds down to zero lots of ${lotStep}`;
}

function exitReason(order: Order, sizeAfter: number): ExitReason {
  if (order.isForced) return 'end-of-data';
  const { role, direction, options } = order.terms;
  if (role === 'stop-loss' || role === 'take-profit' || role === 'trailing-stop') return role;
  return role === 'entry' && !options.reduceOnly && sizeAfter * direction > 0 ? 'reversal' : 'signal';
}
