/** Equity of one out-of-sample span, from its own capital. */
export interface Segment {
  /** Open times of its bars, ms UTC. */
  readonly time: Float64Array;
  /** At each close. */
  readonly equity: Float64Array;
  /** Capital that it began with. */
  readonly cash: number;
}

/** One curve out of spans that follow one another. */
export interface Stitched {
  readonly time: Float64Array;
  readonly equity: Float64Array;
}

/**
 * What the account would have become had each span gone on with what the one before left: every span begins flat, and
 * its growth is applied to the capital so far. Sizes that don't grow with the account, and whole units, make this an
 * approximation; runs on the stitched capital would differ by them.
 *
 * @param segments in the order of time
 * @param cash capital of the first
 * @throws RangeError where spans overlap
 */
export function stitched(segments: readonly Segment[], cash: number): Stitched {
  const length = segments.reduce((sum, { time }) => sum + time.length, 0);
  const [time, equity] = [new Float64Array(length), new Float64Array(length)];
  let at = 0;
  let capital = cash;
  for (const segment of segments) {
    if (at > 0 && (segment.time[0] ?? Number.POSITIVE_INFINITY) <= (time[at - 1] as number)) {
      throw new RangeError('out-of-sample spans overlap');
    }
    time.set(segment.time, at);
    for (let bar = 0; bar < segment.time.length; bar++) {
      equity[at + bar] = capital * ((segment.equity[bar] as number) / segment.cash);
    }
    at += segment.time.length;
    capital = equity[at - 1] ?? capital;
  }
  return { time, equity };
}

/**
 * Walk-forward efficiency: how much of the yearly growth that was seen when choosing was there afterwards.
 *
 *   WFE = mean of the yearly returns out of sample / mean of those in sample
 *
 * @param inSample yearly returns of the chosen parameters where they were chosen, a window each
 * @returns NaN where there was no growth to keep
 * Source: Pardo (2008), The Evaluation and Optimization of Trading Strategies, ch. 11.
 */
export function walkForwardEfficiency(inSample: readonly number[], outOfSample: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const chosen = mean(inSample);
  return chosen > 0 ? mean(outOfSample) / chosen : Number.NaN;
}
