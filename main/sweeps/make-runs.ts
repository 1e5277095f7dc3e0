import type { ParamValue } from '#shared/domain/manifest.ts';
import type { Ms } from '#shared/domain/units.ts';
import type { Place } from '#worker/research/search/search.ts';
import type { SweepTask } from '#worker/task.ts';
import type { WorkerPool } from '../runs/worker-pool.ts';
import { Pace } from './pace.ts';
import { type PerformedSets, performSets } from './perform-sets.ts';
import type { NextRuns, SweepTrials } from './sweep-trials.ts';

export interface SweepWork {
  pool: Pick<WorkerPool, 'perform'>;
  trials: Pick<SweepTrials, 'next' | 'stop'>;
  /** What all runs have in common. */
  task: Omit<SweepTask, 'sets' | 'progress'>;
  setsOf: (places: readonly Place[]) => Record<string, ParamValue>[];
  /** Writes down what came of some runs. */
  put: (made: NextRuns & PerformedSets) => Promise<void>;
  /** Pieces that are worked on at the same time. */
  lanes: number;
  signal?: AbortSignal;
  /** Waits while nothing is to be begun. */
  gate?: () => Promise<void>;
  /** A clock that never goes back. */
  now: () => Ms;
}

/**
 * Makes all runs of a search, in several lanes. When one fails the others end, too.
 * @throws what the first one failed with
 */
export async function makeRuns(work: SweepWork): Promise<void> {
  const { trials, signal } = work;
  const ended = new AbortController();
  const failures: unknown[] = [];
  const end = (cause: unknown) => {
    failures.push(cause);
    ended.abort();
    trials.stop();
  };
  const anySignal = signal === undefined ? ended.signal : AbortSignal.any([signal, ended.signal]);
  const pace = new Pace();
  await Promise.all(Array.from({ length: work.lanes }, () => lane(work, pace, anySignal).catch(end)));
  if (failures.length > 0) throw failures[0];
}

async function lane(work: SweepWork, pace: Pace, signal: AbortSignal): Promise<void> {
  const { pool, trials, task, setsOf, put, gate, now } = work;
  for (;;) {
    await gate?.();
    const next = await trials.next(pace.size);
    if (next === null) return;
    let began = now();
    const onBegin = () => {
      began = now();
    };
    const made = await performSets(pool, { ...task, sets: setsOf(next.places) }, { signal, onBegin });
    pace.tell(next.places.length, now() - began);
    await put({ ...next, ...made });
  }
}
