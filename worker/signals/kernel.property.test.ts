import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CASH_ACCOUNT } from '#shared/domain/account.ts';
import type { CostsSpec } from '#shared/domain/costs.ts';
import type { Series } from '#shared/strategy-api/series.ts';
import type { Condition, Signals } from '#shared/strategy-api/signals.ts';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { simulate } from '../engine/backtest.ts';
import { HINDCAST_1 } from '../engine/semantics/hindcast-1.ts';
import { type LoadedStrategy, loadedStrategy, strategy } from '../strategy/definition.ts';
import { hindcastModule, type ModuleScope } from '../strategy/module.ts';
import { SignalKernel } from './kernel.ts';
import { SignalMarket } from './signal-market.ts';
import { sweepSignals } from './sweep.ts';
import { isPlain } from './terms.ts';

const tenths = (min: number, max: number) => fc.integer({ min: 10 * min, max: 10 * max }).map((n) => n / 10);

/** Bars that wander, with gaps, flat bars and prices that tie. */
const step = fc.record({ gap: tenths(-1, 1), up: tenths(0, 2), down: tenths(0, 2), move: tenths(-2, 2) });
const quotes = fc
  .oneof(fc.array(step, { minLength: 2, maxLength: 40 }), {
    weight: 4,
    arbitrary: fc.array(step, { minLength: 60, maxLength: 150 }),
  })
  .map((steps) => {
    let last = 20;
    return steps.map(({ gap, up, down, move }): Quote => {
      const open = Math.max(1, last + gap);
      const close = Math.max(1, open + move);
      last = close;
      return [open, Math.max(open, close) + up, Math.max(0.5, Math.min(open, close) - down), close];
    });
  });

const comparison = fc.record({
  kind: fc.constantFrom('above', 'below', 'crossOver', 'crossUnder'),
  a: fc.integer({ min: 1, max: 6 }),
  b: fc.oneof(fc.integer({ min: 1, max: 12 }), tenths(15, 25)),
  join: fc.constantFrom('alone', 'and', 'or', 'not'),
});
type Comparing = typeof comparison extends fc.Arbitrary<infer T> ? T : never;

const costs: fc.Arbitrary<CostsSpec> = fc.record({
  commission: fc.constantFrom<CostsSpec['commission']>(
    { model: 'none' },
    { model: 'percent', fraction: 0.002 },
    { model: 'fixed', amount: 3 },
    { model: 'fixed-plus-percent', amount: 1, fraction: 0.001 },
    { model: 'per-share', perUnit: 0.01, minimum: 1, maximumFraction: 0.01 },
    { model: 'maker-taker', maker: -0.0001, taker: 0.0004 },
  ),
  spread: fc.constantFrom<CostsSpec['spread']>(
    { model: 'none' },
    { model: 'percent', fraction: 0.001 },
    { model: 'fixed', points: 0.2 },
  ),
  slippage: fc.constantFrom<CostsSpec['slippage']>(
    { model: 'none' },
    { model: 'percent', fraction: 0.0005 },
    { model: 'ticks', ticks: 2 },
  ),
});

const scenarios = fc.record({
  quotes,
  costs,
  entries: fc.option(fc.array(comparison, { minLength: 1, maxLength: 2 }), { nil: undefined }),
  exits: fc.option(fc.array(comparison, { minLength: 1, maxLength: 2 }), { nil: undefined }),
  shortEntries: fc.option(fc.array(comparison, { minLength: 1, maxLength: 2 }), { nil: undefined }),
  shortExits: fc.option(fc.array(comparison, { minLength: 1, maxLength: 2 }), { nil: undefined }),
  size: fc.constantFrom(undefined, 3, 'percent', 'cash'),
  warmup: fc.constantFrom(undefined, 0, 7),
  lotStep: fc.constantFrom(1, 0.1, 25),
  cash: fc.constantFrom(10_000, 60),
});
type Scenario = typeof scenarios extends fc.Arbitrary<infer T> ? T : never;

/** The strategy of a scenario, with the scope that it must run in. */
function load(scenario: Scenario): { loaded: LoadedStrategy; scope: ModuleScope } {
  const scope: ModuleScope = { first: null };
  const { ta, when, size } = hindcastModule(scope, 0);
  const sma = ta['sma'] as (source: unknown, period: number) => Series;
  const definition = strategy({
    name: 'signals',
    params: {},
    ...(scenario.warmup !== undefined && { warmup: scenario.warmup }),
    signals({ data }) {
      const one = ({ kind, a, b }: Comparing) =>
        when[kind as 'above'](sma(data.close, a), Number.isInteger(b) ? sma(data.close, b) : b);
      const all = (asked: readonly Comparing[] | undefined): Condition | undefined =>
        asked?.map(one).reduce((first, second, i) => {
          const join = asked[i]?.join;
          return join === 'or' ? first.or(second) : join === 'not' ? first.and(second.not()) : first.and(second);
        });
      const { entries, exits, shortEntries, shortExits } = scenario;
      const asked: Record<string, unknown> = {
        entries: all(entries),
        exits: all(exits),
        shortEntries: all(shortEntries),
        shortExits: all(shortExits),
        size:
          scenario.size === 'percent'
            ? size.percentOfEquity(60)
            : scenario.size === 'cash'
              ? size.cash(2_500)
              : scenario.size,
      };
      return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Signals;
    },
  });
  return { loaded: loadedStrategy(definition) as LoadedStrategy, scope };
}

const kernel = new SignalKernel();

test('the kernel keeps the books of the event engine, to the last bit', () => {
  let traded = 0;
  fc.assert(
    fc.property(scenarios, (scenario) => {
      fc.pre(scenario.entries !== undefined || scenario.shortEntries !== undefined);
      const bars = dailyBars(scenario.quotes);
      const series = { bars, instrument: instrument({ lotStep: scenario.lotStep, tickSize: 0.01 }) };
      const { costs: asked, cash } = scenario;
      expect(isPlain({ series: [series], semantics: 'hindcast-1', account: CASH_ACCOUNT, costs: asked })).toBe(true);
      const event = load(scenario);
      const run = simulate(event.loaded, {
        series: [series],
        params: {},
        cash,
        costs: asked,
        account: CASH_ACCOUNT,
        semantics: HINDCAST_1,
        scope: event.scope,
        progress: new Int32Array(1),
      });
      expect(run.thrown).toBeNull();
      const fast = load(scenario);
      const input = { series, cash, costs: asked };
      const books = kernel.run(fast.loaded, {}, new SignalMarket({ ...input, scope: fast.scope }));
      const { entryFill: _, exitFill: __, ...trades } = run.trades;
      for (const [name, column] of Object.entries(trades)) {
        expect([name, ...books.trades[name as keyof typeof trades]]).toEqual([name, ...column]);
      }
      expect([...books.equity]).toEqual([...run.equity]);
      expect(books.firstTradableBar).toBe(run.firstTradableBar);
      expect(books.barsInMarket).toBe(run.barsInMarket);
      expect(books.brokeBar).toBe(run.brokeBar);
      if (run.trades.qty.length > 0) traded++;
      const swept = load(scenario);
      const columns = sweepSignals(
        swept.loaded,
        new SignalMarket({ ...input, scope: swept.scope }),
        [{}, {}],
        ['finalEquity', 'trades', 'maxDrawdown'],
        kernel,
      );
      const equity = run.equity.at(-1);
      expect([...columns.finalEquity]).toEqual([equity, equity]);
      expect(columns.trades[1]).toBe(run.trades.qty.length);
      let [peak, deepest]: number[] = [cash, 0];
      for (const worth of run.equity.subarray(Math.max(0, run.firstTradableBar - 1))) {
        peak = Math.max(peak as number, worth);
        deepest = Math.min(deepest as number, worth / peak - 1);
      }
      expect(Math.abs(columns.maxDrawdown[0] as number)).toBeCloseTo(-(deepest as number), 12);
    }),
    { numRuns: 1_000 },
  );
  expect(traded).toBeGreaterThan(300);
});
