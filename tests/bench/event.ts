import { WorkerPool } from '#main/runs/worker-pool.ts';
import { type BarColumns, sliceBars } from '#shared/domain/bars.ts';
import type { Baseline } from './baseline.ts';
import { firstDifference, tradeCount } from './books.ts';
import { EngineThreads } from './engine-threads.ts';
import { median, medianTook, startStopwatch, type Took } from './stopwatch.ts';
import { smaCrossTask, smaSignalsTask } from './workload.ts';

const WARM_UP_RUNS = 3;
/** Bars of the runs that are timed together. */
const TIMED_BARS = 1_000_000;

/** Of one run of the event workload. */
export interface EventFigures {
  bars: number;
  trades: number;
  /** Medians of warm runs, taken in turns. */
  engine: Took;
  /** The signals kernel, with the same trades and equity. */
  kernel: Took;
  task: Took;
  /** null without gcc, as is `coldC`. */
  c: Took | null;
  /** The first run of the C program, whose memory is as new as that of any run of ours. */
  coldC: Took | null;
  /** The first run of a new thread, before anything is compiled: what one run of a user is like. */
  coldEngine: Took;
  /** The same with the start of the thread and everything it loads. */
  coldTask: Took;
}

/**
 * Times the engine, the whole task (thread round trip, sandbox, metrics and hash included) and the C program in
 * turns, so that a change of the machine's mood meets all of them.
 * @throws Error when the engine and the C program don't keep the same books: their speeds would not compare
 */
export async function measureEvent(bars: BarColumns, baseline: Baseline | null, runs: number): Promise<EventFigures> {
  const threads = new EngineThreads();
  const pool = new WorkerPool({ threads: 1 });
  const task = smaCrossTask(bars);
  const timeEngine = () => threads.answer({ ask: 'time', task });
  const timeTask = async () => {
    const elapsed = startStopwatch();
    await pool.perform(task);
    return elapsed();
  };
  const coldTask = await timeTask();
  await threads.answer({ ask: 'nothing' });
  const coldEngine = await timeEngine();
  const ours = await threads.answer({ ask: 'books', task });
  const coldC = baseline === null ? null : await baseline.run();
  const signals = smaSignalsTask(bars);
  const kernelBooks = await threads.answer({ ask: 'kernel-books', task: signals });
  const theirs = (await baseline?.books()) ?? kernelBooks;
  const difference = firstDifference(ours, theirs) ?? firstDifference(ours, kernelBooks);
  if (difference !== null) throw new Error(`the engine, the kernel and the C program disagree: ${difference}`);
  const [engineRuns, kernelRuns, taskRuns, cRuns]: [Took[], Took[], Took[], Took[]] = [[], [], [], []];
  for (let run = -WARM_UP_RUNS; run < runs; run++) {
    const c = await baseline?.run();
    const engine = await timeEngine();
    const kernel = await threads.answer({ ask: 'kernel-time', task: signals });
    const whole = await timeTask();
    if (run < 0) continue;
    if (c !== undefined) cRuns.push(c);
    engineRuns.push(engine);
    kernelRuns.push(kernel);
    taskRuns.push(whole);
  }
  await threads.close();
  await pool.close();
  return {
    bars: bars.time.length,
    trades: tradeCount(ours),
    engine: medianTook(engineRuns),
    kernel: medianTook(kernelRuns),
    task: medianTook(taskRuns),
    c: baseline === null ? null : medianTook(cRuns),
    coldC,
    coldEngine,
    coldTask,
  };
}

/** How the time of a run grows with the number of bars: it should not, for a bar. */
export interface LinearityFigure {
  bars: number;
  engineNanosecondsPerBar: number;
  kernelNanosecondsPerBar: number;
}

/**
 * Times runs over the first 10 thousand, 100 thousand … of the bars, up to all of them; CPU time. Of short runs many
 * are timed together: the system counts CPU time in steps of several milliseconds.
 */
export async function measureLinearity(bars: BarColumns, runs: number): Promise<LinearityFigure[]> {
  const threads = new EngineThreads();
  const figures: LinearityFigure[] = [];
  for (let rows = 10_000; rows <= bars.time.length; rows *= 10) {
    const part = sliceBars(bars, 0, rows);
    const [events, signals] = [smaCrossTask(part), smaSignalsTask(part)];
    const together = Math.max(1, Math.round(TIMED_BARS / rows));
    const [engineBatches, kernelBatches]: [number[], number[]] = [[], []];
    for (let batch = -WARM_UP_RUNS; batch < runs; batch++) {
      let [engine, kernel] = [0, 0];
      for (let run = 0; run < together; run++) {
        engine += (await threads.answer({ ask: 'time', task: events })).cpuSeconds;
        kernel += (await threads.answer({ ask: 'kernel-time', task: signals })).cpuSeconds;
      }
      if (batch < 0) continue;
      engineBatches.push(engine);
      kernelBatches.push(kernel);
    }
    const perBar = (seconds: number[]) => (median(seconds) / together / rows) * 1e9;
    figures.push({
      bars: rows,
      engineNanosecondsPerBar: perBar(engineBatches),
      kernelNanosecondsPerBar: perBar(kernelBatches),
    });
  }
  await threads.close();
  return figures;
}
