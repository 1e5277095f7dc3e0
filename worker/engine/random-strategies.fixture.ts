import fc from 'fast-check';
import type { AccountTerms } from '#shared/domain/account.ts';
import type { BarColumns } from '#shared/domain/bars.ts';
import type { CorporateAction } from '#shared/domain/corporate-action.ts';
import { type CostsSpec, NO_COSTS } from '#shared/domain/costs.ts';
import type { SemanticsId } from '#shared/domain/manifest.ts';
import type { OrderTicket } from '#shared/strategy-api/orders.ts';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';
import type { SimulatedSeries, Simulation } from './backtest.ts';
import { act, type Deed, deeds, maybe } from './random-deeds.fixture.ts';
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
  leverage: fc.constantFrom(1, 2, 8),
  maintenanceMargin: fc.constantFrom(0, 0, 0.1, 0.2),
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
  deeds: fc.array(deeds, { minLength: 1, maxLength: 40 }),
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
      rates: bars.map((_, symbol) => Float64Array.from({ length: ticks }, (_, tick) => rateOf(scenario, symbol, tick))),
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
