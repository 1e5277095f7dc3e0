import {
  CASH_FLOW_KINDS,
  type CashFlowColumns,
  type CashFlowKind,
  EXIT_REASONS,
  FILL_RULES,
  type FillColumns,
  ORDER_ROLES,
  ORDER_STATUSES,
  ORDER_TYPES,
  type OrderColumns,
  type OrderStatus,
  PATH_SEGMENTS,
  type TradeColumns,
} from '#shared/domain/run-result.ts';
import type { Deal } from './deal.ts';
import type { Lot } from './lots.ts';
import { type Direction, type Order, orderType } from './order.ts';
import type { BarPrices } from './quotes.ts';
import { placesOf, Table } from './table.ts';

/** The place of each name in its list: a column holds the place. */
function codes<T extends string>(names: readonly T[]): Readonly<Record<T, number>> {
  return Object.fromEntries(names.map((name, code) => [name, code])) as Record<T, number>;
}

const RULE = codes(FILL_RULES);
const SEGMENT = codes(PATH_SEGMENTS);
const EXIT = codes(EXIT_REASONS);
const TYPE = codes(ORDER_TYPES);
const ROLE = codes(ORDER_ROLES);
const STATUS = codes(ORDER_STATUSES);
const FLOW = codes(CASH_FLOW_KINDS);

/** Orders (and so fills) that one run may record: beyond it the strategy floods the ledger and memory with it. */
const MOST_ORDERS = 2_000_000;

const FILLS = {
  bar: Int32Array,
  symbol: Int32Array,
  order: Int32Array,
  side: Uint8Array,
  qty: Float64Array,
  price: Float64Array,
  reference: Float64Array,
  spread: Float64Array,
  slippage: Float64Array,
  commission: Float64Array,
  rate: Float64Array,
  rule: Uint8Array,
  segment: Uint8Array,
  open: Float64Array,
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  ambiguous: Uint8Array,
} as const;
const FILL = placesOf(FILLS);

const TRADES = {
  symbol: Int32Array,
  direction: Int8Array,
  qty: Float64Array,
  entryBar: Int32Array,
  entryPrice: Float64Array,
  exitBar: Int32Array,
  exitPrice: Float64Array,
  entryFill: Int32Array,
  exitFill: Int32Array,
  pnl: Float64Array,
  returnFraction: Float64Array,
  commission: Float64Array,
  exitReason: Uint8Array,
  forced: Uint8Array,
} as const;
const TRADE = placesOf(TRADES);

const ORDERS = {
  bar: Int32Array,
  symbol: Int32Array,
  side: Uint8Array,
  type: Uint8Array,
  role: Uint8Array,
  status: Uint8Array,
  parent: Int32Array,
  limit: Float64Array,
  stop: Float64Array,
  qty: Float64Array,
  filled: Float64Array,
  endBar: Int32Array,
  reason: Int32Array,
  tag: Int32Array,
} as const;
const ORDER = placesOf(ORDERS);

const CASH_FLOWS = { bar: Int32Array, symbol: Int32Array, kind: Uint8Array, amount: Float64Array } as const;
const CASH_FLOW = placesOf(CASH_FLOWS);

/** What a fill tells the strategy. */
export interface FillRecord {
  symbol: number;
  direction: Direction;
  qty: number;
  price: number;
  commission: number;
  order: number;
}

/** The books of a run: every order, fill and trade, written once, in the order in which they happened. */
export class Ledger {
  readonly texts: string[] = [];
  readonly #textIndex = new Map<string, number>();
  readonly #fills = new Table(FILLS);
  readonly #trades = new Table(TRADES);
  readonly #orders = new Table(ORDERS);
  readonly #cashFlows = new Table(CASH_FLOWS);

  get fillCount(): number {
    return this.#fills.count;
  }

  /** The id of the next order. */
  get orderCount(): number {
    return this.#orders.count;
  }

  /**
   * @param rate account money for a unit of the quote currency
   * @param quotes the bar on which it happens
   * @returns the fill's row
   */
  addFill(deal: Deal, rate: number, quotes: BarPrices): number {
    const fills = this.#fills;
    const row = fills.count;
    const at = fills.add();
    const { values } = fills;
    const { symbol, quote, order } = deal;
    values[at + FILL.bar] = deal.bar;
    values[at + FILL.symbol] = symbol;
    values[at + FILL.order] = order === null ? -1 : order.id;
    values[at + FILL.side] = sideCode(deal.direction);
    values[at + FILL.qty] = deal.qty;
    values[at + FILL.price] = quote.price;
    values[at + FILL.reference] = quote.reference;
    values[at + FILL.spread] = quote.spread;
    values[at + FILL.slippage] = quote.slippage;
    values[at + FILL.commission] = deal.commission;
    values[at + FILL.rate] = rate;
    values[at + FILL.rule] = RULE[deal.rule];
    values[at + FILL.segment] = SEGMENT[deal.segment];
    values[at + FILL.open] = quotes.open(symbol);
    values[at + FILL.high] = quotes.high(symbol);
    values[at + FILL.low] = quotes.low(symbol);
    values[at + FILL.close] = quotes.close(symbol);
    values[at + FILL.ambiguous] = deal.ambiguous ? 1 : 0;
    return row;
  }

  /** Writes down that a deal closed `qty` units of a lot; `fill` is the row of the deal's fill. */
  addTrade(
    deal: Deal,
    lot: Lot,
    qty: number,
    pnl: number,
    returnFraction: number,
    commission: number,
    fill: number,
  ): void {
    const at = this.#trades.add();
    const { values } = this.#trades;
    values[at + TRADE.symbol] = deal.symbol;
    values[at + TRADE.direction] = lot.direction;
    values[at + TRADE.qty] = qty;
    values[at + TRADE.entryBar] = lot.bar;
    values[at + TRADE.entryPrice] = lot.price;
    values[at + TRADE.exitBar] = deal.bar;
    values[at + TRADE.exitPrice] = deal.quote.price;
    values[at + TRADE.entryFill] = lot.fill;
    values[at + TRADE.exitFill] = fill;
    values[at + TRADE.pnl] = pnl;
    values[at + TRADE.returnFraction] = returnFraction;
    values[at + TRADE.commission] = commission;
    values[at + TRADE.exitReason] = EXIT[deal.exit];
    values[at + TRADE.forced] = deal.exit === 'end-of-data' ? 1 : 0;
  }

  /** Writes down money that moved without a fill; symbol −1 = the account as a whole. */
  addCashFlow(bar: number, symbol: number, kind: CashFlowKind, amount: number): void {
    const at = this.#cashFlows.add();
    const { values } = this.#cashFlows;
    values[at + CASH_FLOW.bar] = bar;
    values[at + CASH_FLOW.symbol] = symbol;
    values[at + CASH_FLOW.kind] = FLOW[kind];
    values[at + CASH_FLOW.amount] = amount;
  }

  /** Writes down a new order; its row is `order.id`, which must be the next one. */
  addOrder(order: Order, bar: number): void {
    if (this.#orders.count === MOST_ORDERS) {
      // A plain error: it passes through the strategy, which must not get hold of classes of ours.
      throw new RangeError(
        `more than ${MOST_ORDERS} orders were sent: send one when something changes, not on every bar`,
      );
    }
    const at = this.#orders.add();
    const { values } = this.#orders;
    const { terms } = order;
    values[at + ORDER.bar] = bar;
    values[at + ORDER.symbol] = terms.symbol;
    values[at + ORDER.side] = sideCode(terms.direction);
    values[at + ORDER.type] = TYPE[orderType(terms)];
    values[at + ORDER.role] = ROLE[terms.role];
    values[at + ORDER.status] = STATUS.pending;
    values[at + ORDER.parent] = order.parent;
    values[at + ORDER.limit] = terms.limit;
    values[at + ORDER.stop] = terms.stop;
    values[at + ORDER.qty] = terms.size.kind === 'units' ? terms.size.value : Number.NaN;
    values[at + ORDER.filled] = 0;
    values[at + ORDER.endBar] = -1;
    values[at + ORDER.reason] = -1;
    values[at + ORDER.tag] = this.#textCode(terms.tag);
  }

  /** Writes down how an order ended. */
  endOrder(order: Order, status: OrderStatus, bar: number, reason: string | null): void {
    const at = order.id * this.#orders.width;
    const { values } = this.#orders;
    values[at + ORDER.status] = STATUS[status];
    values[at + ORDER.endBar] = bar;
    values[at + ORDER.reason] = this.#textCode(reason);
  }

  setOrderQty(order: Order, qty: number): void {
    this.#orders.values[order.id * this.#orders.width + ORDER.qty] = qty;
  }

  setOrderFilled(order: Order): void {
    this.#orders.values[order.id * this.#orders.width + ORDER.filled] = order.filled;
  }

  /** Writes down the levels in force; a stop that was reached stays as it was. */
  setOrderLevels(order: Order): void {
    const at = order.id * this.#orders.width;
    if (Number.isFinite(order.stop)) this.#orders.values[at + ORDER.stop] = order.stop;
    this.#orders.values[at + ORDER.limit] = order.limit;
  }

  /** A fill so far. */
  fill(row: number): FillRecord {
    const { values, width } = this.#fills;
    const at = row * width;
    return {
      symbol: values[at + FILL.symbol] as number,
      direction: values[at + FILL.side] === 0 ? 1 : -1,
      qty: values[at + FILL.qty] as number,
      price: values[at + FILL.price] as number,
      commission: values[at + FILL.commission] as number,
      order: values[at + FILL.order] as number,
    };
  }

  /** All tables, as columns. */
  close(): {
    fills: FillColumns;
    trades: TradeColumns;
    orders: OrderColumns;
    cashFlows: CashFlowColumns;
    texts: string[];
  } {
    return {
      fills: this.#fills.close(),
      trades: this.#trades.close(),
      orders: this.#orders.close(),
      cashFlows: this.#cashFlows.close(),
      texts: this.texts,
    };
  }

  /** The place of a text among `texts`, −1 for none. */
  #textCode(text: string | null): number {
    if (text === null) return -1;
    const known = this.#textIndex.get(text);
    if (known !== undefined) return known;
    this.#textIndex.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

function sideCode(direction: Direction): number {
  return direction === 1 ? 0 : 1;
}
