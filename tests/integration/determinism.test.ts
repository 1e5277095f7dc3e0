import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { WorkerPool } from '#main/runs/worker-pool.ts';
import { instrument } from '../support/bars.ts';
import { runTask, waves } from '../support/run-task.ts';
import { strategySource } from '../support/strategy-source.ts';

const threads = [new WorkerPool({ threads: 1 }), new WorkerPool({ threads: 1 })];
afterAll(() => Promise.all(threads.map((pool) => pool.close())));

const bars = waves(120);
const series = ['ONE', 'TWO'].map((symbol) => ({
  instrument: instrument({ symbol, lotStep: 0.5, tickSize: 0.25 }),
  bars,
  closeOnly: false,
}));

const COSTS = {
  commission: { model: 'fixed-plus-percent', amount: 0.5, fraction: 0.001 },
  spread: { model: 'percent', fraction: 0.002 },
  slippage: { model: 'ticks', ticks: 1 },
} as const;

const period = fc.integer({ min: 1, max: 20 });
const indicator = fc.oneof(
  period.map((n) => `ta.sma(data.close, ${n})`),
  period.map((n) => `ta.ema(data.of('TWO').high, ${n + 1})`),
  period.map((n) => `ta.rsi(data.close, ${n + 1})`),
  period.map((n) => `series(Array.from({ length: data.close.length }, (_, i) => data.low.at(Math.max(0, i - ${n}))))`),
);
const request = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map((size) => `{ size: ${size} }`),
  fc.integer({ min: 1, max: 90 }).map((part) => `{ size: order.percentOfEquity(${part}), stopLoss: bar.close * 0.97 }`),
  fc.double({ min: 0.95, max: 1.05, noNaN: true }).map((at) => `{ symbol: 'TWO', size: 2, limit: bar.close * ${at} }`),
  fc
    .double({ min: 0.95, max: 1.05, noNaN: true })
    .map((at) => `{ size: 1, stop: bar.close * ${at}, tag: 'p' + random() }`),
  fc.constant('{ size: random() * 9 + 1, takeProfit: bar.close + 2, stopLoss: bar.close - 2 }'),
);
const strategies = fc
  .record({ fast: indicator, slow: indicator, buy: request, sell: request, every: fc.integer({ min: 2, max: 15 }) })
  .map(({ fast, slow, buy, sell, every }) =>
    strategySource(
      `state: () => ({ seen: new Map() }),
      setup: ({ data }) => ({ fast: ${fast}, slow: ${slow} }),
      onBar({ bar, order, position, state, log }, { fast, slow }) {
        state.seen.set(bar.index, fast.now);
        if (ta.crossOver(fast, slow)) order.buy(${buy});
        if (ta.crossUnder(fast, slow)) order.sell(${sell});
        if (bar.index % ${every} === 0) { position.close(); count++; log(count, state.seen.size, random()); }
      }`,
      'let count = 0;',
    ),
  );

const vandals = fc.constantFrom(
  strategySource(
    'onBar({ data, log }) { for (const to of [data, data.close, ta, log, Object.prototype, Math]) try { to.now = to.sma = 1; } catch {} }',
  ),
  strategySource(
    'setup() { try { Math.max = () => 0; Array.prototype.map = 0; } catch {} throw new Error("x"); }, onBar() {}',
  ),
  strategySource(
    'onBar({ order }) { for (let i = 0; i < 50; i++) order.buy({ size: random() * 5 + 1, limit: 90 + i }); }',
  ),
  strategySource(
    'onBar({ bar }) { if (bar.index === 50) throw new (class extends Error { get message() { throw 1; } })(); }',
  ),
);

describe('the same run', () => {
  test('gives the same result in any thread, whatever ran there before', async () => {
    const [first, second] = threads as [WorkerPool, WorkerPool];
    const perform = (pool: WorkerPool, source: string, seed: number) =>
      pool.perform(runTask(source, { series, costs: COSTS, seed }));
    await fc.assert(
      fc.asyncProperty(strategies, strategies, vandals, fc.nat(5), async (source, other, vandal, seed) => {
        const once = await perform(first, source, seed);
        await perform(first, other, seed + 1);
        await perform(first, vandal, seed).catch(() => {});
        const [again, elsewhere] = await Promise.all([perform(first, source, seed), perform(second, source, seed)]);
        expect(again).toEqual(once);
        expect(elsewhere).toEqual(once);
      }),
      { numRuns: 40 },
    );
  });
});
