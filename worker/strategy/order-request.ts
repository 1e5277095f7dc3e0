import type {
  Distance as AskedDistance,
  CloseRequest,
  ExitRequest,
  OrderRequest,
} from '#shared/strategy-api/orders.ts';
import type { CloseTerms } from '../engine/closing-order.ts';
import type { ExitTerms } from '../engine/contingencies.ts';
import type { Distance, Level } from '../engine/distance.ts';
import {
  type Bracket,
  type Direction,
  type OrderOptions,
  type OrderTerms,
  PLAIN,
  type TimeInForce,
  type Trail,
} from '../engine/order.ts';
import { unknownSymbol } from './market.ts';
import { columnOf, cursorOf, isSeries } from './series.ts';
import type { Session } from './session.ts';
import { ALL_EQUITY, positive, readSize } from './size.ts';

const PROTECTION_KEYS = ['stopLoss', 'takeProfit', 'trailingStop'] as const;
/** Members that make an order more than a size, a price and a note. */
const OPTION_KEYS = [
  'at',
  'timeInForce',
  'until',
  'reduceOnly',
  'oco',
  'ocoMode',
  'id',
  'reverse',
  'pyramiding',
] as const satisfies readonly (keyof OrderRequest)[];
const ORDER_KEYS = new Set<string>([
  'symbol',
  'size',
  'limit',
  'stop',
  'trail',
  'tag',
  ...PROTECTION_KEYS,
  ...OPTION_KEYS,
]);
/** Members that most orders have. */
const PLAIN_KEYS = new Set<string>(['symbol', 'size', 'limit', 'stop', 'tag']);
const EXIT_KEYS = new Set<string>(['symbol', 'entry', 'size', 'percent', 'id', 'tag', ...PROTECTION_KEYS]);
const CLOSE_KEYS = new Set<string>(['size', 'percent', 'entry', 'tag']);
const TIMES_IN_FORCE: readonly string[] = ['gtc', 'day', 'ioc', 'fok'];
const LONGEST_TAG = 200;
const LONGEST_NAME = 100;

/** What `order.buy` and `order.sell` were asked for, checked. */
export function readOrder(call: string, direction: Direction, request: OrderRequest, session: Session): OrderTerms {
  const hasMore = checkKeys(call, request, ORDER_KEYS);
  const { symbol, size, limit, stop, trail, tag } = request;
  const terms: OrderTerms = {
    symbol: symbol === undefined ? 0 : symbolIndex(call, symbol, session),
    direction,
    role: 'entry',
    size: size === undefined ? ALL_EQUITY : readSize(call, size, 'order'),
    limit: price(call, 'limit', limit),
    stop: price(call, 'stop', stop),
    trail: trail === undefined ? null : { by: readDistance(call, 'trail', trail, session), from: null },
    bracket: hasMore ? readBracket(call, request, session) : null,
    options: hasMore ? readOptions(call, request) : PLAIN,
    tag: tag === undefined ? null : String(tag).slice(0, LONGEST_TAG),
  };
  if (terms.trail !== null && !(Number.isNaN(terms.limit) && Number.isNaN(terms.stop))) {
    throw new RangeError(`${call}: trail is a stop of its own; leave out limit and stop.`);
  }
  if (terms.bracket !== null) requireSidesOfEntry(call, terms, terms.bracket, session);
  return terms;
}

/** What `order.exit` was asked for, checked. */
export function readExit(request: ExitRequest, session: Session): ExitTerms {
  const call = 'order.exit';
  checkKeys(call, request, EXIT_KEYS);
  const { symbol, entry, size, percent, id, tag } = request;
  const bracket = readBracket(call, request, session);
  if (bracket === null) throw new TypeError(`${call} needs a stopLoss, a takeProfit or a trailingStop.`);
  return {
    symbol: symbol === undefined ? 0 : symbolIndex(call, symbol, session),
    name: readName(call, 'id', id),
    entry: readName(call, 'entry', entry),
    size: size === undefined ? Number.NaN : positive(call, size, 'size'),
    percent: percent === undefined ? Number.NaN : positive(call, percent, 'percent'),
    bracket,
    tag: tag === undefined ? null : String(tag).slice(0, LONGEST_TAG),
  };
}

/** What `position.close` was asked for, checked. */
export function readClose(request: CloseRequest): CloseTerms {
  const call = 'position.close';
  checkKeys(call, request, CLOSE_KEYS);
  const { size, percent, entry, tag } = request;
  return {
    size: size === undefined ? Number.NaN : positive(call, size, 'size'),
    percent: percent === undefined ? Number.NaN : positive(call, percent, 'percent'),
    entry: readName(call, 'entry', entry),
    tag: tag === undefined ? null : String(tag).slice(0, LONGEST_TAG),
  };
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

/** NaN for a price that isn't given. */
export function price(call: string, name: string, value: unknown): number {
  if (value === undefined) return Number.NaN;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new TypeError(`${call}: ${name} must be a price, not ${describe(value)}.`);
  }
  return value;
}

/** A price level that may also be left alone (undefined) or removed (null). */
export function optionalLevel(call: string, name: string, value: unknown): number | null | undefined {
  return value === undefined || value === null ? value : price(call, name, value);
}

/** Whether anything beside size, prices and tag is asked for. */
function checkKeys(call: string, request: object, keys: ReadonlySet<string>): boolean {
  if (typeof request !== 'object' || request === null) {
    throw new TypeError(`${call} takes an object: ${call}({ size: 10 }).`);
  }
  let hasMore = false;
  for (const key in request) {
    if (!keys.has(key)) {
      throw new TypeError(`${call}: there is no option ${key.slice(0, 40)}. There are ${[...keys].join(', ')}.`);
    }
    if (!PLAIN_KEYS.has(key)) hasMore = true;
  }
  return hasMore;
}

function readBracket(call: string, request: OrderRequest | ExitRequest, session: Session): Bracket | null {
  const { stopLoss, takeProfit, trailingStop } = request;
  if (stopLoss === undefined && takeProfit === undefined && trailingStop === undefined) return null;
  return {
    stopLoss: stopLoss === undefined ? null : readLevel(call, 'stopLoss', stopLoss, session),
    takeProfit: takeProfit === undefined ? null : readLevel(call, 'takeProfit', takeProfit, session),
    trail: trailingStop === undefined ? null : readTrail(call, trailingStop, session),
  };
}

function readLevel(call: string, name: string, level: unknown, session: Session): Level {
  const isDistance = typeof level === 'object' && level !== null;
  return isDistance ? readDistance(call, name, level, session) : price(call, name, level);
}

function readTrail(call: string, trail: unknown, session: Session): Trail {
  const read = (name: string, distance: unknown) => readDistance(call, name, distance, session);
  if (typeof trail === 'object' && trail !== null && 'by' in trail) {
    const from = 'from' in trail && trail.from !== undefined ? read('trailingStop.from', trail.from) : null;
    return { by: read('trailingStop.by', trail.by), from };
  }
  return { by: read('trailingStop', trail), from: null };
}

function readDistance(call: string, name: string, distance: unknown, { market }: Session): Distance {
  const { kind, value, series } = Object(distance) as Partial<AskedDistance>;
  const isNumber = typeof value === 'number' && Number.isFinite(value) && value >= 0;
  if (isNumber && (kind === 'points' || kind === 'percent' || kind === 'ticks')) return { kind, value, latest: null };
  if (isNumber && kind === 'series' && isSeries(series)) {
    const column = columnOf(series);
    const cursor = cursorOf(series);
    if (Number.isNaN(column[cursor.row] ?? Number.NaN)) throw new RangeError(`${call}: ${name} has no value yet.`);
    // While a bar is under way its own value isn't known.
    const known = () => (market.isUnderWay && cursor.isNew ? cursor.row - 1 : cursor.row);
    return { kind, value, latest: () => column[known()] ?? Number.NaN };
  }
  throw new TypeError(
    `${call}: ${name} is a distance such as order.pointsAway(5), percentAway(2), ticksAway(20) or timesAway(atr, 3).`,
  );
}

function readOptions(call: string, request: OrderRequest): OrderOptions {
  if (OPTION_KEYS.every((key) => request[key] === undefined)) return PLAIN;
  const { at, timeInForce = 'gtc', until, reduceOnly, oco, ocoMode = 'cancel', id, reverse, pyramiding } = request;
  if (at !== undefined && at !== 'open' && at !== 'close') throw new TypeError(`${call}: at is 'open' or 'close'.`);
  if (at === 'close' && (request.limit ?? request.stop ?? request.trail) !== undefined) {
    throw new TypeError(`${call}: at: 'close' is for market orders; leave out limit, stop and trail.`);
  }
  if (!TIMES_IN_FORCE.includes(timeInForce)) {
    throw new TypeError(`${call}: timeInForce is one of ${TIMES_IN_FORCE.join(', ')}.`);
  }
  if (ocoMode !== 'cancel' && ocoMode !== 'reduce') throw new TypeError(`${call}: ocoMode is 'cancel' or 'reduce'.`);
  if (ocoMode === 'reduce' && typeof request.size !== 'number') {
    throw new TypeError(`${call}: orders that reduce each other need a size in units.`);
  }
  return {
    atClose: at === 'close',
    timeInForce: timeInForce as TimeInForce,
    until: until === undefined ? Number.POSITIVE_INFINITY : price(call, 'until', until),
    reduceOnly: reduceOnly === true,
    oco: readName(call, 'oco', oco),
    ocoMode,
    name: readName(call, 'id', id),
    entry: null,
    reverse: reverse === undefined ? null : reverse === true,
    pyramiding: pyramiding === undefined ? null : entriesAllowed(call, pyramiding),
  };
}

/** Infinity = as many as one likes. */
function entriesAllowed(call: string, pyramiding: number): number {
  return pyramiding === Number.POSITIVE_INFINITY ? pyramiding : positive(call, pyramiding, 'pyramiding');
}

function readName(call: string, member: string, name: unknown): string | null {
  if (name === undefined) return null;
  if (typeof name !== 'string' || name === '') throw new TypeError(`${call}: ${member} is a name.`);
  return name.slice(0, LONGEST_NAME);
}

/** A stop-loss above the entry of a long (or below that of a short) would close the trade at once. */
function requireSidesOfEntry(call: string, terms: OrderTerms, bracket: Bracket, { market }: Session): void {
  const { cursor, bars } = market.of(terms.symbol);
  const close = cursor.row < 0 ? Number.NaN : (bars.close[cursor.row] as number);
  const entry = !Number.isNaN(terms.limit) ? terms.limit : !Number.isNaN(terms.stop) ? terms.stop : close;
  const { stopLoss, takeProfit } = bracket;
  const isBuy = terms.direction === 1;
  requireSide(call, 'stopLoss', stopLoss, entry, isBuy ? -1 : 1);
  requireSide(call, 'takeProfit', takeProfit, entry, isBuy ? 1 : -1);
}

function requireSide(call: string, name: string, level: Level | null, entry: number, way: Direction): void {
  if (typeof level !== 'number') return;
  if (way === -1 && level >= entry) throw new RangeError(`${call}: ${name} ${level} must be below the price ${entry}.`);
  if (way === 1 && level <= entry) throw new RangeError(`${call}: ${name} ${level} must be above the price ${entry}.`);
}

function describe(value: unknown): string {
  return typeof value === 'number' ? String(value) : typeof value;
}
