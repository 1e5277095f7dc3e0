import { type BarColumns, sliceBars } from '#shared/domain/bars.ts';
import type { Baseline } from './baseline.ts';
import { EngineThreads } from './engine-threads.ts';
import { median, medianTook, type Took } from './stopwatch.ts';
import { type SweepSize, smaSignalsTask, sweepSets } from './workload.ts';

const WARM_UP_SWEEPS = 2;
const TOLERANCE = 1e-9;
const OUTCOME = ['final equity', 'trades', 'maximum drawdown'] as const;

/** Of one sweep, for final equity, trades and maximum drawdown of each pair. */
export interface SweepFigures {
  size: SweepSize;
  ours: Took;
  /** null without gcc. */
  c: Took | null;
}

/**
 * Times sweeps of the kernel and of the C program in turns.
 * @throws Error when they don't come to the same outcomes: their speeds would not compare
 */
export async function measureSweep(
  bars: BarColumns,
  size: SweepSize,
  baseline: Baseline | null,
  runs: number,
): Promise<SweepFigures> {
  const threads = new EngineThreads();
  const task = smaSignalsTask(sliceBars(bars, 0, size.bars));
  const sets = sweepSets(size);
  if (baseline !== null) {
    await baseline.sweep(size);
    const difference = firstOtherOutcome(
      await threads.answer({ ask: 'sweep-outcomes', task, sets }),
      await baseline.sweepOutcomes(),
    );
    if (difference !== null) throw new Error(`the kernel and the C program disagree: ${difference}`);
  }
  const [ours, theirs]: [Took[], Took[]] = [[], []];
  for (let run = -WARM_UP_SWEEPS; run < runs; run++) {
    const c = await baseline?.sweep(size);
    const took = await threads.answer({ ask: 'sweep-time', task, sets });
    if (run < 0) continue;
    ours.push(took);
    if (c !== undefined) theirs.push(c);
  }
  await threads.close();
  return { size, ours: medianTook(ours), c: baseline === null ? null : medianTook(theirs) };
}

/** Where the outcomes of two sweeps first differ, as a sentence; null when they agree. */
export function firstOtherOutcome(ours: Float64Array, theirs: Float64Array): string | null {
  if (ours.length !== theirs.length) return `${ours.length / 3} pairs against ${theirs.length / 3}`;
  for (let i = 0; i < ours.length; i++) {
    const [a, b] = [ours[i] as number, theirs[i] as number];
    if (!(Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(b)))) {
      return `pair ${Math.floor(i / 3)}: ${OUTCOME[i % 3]} ${a} against ${b}`;
    }
  }
  return null;
}

/**
 * How many times as many sweeps two threads finish in the same time as one: each takes half of the pairs.
 * @param rounds how often both are measured, in turns; the median counts
 */
export async function measureSweepScaling(bars: BarColumns, size: SweepSize, rounds: number): Promise<number> {
  const one = new EngineThreads(1);
  const two = new EngineThreads(2);
  const task = smaSignalsTask(sliceBars(bars, 0, size.bars));
  const sets = sweepSets(size);
  const half = Math.ceil(sets.length / 2);
  const halves = [sets.slice(0, half), sets.slice(half)];
  const seconds = async (threads: EngineThreads, parts: (typeof sets)[]) => {
    const start = performance.now();
    await Promise.all(parts.map((part) => threads.answer({ ask: 'sweep-time', task, sets: part })));
    return performance.now() - start;
  };
  const ratios: number[] = [];
  for (let round = -2; round < rounds; round++) {
    const alone = await seconds(one, [sets]);
    const together = await seconds(two, halves);
    if (round >= 0) ratios.push(alone / together);
  }
  await one.close();
  await two.close();
  return median(ratios);
}
