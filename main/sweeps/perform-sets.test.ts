import { expect, it } from 'vitest';
import { HindcastError } from '#shared/domain/errors.ts';
import type { SweepTask } from '#worker/task.ts';
import { runTask } from '../../tests/support/run-task.ts';
import { strategySource } from '../../tests/support/strategy-source.ts';
import { WorkerPool } from '../runs/worker-pool.ts';
import { performSets } from './perform-sets.ts';

const { params: _, progress: __, ...terms } = runTask('');
const setsOf = (count: number) => Array.from({ length: count }, (___, a) => ({ a }));
const taskOf = (count: number): Omit<SweepTask, 'progress'> => ({
  ...terms,
  kind: 'sweep',
  sets: setsOf(count),
  metrics: ['trades', 'sharpe'],
});

/** A pool whose threads end over sets of which `isFatal` holds, and which fails others of which `isWrong` does. */
function poolOf(isFatal: (a: number) => boolean, { counts = true, code = 'strategy.timeout' } = {}) {
  const asked: number[] = [];
  const perform = async ({ sets, progress }: SweepTask) => {
    const values = sets.map(({ a }) => Number(a));
    asked.push(values.length);
    const fatal = values.findIndex(isFatal);
    if (fatal >= 0) {
      if (counts) Atomics.store(new Int32Array(progress), 0, fatal);
      throw new HindcastError({ kind: 'strategy', code, message: `ended with ${values.length}` });
    }
    return {
      metrics: { sharpe: Float64Array.from(values, (a) => -a), trades: Float64Array.from(values) },
      failures: values.flatMap((a, set) => (a === 6 ? [{ set, message: 'six' }] : [])),
    };
  };
  return { asked, pool: { perform } as unknown as Pick<WorkerPool, 'perform'> };
}

it('gives columns in the order in which they were asked for', async () => {
  const { pool, asked } = poolOf(() => false);
  const { metrics, failures } = await performSets(pool, taskOf(8), {});
  expect(metrics).toEqual([Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7), Float64Array.of(-0, -1, -2, -3, -4, -5, -6, -7)]);
  expect([failures, asked]).toEqual([[{ set: 6, message: 'six' }], [8]]);
});

it.each([
  ['the one after those that were done', true, [8, 3, 1, 4]],
  ['the one that halving leaves', false, [8, 4, 2, 2, 1, 1, 4]],
])('where a thread ends leaves out %s', async (_name, counts, asks) => {
  const { pool, asked } = poolOf((a) => a === 3, { counts });
  const { metrics, failures } = await performSets(pool, taskOf(8), {});
  expect(metrics[0]).toEqual(Float64Array.of(0, 1, 2, Number.NaN, 4, 5, 6, 7));
  expect(failures).toEqual([
    { set: 3, message: 'ended with 1' },
    { set: 6, message: 'six' },
  ]);
  expect(asked).toEqual(asks);
});

it('leaves out what takes all memory', async () => {
  const { pool } = poolOf((a) => a === 0, { code: 'strategy.out-of-memory' });
  expect((await performSets(pool, taskOf(2), {})).failures).toEqual([{ set: 0, message: 'ended with 1' }]);
});

it('fails where all would', async () => {
  const { pool, asked } = poolOf(() => true, { code: 'strategy.syntax' });
  await expect(performSets(pool, taskOf(8), {})).rejects.toThrow('ended with 8');
  expect(asked).toEqual([8]);
});

it('a strategy that never ends with one set ends that run alone', async () => {
  const source = strategySource('params: { a: param.int(0) }, onBar({ params }) { while (params.a === 1) {} }');
  const pool = new WorkerPool({ threads: 1, limits: { wallClock: 4_000 } });
  const seen = new Set<number>();
  try {
    await pool.perform({ kind: 'describe', source, file: 'test.ts' });
    const task = { ...taskOf(3), source };
    const { metrics, failures } = await performSets(pool, task, { onProgress: (done) => seen.add(done) });
    expect(metrics[0]).toEqual(Float64Array.of(0, Number.NaN, 0));
    expect(failures).toEqual([{ set: 1, message: 'test.ts was stopped after 4 s with a=1.' }]);
    expect(seen).toContain(1);
  } finally {
    await pool.close();
  }
});
