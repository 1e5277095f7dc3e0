import { nearestTimeframe, TIMEFRAMES, type Timeframe } from '#shared/domain/timeframe.ts';

const SAMPLE = 200;

/**
 * The timeframe of bars, told by the distances between the first 200 of them: the one nearest to a distance that a
 * tenth of them don't exceed. Nights, holidays and missing bars only make distances longer, so the short ones tell
 * how long a bar lasts; and later bars have no say, so that what earlier ones showed doesn't depend on them. Of one
 * bar nothing is known: it counts as the shortest, which completes nothing too early.
 */
export function baseTimeframe(time: Float64Array): Timeframe {
  const sample = time.subarray(0, SAMPLE);
  const steps = sample.subarray(1).map((each, i) => each - (sample[i] as number));
  steps.sort();
  return nearestTimeframe(steps[Math.floor((steps.length - 1) / 10)] ?? TIMEFRAMES['1s']);
}
