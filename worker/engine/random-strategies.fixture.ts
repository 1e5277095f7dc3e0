import fc from 'fast-check';
import type { AccountTerms } from '#shared/domain/account.ts';
import type { BarColumns } from '#shared/domain/bars.ts';
import type { CorporateAction } from '#shared/domain/corporate-action.ts';
import { type CostsSpec, NO_COSTS } from '#shared/domain/costs.ts';
import type { SemanticsId } from '#shared/domain/manifest.ts';
import type { Distance, OrderRequest, Orders, OrderTicket, Size } from '#shared/strategy-api/orders.ts';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';
import type { SimulatedSeries, Simulation } from './backtest.ts';
import type { Context } from './scenario.fixture.ts';

export const CASH = 10_000;
const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);

export const INSTRUMENTS = [
  instrument({ symbol: 'A', tickSize: 0.25 }),
  instrument({ symbol: 'B', tickSize: 0.01, lotStep: 0.1, multiplier: 2 }),
];

/** A bar around the close before it: gaps, wide ranges and flat bars all occur. */
const step = fc.record({
  gap: fc.integer({ min: -8, max: 8 }),
  up: fc.integer({ min: 0, max: 6 }),
  down: fc.integer({ min: 0, max: 6 }),
  close: fc.double({ min: 0, max: 1, noNaN: true }),
  volume: fc.constantFrom(0, 300, 1_000, 5_000),
});

const history = fc.array(step, { minLength: 3, maxLength: 40 });

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const distance = maybe(fc.integer({ min: 1, max: 8 }));

/** What a strategy does on one bar; prices are offsets from the close. */
const deed = fc.record({
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
export type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

const costs: fc.Arbitrary<CostsSpec> = fc.constantFrom(
  NO_COSTS,
  { ...NO_COSTS, commission: { model: 'percent', fraction: 0.001 } },
  { ...NO_COSTS, commission: { model: 'fixed', amount: 2 }, slippage: { model: 'volume-share', priceImpact: 0.05 } },
  {
    commission: { model: 'fixed-plus-percent', amount: 1, fraction: 0.0005 },
    spread: { model: 'percent', fraction: 0.002 },
    slippage: { model: 'ticks', ticks: 2 },
  },
);

const account: fc.Arbitrary<AccountTerms> = fc.record({
  leverage: fc.constantFrom(1, 1, 2, 8),
  maintenanceMargin: fc.constantFrom(0, 0.1, 0.2),
  borrowRate: fc.constantFrom(0, 0.3),
  cashRate: fc.constantFrom(0, 0.1),
  debitRate: fc.constantFrom(0, 0.5),
  matching: fc.constantFrom('fifo', 'lifo', 'average'),
  participation: fc.constantFrom(null, null, 0.01, 0.03),
  reduceToFit: fc.boolean(),
  pyramiding: fc.constantFrom(null, null, 1, 3),
  timing: fc.constantFrom('open', 'open', 'close'),
  hedging: fc.constantFrom(false, false, true),
});

const action: fc.Arbitrary<CorporateAction> = fc
  .record({
    day: fc.integer({ min: 0, max: 40 }),
    split: maybe(fc.constantFrom(2, 0.5, 1.5)),
    amount: fc.constantFrom(0.5, 3),
  })
  .map(({ day, split, amount }) => {
    const time = START + day * DAY;
    return split === undefined ? { kind: 'dividend', time, amount } : { kind: 'split', time, ratio: split };
  });
const actions = fc.array(action, { maxLength: 3 }).map((list) => list.toSorted((a, b) => a.time - b.time));

export const scenarios = fc.record({
  first: history,
  second: history,
  /** Bars by which the second symbol starts later. */
  delay: fc.integer({ min: 0, max: 4 }),
  deeds: fc.array(deed, { minLength: 1, maxLength: 40 }),
  costs,
  account,
  actions: fc.tuple(actions, actions),
  isDelisted: fc.boolean(),
  funding: fc.boolean(),
  /** Of the second symbol's currency, day by day. */
  rates: maybe(fc.array(fc.constantFrom(0.8, 1, 1.3), { minLength: 1, maxLength: 8 })),
});
export type Scenario = typeof scenarios extends fc.Arbitrary<infer T> ? T : never;

export function market({ first, second, delay }: Pick<Scenario, 'first' | 'second' | 'delay'>): BarColumns[] {
  return [barsOf(first, START), barsOf(second, START + delay * DAY)];
}

function barsOf(steps: Scenario['first'], firstTime: number): BarColumns {
  let before = 100;
  const bars = dailyBars(
    steps.map(({ gap, up, down, close }): Quote => {
      const open = Math.max(10, before + gap);
      const [low, high] = [Math.max(1, open - down), open + up];
      before = Math.round((low + (high - low) * close) * 4) / 4;
      return [open, high, low, before];
    }),
    firstTime,
  );
  steps.forEach(({ volume }, row) => {
    bars.volume[row] = volume;
  });
  return bars;
}

/** Account money for a unit of a symbol's currency at a bar of the clock. */
export function rateOf({ rates }: Scenario, symbol: number, tick: number): number {
  return rates === undefined || symbol === 0 ? 1 : (rates[tick % rates.length] as number);
}

/** Runs what is done on the bars, each deed on one bar, over and over. */
export function runOn(
  bars: readonly BarColumns[],
  scenario: Scenario,
  { semantics = 'hindcast-1', finer = [] }: { semantics?: SemanticsId; finer?: readonly BarColumns[] } = {},
): Simulation {
  const tickets: OrderTicket[] = [];
  const ticks = 60;
  return runStrategy(
    bars,
    {
      onBar(context) {
        const { deeds } = scenario;
        act(deeds[context.bar.index % deeds.length] as Deed, context as Context, tickets);
      },
    },
    {
      cash: CASH,
      costs: scenario.costs,
      account: scenario.account,
      instruments: INSTRUMENTS,
      semantics,
      about: aboutSymbols(scenario).map((about, symbol) => ({ ...about, finer: finer[symbol] ?? null })),
      rates: [null, Float64Array.from({ length: ticks }, (_, tick) => rateOf(scenario, 1, tick))],
    },
  );
}

function aboutSymbols({ actions, isDelisted, funding }: Scenario): Omit<SimulatedSeries, 'instrument' | 'bars'>[] {
  const time = Float64Array.from({ length: 60 }, (_, i) => START + i * 0.7 * DAY);
  const rate = time.map((_, i) => (i % 3) * 0.001 - 0.0005);
  return [
    { actions: actions[0], funding: funding ? { time, rate } : null },
    { actions: actions[1], isDelisted },
  ];
}

function act(deed: Deed, context: Context, tickets: OrderTicket[]): void {
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
    ...protection(deed, order, limit ?? stop ?? close, sign),
  };
  if (kind !== 'oco') return [order[side](request)];
  // A group of its own on each bar.
  const group = { ...request, oco: `of bar ${bar.index}`, tag: `of bar ${bar.index}`, ocoMode: deed.ocoMode, size: 7 };
  const { id: _, stopLoss: __, takeProfit: ___, ...bare } = group;
  return [order[side]({ ...bare, limit: price }), order[side]({ ...bare, stop: price + 2 * sign }), order.sell(bare)];
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
