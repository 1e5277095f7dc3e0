import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { instrument } from '../../tests/support/bars.ts';
import { refusal } from '../../tests/support/refusal.ts';
import { runTask, waves } from '../../tests/support/run-task.ts';
import { strategySource } from '../../tests/support/strategy-source.ts';
import { WorkerPool } from './worker-pool.ts';

const TRADES = strategySource(`onBar({ order, position, bar }) {
  if (bar.index % 10 === 1) order.buy({ size: 3 });
  if (bar.index % 10 === 6) position.close();
}`);
const FOREVER = strategySource('onBar() { while (true) {} }');

const hurried = new WorkerPool({ threads: 1, limits: { wallClock: 1_500 } });
const frugal = new WorkerPool({ threads: 2, limits: { heapMegabytes: 96 } });
const patient = new WorkerPool({ threads: 1 });

/** A thread that still has to start would use up the time of the run. */
async function warmUp(): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const isWarm = await hurried.perform(runTask(TRADES)).then(
      () => true,
      () => false,
    );
    if (isWarm) return;
  }
}

afterAll(() => Promise.all([hurried.close(), frugal.close(), patient.close()]));

describe('a loop that never ends', () => {
  beforeEach(warmUp);

  test.each([
    ['at the top level', strategySource('onBar() {}', 'while (true) {}'), 'before the first bar'],
    ['in setup', strategySource('setup() { while (true) {} }, onBar() {}'), 'before the first bar'],
    ['in onBar', strategySource('onBar({ bar }) { while (bar.index === 6) {} }'), 'on bar 7 (2024-01-07)'],
    ['in onEnd', strategySource('onBar() {}, onEnd() { while (true) {} }'), 'on bar 60 (2024-02-29)'],
  ])('%s is stopped, and named', async (_, source, place) => {
    const error = await refusal(hurried.perform(runTask(source)));
    expect(error).toMatchObject({ kind: 'strategy', code: 'strategy.timeout' });
    expect(error.message).toBe(`test.ts was stopped after 1.5 s ${place}.`);
    expect(error.hint).toContain('allow more time');
  });

  test('is stopped while a strategy is only described', async () => {
    const source = strategySource('onBar() {}', 'for (;;) {}');
    const error = await refusal(hurried.perform({ kind: 'describe', source, file: 'test.ts' }));
    expect(error).toMatchObject({ code: 'strategy.timeout' });
    expect(error.message).toContain('while it was being loaded');
  });

  test('does not use up the time of those that wait for the thread', async () => {
    const endless = refusal(hurried.perform(runTask(FOREVER)));
    const waiting = hurried.perform(runTask(TRADES));
    expect((await endless).code).toBe('strategy.timeout');
    expect((await waiting).failure).toBeNull();
  });
});

describe('a time limit', () => {
  test('longer than a timer can wait is none', async () => {
    const pool = new WorkerPool({ threads: 1, limits: { wallClock: 1e15 } });
    expect((await pool.perform(runTask(TRADES))).failure).toBeNull();
    await pool.close();
  });
});

describe('memory', () => {
  test.each([
    ['a list that grows', 'const all = []; for (;;) all.push({ bar });'],
    ['a list of numbers', 'const all = []; for (;;) all.push(1);'],
    ['long texts', "const all = []; for (let i = 0; ; i++) all.push(('x' + i).repeat(1e6));"],
    ['a map', 'const all = new Map(); for (let i = 0; ; i++) all.set(i, [i]);'],
  ])('of %s runs out for that run alone', async (_, body) => {
    const alone = await patient.perform(runTask(TRADES));
    const [error, beside] = await Promise.all([
      refusal(frugal.perform(runTask(strategySource(`onBar({ bar }) { if (bar.index === 3) { ${body} } }`)))),
      frugal.perform(runTask(TRADES)),
    ]);
    expect(error).toMatchObject({ kind: 'strategy', code: 'strategy.out-of-memory' });
    expect(error.message).toBe('test.ts was stopped because it used more than 96 MB of memory on bar 4 (2024-01-04).');
    expect(beside.resultHash).toBe(alone.resultHash);
    expect((await frugal.perform(runTask(TRADES))).resultHash).toBe(alone.resultHash);
  });

  test('that earlier runs of the thread left behind counts for nobody', async () => {
    const pool = new WorkerPool({ threads: 1, limits: { heapMegabytes: 128 } });
    const source = strategySource(
      'onBar({ bar }) { if (bar.index === 59) for (let i = 0; i < 6e5; i++) kept.push({ i, a: 1, b: 2, c: 3 }); }',
      'const kept = [];',
    );
    for (let run = 0; run < 6; run++) expect((await pool.perform(runTask(source))).failure).toBeNull();
    await pool.close();
  });
});

describe('cancelling', () => {
  test('stops a run that goes on, and the pool goes on', async () => {
    const stop = new AbortController();
    const run = patient.perform(runTask(FOREVER), { signal: stop.signal, onProgress: () => stop.abort() });
    expect(await refusal(run)).toMatchObject({ kind: 'run', code: 'run.cancelled' });
    expect((await patient.perform(runTask(TRADES))).failure).toBeNull();
  });

  test('takes a run that waits out of the queue', async () => {
    const first = new AbortController();
    const second = new AbortController();
    const running = refusal(patient.perform(runTask(FOREVER), { signal: first.signal }));
    const waiting = refusal(patient.perform(runTask(TRADES), { signal: second.signal }));
    second.abort();
    expect((await waiting).code).toBe('run.cancelled');
    first.abort();
    expect((await running).code).toBe('run.cancelled');
    expect((await patient.perform(runTask(TRADES))).failure).toBeNull();
  });

  test('before it begins begins nothing', async () => {
    const task = runTask(TRADES);
    expect((await refusal(patient.perform(task, { signal: AbortSignal.abort() }))).code).toBe('run.cancelled');
    expect(new Int32Array(task.progress)[0]).toBe(-1);
  });

  test('happens to whatever is on its way when the pool is closed', async () => {
    const pool = new WorkerPool({ threads: 1 });
    let hasBegun = () => {};
    const begun = new Promise<void>((resolve) => {
      hasBegun = resolve;
    });
    const runs = [
      refusal(pool.perform(runTask(FOREVER), { onProgress: (bar) => bar === 0 && hasBegun() })),
      refusal(pool.perform(runTask(TRADES))),
    ];
    await begun;
    await pool.close();
    expect((await Promise.all(runs)).map(({ code }) => code)).toEqual(['run.cancelled', 'run.cancelled']);
  });
});

describe('a run', () => {
  test('reports the bar that it has reached, and never goes back', async () => {
    const bars = waves(200_000);
    const source = strategySource('onBar({ bar }) { let x = 0; for (let i = 0; i < 500; i++) x += i * bar.index; }');
    const seen: number[] = [];
    const series = [{ instrument: instrument(), bars, closeOnly: false }];
    const task = runTask(source, { series });
    await patient.perform(task, { onProgress: (bar) => seen.push(bar) });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(Math.max(...seen)).toBeLessThan(200_000);
    expect(Atomics.load(new Int32Array(task.progress), 0)).toBe(199_999);
  });

  test('finds nothing of this process', async () => {
    const source = strategySource(
      "onBar({ log }) { log(typeof globalThis['process'], Object.keys(globalThis).length); }",
    );
    const { log } = await patient.perform(runTask(source));
    expect(log[0]?.text).toBe('undefined 0');
  });
});
