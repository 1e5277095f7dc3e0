import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFile } from '#main/market/import/import-file.ts';
import type { RunRecord } from '#main/runs/run-record.ts';
import type { RunRequest } from '#main/runs/run-service.ts';
import { WorkerPool } from '#main/runs/worker-pool.ts';
import type { SeriesKey } from '#shared/domain/series.ts';
import { instrument } from '../support/bars.ts';
import { refusal } from '../support/refusal.ts';
import { runTask, waves } from '../support/run-task.ts';
import { strategySource } from '../support/strategy-source.ts';
import { runRequest, type TempApp, tempApp } from '../support/temp-app.ts';

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

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const examples = readdirSync(join(ROOT, 'examples')).filter((name) => name.endsWith('.ts'));

/** Runs requests in a process of its own, and prints the ids of the runs. */
const ELSEWHERE = `
  import { createApp } from '#main/app.ts';
  const app = createApp({ home: process.argv[1], threads: 1 }, { clock: () => 0 });
  const ids = [];
  for (const request of JSON.parse(process.argv[2])) ids.push((await app.runService.run(request)).record.id);
  console.log(JSON.stringify(ids));
  await app.close();`;

describe('every example', () => {
  let one: TempApp;
  let two: TempApp;
  let requests: RunRequest[];
  let elsewhere: Promise<string[]>;

  beforeAll(async () => {
    one = tempApp({ threads: 1 });
    two = tempApp({ threads: 2, home: one.home });
    const series = new Map<string, SeriesKey[]>();
    for (const file of ['sp500-2000.csv', 'stocks.csv']) {
      const report = await importFile(join(ROOT, 'examples', 'data', file), one.market);
      series.set(
        file,
        report.series.map(({ summary }) => summary),
      );
    }
    requests = examples.map((name) => {
      const source = readFileSync(join(ROOT, 'examples', name), 'utf8');
      // Each says in its first lines on which prices to try it.
      const prices = series.get(/--data examples\/data\/(\S+)/.exec(source)?.[1] ?? '') ?? [];
      return runRequest(source, prices);
    });
    const words = ['--input-type=module-typescript', '--eval', ELSEWHERE, one.home, JSON.stringify(requests)];
    elsewhere = promisify(execFile)(process.execPath, words, { cwd: ROOT }).then(({ stdout }) => JSON.parse(stdout));
  }, 30_000);
  afterAll(async () => {
    await two.close();
    await one.remove();
  });

  const requestOf = (name: string) => requests[examples.indexOf(name)] as RunRequest;

  test.each(examples)('%s gives the same in one thread, in two, and in another process', async (name) => {
    const request = requestOf(name);
    const runs = await Promise.all([one, two, two].map(({ runService }) => runService.run(request)));
    const records = [
      ...runs.map(({ record }) => record),
      one.runs.find((await elsewhere)[examples.indexOf(name)] ?? ''),
    ];
    const [first] = records as [RunRecord];
    expect(new Set(records.map(({ id }) => id)).size).toBe(4);
    expect(first.summary?.trades).toBeGreaterThan(0);
    for (const { manifestId, resultHash } of records) {
      expect({ manifestId, resultHash }).toEqual({ manifestId: first.manifestId, resultHash: first.resultHash });
    }
    const verified = { stored: first.resultHash, fresh: first.resultHash, isIntact: true };
    for (const record of records) expect(await one.runService.verify(record)).toMatchObject(verified);
  });

  test('is not verified when one of its fills was altered', async () => {
    const { record, result } = await one.runService.run(requestOf('sma-cross.ts'));
    const price = result.fills.price.slice();
    price[0] = (price[0] as number) * (1 + Number.EPSILON);
    const database = new Database(join(one.home, 'hindcast.db'));
    database
      .prepare("UPDATE run_columns SET data = ? WHERE run_id = ? AND name = 'fills.price'")
      .run(new Uint8Array(price.buffer), record.id);
    database.close();
    expect(await refusal(() => one.runs.result(record))).toMatchObject({ code: 'storage.damaged-run' });
    expect(await one.runService.verify(record)).toMatchObject({ fresh: record.resultHash, isIntact: false });
  });
});
