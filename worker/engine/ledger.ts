import {
  EXIT_REASONS,
  type ExitReason,
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
import type { BarQuotes } from './broker.ts';
import { resizeColumns } from './columns.ts';
import type { Deal } from './deal.ts';
import { type Direction, type Order, orderType } from './order.ts';

const FIRST_CAPACITY = 256;
/** Orders (and so fills) that one run may record: beyond it the strategy floods the ledger and memory with it. */
const MOST_ORDERS = 4_000_000;

export interface TradeRecord {
  symbol: number;
  direction: Direction;
  qty: number;
  entryBar: number;
  entryPrice: number;
  exitBar: number;
  exitPrice: number;
  pnl: number;
  returnFraction: number;
  commission: number;
  exitReason: ExitReason;
  forced: boolean;
}

/** The books of a run: every order, fill and trade, written once, in the order in which they happened. */
export class Ledger {
  fillCount = 0;
  tradeCount = 0;
  orderCount = 0;
  readonly texts: string[] = [];
  readonly #textIndex = new Map<string, number>();
  #fills: FillColumns = emptyFills(FIRST_CAPACITY);
  #trades: TradeColumns = emptyTrades(FIRST_CAPACITY);
  #orders: OrderColumns = emptyOrders(FIRST_CAPACITY);

  /** @param quotes the bar on which it happens */
  addFill(deal: Deal, quotes: BarQuotes): void {
    if (this.fillCount === this.#fills.bar.length) {
      this.#fills = resizeColumns(this.#fills, this.fillCount * 2);
    }
    const columns = this.#fills;
    const row = this.fillCount++;
    const { symbol, quote } = deal;
    columns.bar[row] = deal.bar;
    columns.symbol[row] = symbol;
    columns.order[row] = deal.order;
    columns.side[row] = sideCode(deal.direction);
    columns.qty[row] = deal.qty;
    columns.price[row] = quote.price;
    columns.reference[row] = quote.reference;
    columns.spread[row] = quote.spread;
    columns.slippage[row] = quote.slippage;
    columns.commission[row] = deal.commission;
    columns.rule[row] = FILL_RULES.indexOf(deal.rule);
    columns.segment[row] = PATH_SEGMENTS.indexOf(deal.segment);
    columns.open[row] = quotes.open(symbol);
    columns.high[row] = quotes.high(symbol);
    columns.low[row] = quotes.low(symbol);
    columns.close[row] = quotes.close(symbol);
    columns.ambiguous[row] = deal.ambiguous ? 1 : 0;
  }

  addTrade(trade: TradeRecord): void {
    if (this.tradeCount === this.#trades.symbol.length) {
      this.#trades = resizeColumns(this.#trades, this.tradeCount * 2);
    }
    const columns = this.#trades;
    const row = this.tradeCount++;
    columns.symbol[row] = trade.symbol;
    columns.direction[row] = trade.direction;
    columns.qty[row] = trade.qty;
    columns.entryBar[row] = trade.entryBar;
    columns.entryPrice[row] = trade.entryPrice;
    columns.exitBar[row] = trade.exitBar;
    columns.exitPrice[row] = trade.exitPrice;
    columns.pnl[row] = trade.pnl;
    columns.returnFraction[row] = trade.returnFraction;
    columns.commission[row] = trade.commission;
    columns.exitReason[row] = EXIT_REASONS.indexOf(trade.exitReason);
    columns.forced[row] = trade.forced ? 1 : 0;
  }

  /** Writes down a new order; its row is `order.id`, which must be the next one. */
  addOrder(order: Order, bar: number): void {
    if (this.orderCount === MOST_ORDERS) {
      // A plain error: it passes through the strategy, which must not get hold of classes of ours.
      throw new RangeError(
        `more than ${MOST_ORDERS} orders were sent: send one when something changes, not on every bar`,
      );
    }
    if (this.orderCount === this.#orders.bar.length) {
      this.#orders = resizeColumns(this.#orders, this.orderCount * 2);
    }
    const columns = this.#orders;
    const row = this.orderCount++;
    const terms = order.terms;
    columns.bar[row] = bar;
    columns.symbol[row] = terms.symbol;
    columns.side[row] = sideCode(terms.direction);
    columns.type[row] = ORDER_TYPES.indexOf(orderType(terms));
    columns.role[row] = ORDER_ROLES.indexOf(terms.role);
    columns.status[row] = ORDER_STATUSES.indexOf('pending');
    columns.parent[row] = order.parent;
    columns.limit[row] = terms.limit;
    columns.stop[row] = terms.stop;
    columns.qty[row] = terms.size.kind === 'units' ? terms.size.value : Number.NaN;
    columns.endBar[row] = -1;
    columns.reason[row] = -1;
    columns.tag[row] = this.#textCode(terms.tag);
  }

  /** Writes down how an order ended. */
  endOrder(order: Order, status: OrderStatus, bar: number, reason: string | null): void {
    this.#orders.status[order.id] = ORDER_STATUSES.indexOf(status);
    this.#orders.endBar[order.id] = bar;
    this.#orders.reason[order.id] = this.#textCode(reason);
  }

  setOrderQty(order: Order, qty: number): void {
    this.#orders.qty[order.id] = qty;
  }

  setOrderLevels(order: Order): void {
    this.#orders.stop[order.id] = order.stop;
    this.#orders.limit[order.id] = order.limit;
  }

  /** The columns so far, as views that the next record may outdate. */
  get fills(): FillColumns {
    return this.#fills;
  }

  /** All columns, trimmed to their rows. */
  close(): { fills: FillColumns; trades: TradeColumns; orders: OrderColumns; texts: string[] } {
    return {
      fills: resizeColumns(this.#fills, this.fillCount),
      trades: resizeColumns(this.#trades, this.tradeCount),
      orders: resizeColumns(this.#orders, this.orderCount),
      texts: this.texts,
    };
  }

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

function emptyFills(rows: number): FillColumns {
  return {
    bar: new Int32Array(rows),
    symbol: new Int32Array(rows),
    order: new Int32Array(rows),
    side: new Uint8Array(rows),
    qty: new Float64Array(rows),
    price: new Float64Array(rows),
    reference: new Float64Array(rows),
    spread: new Float64Array(rows),
    slippage: new Float64Array(rows),
    commission: new Float64Array(rows),
    rule: new Uint8Array(rows),
    segment: new Uint8Array(rows),
    open: new Float64Array(rows),
    high: new Float64Array(rows),
    low: new Float64Array(rows),
    close: new Float64Array(rows),
    ambiguous: new Uint8Array(rows),
  };
}

function emptyTrades(rows: number): TradeColumns {
  return {
    symbol: new Int32Array(rows),
    direction: new Int8Array(rows),
    qty: new Float64Array(rows),
    entryBar: new Int32Array(rows),
    entryPrice: new Float64Array(rows),
    exitBar: new Int32Array(rows),
    exitPrice: new Float64Array(rows),
    pnl: new Float64Array(rows),
    returnFraction: new Float64Array(rows),
    commission: new Float64Array(rows),
    exitReason: new Uint8Array(rows),
    forced: new Uint8Array(rows),
  };
}

function emptyOrders(rows: number): OrderColumns {
  return {
    bar: new Int32Array(rows),
    symbol: new Int32Array(rows),
    side: new Uint8Array(rows),
    type: new Uint8Array(rows),
    role: new Uint8Array(rows),
    status: new Uint8Array(rows),
    parent: new Int32Array(rows),
    limit: new Float64Array(rows),
    stop: new Float64Array(rows),
    qty: new Float64Array(rows),
    endBar: new Int32Array(rows),
    reason: new Int32Array(rows),
    tag: new Int32Array(rows),
  };
}
