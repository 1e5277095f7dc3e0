import type {
  Distance,
  ExitRequest,
  OrderChange,
  OrderRequest,
  Orders,
  OrderTicket,
  Size,
} from '#shared/strategy-api/orders.ts';
import type { Series } from '#shared/strategy-api/series.ts';
import type { Direction, Order } from '../engine/order.ts';
import { sealForStrategies } from './expose.ts';
import { price, readExit, readOrder, symbolIndex } from './order-request.ts';
import { isSeries } from './series.ts';
import type { Session } from './session.ts';
import { makeSize, positive } from './size.ts';

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
  get filled(): number {
    return this.#order.filled;
  }
  cancel(): void {
    this.#session.broker.cancel(this.#order, this.#session.market.tick);
  }
  modify(change: OrderChange): void {
    const call = 'ticket.modify';
    const { size, limit, stop } = Object(change) as OrderChange;
    const { terms } = this.#order;
    const asked = {
      size: size === undefined ? Number.NaN : positive(call, size, 'size'),
      limit: level(call, 'limit', limit, terms.limit),
      stop: level(call, 'stop', stop, terms.stop),
    };
    this.#session.broker.modify(this.#order, asked, this.#session.market.tick);
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

  exit(request: ExitRequest): void {
    const session = this.#session;
    session.broker.sendExit(readExit(request, session), session.market.tick);
  }

  percentOfEquity(percent: number): Size {
    return makeSize('order.percentOfEquity', 'percent-of-equity', percent);
  }

  cash(amount: number): Size {
    return makeSize('order.cash', 'cash', amount);
  }

  pointsAway(points: number): Distance {
    return Object.freeze({ kind: 'points', value: distance('order.pointsAway', points) });
  }

  percentAway(percent: number): Distance {
    return Object.freeze({ kind: 'percent', value: distance('order.percentAway', percent) });
  }

  ticksAway(ticks: number): Distance {
    return Object.freeze({ kind: 'ticks', value: distance('order.ticksAway', ticks) });
  }

  timesAway(series: Series, factor: number): Distance {
    if (!isSeries(series))
      throw new TypeError('order.timesAway: the first argument is a series, such as ta.atr(data, 14).');
    return Object.freeze({ kind: 'series', value: distance('order.timesAway', factor), series });
  }

  cancel(id: string): void {
    const { broker, market } = this.#session;
    for (let index = 0; index < market.feeds.length; index++) broker.cancelNamed(index, String(id), market.tick);
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
    const terms = readOrder(call, direction, request, session);
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

/** A new price for one that the order was sent with. */
function level(call: string, name: string, value: unknown, sent: number): number {
  if (value !== undefined && Number.isNaN(sent)) throw new RangeError(`${call}: the order was sent without a ${name}.`);
  return price(call, name, value);
}

function distance(call: string, value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  throw new RangeError(`${call} must be a number, 0 or more.`);
}

sealForStrategies([Ticket, StrategyOrders]);
