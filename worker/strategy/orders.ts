import type { OrderRequest, Orders, OrderTicket, Size } from '#shared/strategy-api/orders.ts';
import type { Direction, Order, OrderTerms, SizeSpec } from '../engine/order.ts';
import { sealForStrategies } from './expose.ts';
import { unknownSymbol } from './market.ts';
import type { Session } from './session.ts';

const REQUEST_KEYS: readonly string[] = ['symbol', 'size', 'limit', 'stop', 'stopLoss', 'takeProfit', 'tag'];
const LONGEST_TAG = 200;
const ALL_EQUITY: SizeSpec = { kind: 'percent-of-equity', value: 100 };
const NOTHING_ASKED: OrderRequest = Object.freeze({});

class Ticket implements OrderTicket {
  readonly #order: Order;
  readonly #session: Session;

  constructor(order: Order, session: Session) {
    this.#order = order;
    this.#session = session;
    Object.freeze(this);
  }

  get id(): number {
    return this.#order.id;
  }
  get isPending(): boolean {
    return this.#order.status === 'pending';
  }
  cancel(): void {
    this.#session.broker.cancel(this.#order, this.#session.market.tick, 'cancelled by the strategy');
  }
}

/** `order` as a strategy holds it: checks what is asked and hands it to the broker. */
export class StrategyOrders implements Orders {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
    Object.freeze(this);
  }

  buy(request: OrderRequest = NOTHING_ASKED): OrderTicket {
    return this.#send('order.buy', 1, request);
  }

  sell(request: OrderRequest = NOTHING_ASKED): OrderTicket {
    return this.#send('order.sell', -1, request);
  }

  percentOfEquity(percent: number): Size {
    return Object.freeze({ kind: 'percent-of-equity', value: positive('order.percentOfEquity', percent) });
  }

  cash(amount: number): Size {
    return Object.freeze({ kind: 'cash', value: positive('order.cash', amount) });
  }

  cancelAll(symbol?: string): void {
    const { broker, market } = this.#session;
    if (symbol !== undefined) {
      broker.cancelEntries(symbolIndex('order.cancelAll', symbol, this.#session), market.tick);
      return;
    }
    for (let index = 0; index < market.feeds.length; index++) broker.cancelEntries(index, market.tick);
  }

  #send(call: string, direction: Direction, request: OrderRequest): OrderTicket {
    const session = this.#session;
    const terms = readRequest(call, direction, request, session);
    const tick = session.market.tick;
    const isReady = tick >= (session.readyTicks[terms.symbol] as number);
    const order = isReady
      ? session.broker.submit(terms, tick)
      : session.broker.refuse(terms, tick, whyNotReady(session, terms.symbol));
    return new Ticket(order, session);
  }
}

function whyNotReady({ market }: Session, symbol: number): string {
  return market.of(symbol).cursor.row < 0
    ? 'the symbol has no bar yet'
    : 'the strategy is not warmed up for this symbol yet';
}

function readRequest(call: string, direction: Direction, request: OrderRequest, session: Session): OrderTerms {
  if (typeof request !== 'object' || request === null) {
    throw new TypeError(`${call} takes an object: ${call}({ size: 10 }).`);
  }
  for (const key in request) {
    if (!REQUEST_KEYS.includes(key)) {
      throw new TypeError(`${call}: there is no option ${key.slice(0, 40)}. There are ${REQUEST_KEYS.join(', ')}.`);
    }
  }
  const { symbol, size, limit, stop, stopLoss, takeProfit, tag } = request;
  const terms: OrderTerms = {
    symbol: symbol === undefined ? 0 : symbolIndex(call, symbol, session),
    direction,
    role: 'entry',
    size: size === undefined ? ALL_EQUITY : readSize(call, size),
    limit: price(call, 'limit', limit),
    stop: price(call, 'stop', stop),
    stopLoss: price(call, 'stopLoss', stopLoss),
    takeProfit: price(call, 'takeProfit', takeProfit),
    tag: tag === undefined ? null : String(tag).slice(0, LONGEST_TAG),
  };
  requireSidesOfEntry(call, terms, session);
  return terms;
}

/** A stop-loss above the entry of a long (or below that of a short) would close the trade at once. */
function requireSidesOfEntry(call: string, terms: OrderTerms, { market }: Session): void {
  const { cursor, bars } = market.of(terms.symbol);
  const close = cursor.row < 0 ? Number.NaN : (bars.close[cursor.row] as number);
  const entry = !Number.isNaN(terms.limit) ? terms.limit : !Number.isNaN(terms.stop) ? terms.stop : close;
  const [below, above] =
    terms.direction === 1 ? (['stopLoss', 'takeProfit'] as const) : (['takeProfit', 'stopLoss'] as const);
  if (terms[below] >= entry)
    throw new RangeError(`${call}: ${below} ${terms[below]} must be below the price ${entry}.`);
  if (terms[above] <= entry)
    throw new RangeError(`${call}: ${above} ${terms[above]} must be above the price ${entry}.`);
}

function readSize(call: string, size: unknown): SizeSpec {
  if (typeof size === 'number') return { kind: 'units', value: positive(`${call}: size`, size) };
  if (typeof size === 'object' && size !== null && 'kind' in size && 'value' in size) {
    const { kind, value } = size;
    if (kind === 'percent-of-equity' || kind === 'cash' || kind === 'units') {
      return { kind, value: positive(`${call}: size`, value) };
    }
  }
  throw new TypeError(`${call}: size is a number of units, order.percentOfEquity(…) or order.cash(…).`);
}

/** NaN for a price that isn't given. */
function price(call: string, name: string, value: unknown): number {
  if (value === undefined) return Number.NaN;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new TypeError(`${call}: ${name} must be a price, not ${describe(value)}.`);
  }
  return value;
}

function positive(call: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) {
    throw new RangeError(`${call} must be a number above 0, not ${describe(value)}.`);
  }
  return value;
}

function describe(value: unknown): string {
  return typeof value === 'number' ? String(value) : typeof value;
}

export function symbolIndex(call: string, symbol: unknown, session: Session): number {
  const index = session.market.feeds.findIndex((feed) => feed.symbol === symbol);
  if (index >= 0) return index;
  throw unknownSymbol(
    call,
    symbol,
    session.market.feeds.map((feed) => feed.symbol),
  );
}

/** A price level that may also be left alone (undefined) or removed (null). */
export function optionalLevel(call: string, name: string, value: unknown): number | null | undefined {
  return value === undefined || value === null ? value : price(call, name, value);
}

sealForStrategies([Ticket, StrategyOrders]);
