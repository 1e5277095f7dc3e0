import fc from 'fast-check';
import type { Distance, OrderRequest, Orders, OrderTicket, Size } from '#shared/strategy-api/orders.ts';
import type { Context } from './scenario.fixture.ts';

const DAY = 86_400_000;

export const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const distance = maybe(fc.integer({ min: 1, max: 8 }));

/** What a strategy may do on one bar; prices are offsets from the close. */
export const deeds = fc.record({
  kind: fc.constantFrom(
    'none',
    ...(['market', 'limit', 'stop', 'stop-limit', 'trail', 'oco', 'market', 'limit', 'stop'] as const),
    ...(['close', 'protect', 'exit', 'cancel', 'cancel-all', 'modify'] as const),
  ),
  symbol: fc.constantFrom('A', 'B'),
  side: fc.constantFrom('buy', 'sell'),
  size: fc.constantFrom(1, 7, 40, 'percent', 'cash', 'much'),
  offset: fc.integer({ min: -6, max: 6 }),
  stopLoss: distance,
  takeProfit: distance,
  trailingStop: distance,
  inPrices: fc.boolean(),
  timeInForce: fc.constantFrom('gtc', 'gtc', 'day', 'ioc', 'fok'),
  lives: maybe(fc.integer({ min: 0, max: 5 })),
  at: fc.constantFrom('open', 'open', 'close'),
  id: maybe(fc.constantFrom('x', 'y')),
  ocoMode: fc.constantFrom('cancel', 'reduce'),
  reduceOnly: fc.constantFrom(false, false, true),
  reverse: maybe(fc.boolean()),
  pyramiding: maybe(fc.constantFrom(1, 2)),
});
export type Deed = typeof deeds extends fc.Arbitrary<infer T> ? T : never;

/** Does it; the tickets of all orders so far are there to be modified. */
export function act(deed: Deed, context: Context, tickets: OrderTicket[]): void {
  const { order, position, data } = context;
  const close = data.of(deed.symbol).close.now;
  if (Number.isNaN(close)) return;
  switch (deed.kind) {
    case 'none':
      break;
    case 'cancel':
      order.cancel(deed.id ?? 'x');
      break;
    case 'cancel-all':
      order.cancelAll(deed.symbol);
      break;
    case 'close':
      position.of(deed.symbol).close({ ...(deed.id && { entry: deed.id }), ...(deed.lives && { percent: 50 }) });
      break;
    case 'protect':
      protect(deed, context, close);
      break;
    case 'exit':
      exit(deed, order);
      break;
    case 'modify':
      modify(deed, tickets.at(-1), close);
      break;
    default:
      tickets.push(...send(deed, context, close));
  }
}

function protect(deed: Deed, { position }: Context, close: number): void {
  const held = position.of(deed.symbol);
  const side = held.isLong ? 1 : -1;
  const level = (distance: number | undefined, way: number) =>
    distance === undefined ? null : Math.max(1, close + way * distance);
  held.protect({ stopLoss: level(deed.stopLoss, -side), takeProfit: level(deed.takeProfit, side) });
}

function exit({ symbol, id, size, lives, stopLoss = 2, takeProfit, trailingStop }: Deed, order: Orders): void {
  order.exit({
    symbol,
    ...(id && { id, entry: id }),
    ...(typeof size === 'number' ? { size } : lives && { percent: 40 }),
    stopLoss: order.pointsAway(stopLoss),
    ...(takeProfit && { takeProfit: order.pointsAway(takeProfit) }),
    ...(trailingStop && { trailingStop: order.pointsAway(trailingStop) }),
  });
}

function modify({ offset, size }: Deed, ticket: OrderTicket | undefined, close: number): void {
  try {
    ticket?.modify({ limit: Math.max(1, close + offset) });
  } catch {
    // It was sent without one.
  }
  if (typeof size === 'number') ticket?.modify({ size });
}

function send(deed: Deed, { order, bar }: Context, close: number): OrderTicket[] {
  const { kind, symbol, side, at, timeInForce, lives, id, reduceOnly, reverse, pyramiding } = deed;
  const sign = side === 'buy' ? 1 : -1;
  const price = Math.max(1, close + deed.offset);
  const [limit, stop] = [
    kind === 'limit' ? price : kind === 'stop-limit' ? price + sign : undefined,
    kind === 'stop' || kind === 'stop-limit' ? price : undefined,
  ];
  const request: OrderRequest = {
    symbol,
    size: sizeOf(deed, order),
    timeInForce,
    reduceOnly,
    ...(limit && { limit }),
    ...(stop && { stop }),
    ...(kind === 'trail' && { trail: order.pointsAway(Math.abs(deed.offset)) }),
    ...(kind === 'market' && { at }),
    ...(lives && { until: bar.time + lives * DAY }),
    ...(id && { id }),
    ...(reverse !== undefined && { reverse }),
    ...(pyramiding && { pyramiding }),
  };
  if (kind !== 'oco') return [order[side]({ ...request, ...protection(deed, order, limit ?? stop ?? close, sign) })];
  // A group of its own on each bar.
  const group = { ...request, oco: `of bar ${bar.index}`, tag: `of bar ${bar.index}`, ocoMode: deed.ocoMode, size: 7 };
  const { id: _, reverse: __, ...plain } = group;
  return [
    order[side]({ ...plain, limit: price }),
    order[side]({ ...plain, stop: price + 2 * sign }),
    order[side]({ ...plain, limit: Math.max(1, price - sign) }),
    ...(deed.offset > 3 ? [order.buy(plain), order.sell(plain)] : []),
  ];
}

function protection(deed: Deed, order: Orders, entry: number, sign: number): OrderRequest {
  const { stopLoss, takeProfit, trailingStop, inPrices } = deed;
  const level = (distance: number, way: number): number | Distance =>
    inPrices ? entry + way * sign * distance : order.pointsAway(distance);
  return {
    ...(stopLoss && { stopLoss: level(stopLoss, -1) }),
    ...(takeProfit && { takeProfit: level(takeProfit, 1) }),
    ...(trailingStop && { trailingStop: { by: order.pointsAway(trailingStop), from: order.pointsAway(1) } }),
  };
}

function sizeOf({ size }: Deed, order: Orders): number | Size {
  if (size === 'percent' || size === 'much') return order.percentOfEquity(size === 'much' ? 700 : 60);
  return size === 'cash' ? order.cash(3_000) : Number(size);
}
