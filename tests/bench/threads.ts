import { WorkerPool } from '#main/runs/worker-pool.ts';
import type { BarColumns } from '#shared/domain/bars.ts';
import { EngineThreads } from './engine-threads.ts';
import { median, startStopwatch } from './stopwatch.ts';
import { smaCrossTask } from './workload.ts';

const TASKS = 200;
const TRIVIAL = "import { strategy } from 'hindcast'; export default strategy({ name: 'idle', onBar() {} });";

/** What a task costs before it has done anything. */
export interface OverheadFigures {
  emptyTaskMilliseconds: number;
  /** Of a strategy that does nothing: the sandbox is made and the source compiled in it. */
  describeMilliseconds: number;
}

/** Wall time of one task after the other, median. */
export async function measureOverhead(): Promise<OverheadFigures> {
  const threads = new EngineThreads();
  const pool = new WorkerPool({ threads: 1 });
  const figures = {
    emptyTaskMilliseconds: await medianMilliseconds(() => threads.answer({ ask: 'nothing' })),
    describeMilliseconds: await medianMilliseconds(() =>
      pool.perform({ kind: 'describe', source: TRIVIAL, file: 'idle.ts' }),
    ),
  };
  await threads.close();
  await pool.close();
  return figures;
}

async function medianMilliseconds(task: () => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let i = 0; i < TASKS; i++) {
    const elapsed = startStopwatch();
    await task();
    all.push(elapsed().wallSeconds * 1e3);
  }
  return median(all);
}

/**
 * How many times as many runs two threads finish in the same time as one: each thread has the same number of runs
 * to do, and hands back only what a sweep would, a few numbers.
 * @param rounds how often both are measured, in turns; the median counts
 */
export async function measureScaling(bars: BarColumns, runsPerThread: number, rounds: number): Promise<number> {
  const one = new EngineThreads(1);
  const two = new EngineThreads(2);
  const task = smaCrossTask(bars);
  const secondsFor = async (threads: EngineThreads, runs: number) => {
    const elapsed = startStopwatch();
    await Promise.all(Array.from({ length: runs }, () => threads.answer({ ask: 'time', task })));
    return elapsed().wallSeconds;
  };
  const ratios: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const alone = await secondsFor(one, runsPerThread);
    const together = await secondsFor(two, 2 * runsPerThread);
    if (round >= 0) ratios.push((2 * alone) / together);
  }
  await one.close();
  await two.close();
  return median(ratios);
}
