import { HindcastError } from '#shared/domain/errors.ts';
import type { MetricId } from '#shared/domain/metric-catalog.ts';
import type { SweptRuns } from '#worker/sweep/perform-sweep.ts';
import type { SweepTask } from '#worker/task.ts';
import type { PerformOptions, WorkerPool } from '../runs/worker-pool.ts';

/** Errors that end a thread: which of the runs on it was to blame isn't known. */
const ENDED = ['strategy.timeout', 'strategy.out-of-memory'];

/** What came of some sets of parameters: a column for each metric, in the order of `metrics`. */
export interface PerformedSets {
  metrics: Float64Array[];
  failures: { set: number; message: string }[];
}

/**
 * Runs sets of parameters on a thread. One with which the strategy never ends, or takes all memory, ends the thread:
 * the others are run again without it.
 * @throws HindcastError `strategy.*` for a strategy that can't be loaded, `run.cancelled`
 */
export async function performSets(
  pool: Pick<WorkerPool, 'perform'>,
  task: Omit<SweepTask, 'progress'>,
  options: PerformOptions,
): Promise<PerformedSets> {
  const progress = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  try {
    return inOrder(await pool.perform({ ...task, progress }, options), task.metrics);
  } catch (cause) {
    if (!(cause instanceof HindcastError) || !ENDED.includes(cause.detail.code)) throw cause;
    if (task.sets.length === 1) return failed(task.metrics, cause.detail.message);
    const parts: PerformedSets[] = [];
    for (const sets of divided(task.sets, Atomics.load(new Int32Array(progress), 0))) {
      parts.push(await performSets(pool, { ...task, sets }, options));
    }
    return joined(parts);
  }
}

/** The set after those that were done by itself; halves where none was, since some are all run at once. */
function divided<T>(sets: readonly T[], done: number): T[][] {
  const cuts = done === 0 ? [0, Math.ceil(sets.length / 2)] : [0, done, done + 1];
  return cuts.map((cut, part) => sets.slice(cut, cuts[part + 1])).filter(({ length }) => length > 0);
}

function inOrder({ metrics, failures }: SweptRuns, order: readonly MetricId[]): PerformedSets {
  return { metrics: order.map((metric) => metrics[metric] ?? new Float64Array()), failures };
}

function failed(metrics: readonly MetricId[], message: string): PerformedSets {
  return { metrics: metrics.map(() => Float64Array.of(Number.NaN)), failures: [{ set: 0, message }] };
}

function joined(parts: readonly PerformedSets[]): PerformedSets {
  const [first] = parts;
  let before = 0;
  const failures = parts.flatMap((part) => {
    const moved = part.failures.map(({ set, message }) => ({ set: set + before, message }));
    before += part.metrics[0]?.length ?? 0;
    return moved;
  });
  const metrics = (first?.metrics ?? []).map((_, column) =>
    Float64Array.from(parts.flatMap((part) => [...(part.metrics[column] ?? [])])),
  );
  return { metrics, failures };
}
