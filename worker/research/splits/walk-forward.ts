/** Periods from `from` up to, but not including, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One step: chosen on the first span, traded on the second. */
export interface WalkForwardWindow {
  readonly inSample: Span;
  readonly outOfSample: Span;
}

export interface WalkForwardTerms {
  /** Periods that choose. */
  readonly inSample: number;
  /** Periods that are traded with the choice; the step from window to window. */
  readonly outOfSample: number;
  /** The first period stays where it is and windows grow, or windows keep their length. */
  readonly anchored: boolean;
  /** Periods left out between the two: trades open at the end of the one would reach into the other. */
  readonly purge: number;
}

/**
 * The windows of a walk-forward test. Their out-of-sample spans follow one another without gap or overlap; the last
 * may be shorter.
 *
 * @param periods of history
 * @throws RangeError for lengths below 1, a negative purge, or where not one window fits
 * Source: Pardo (2008), The Evaluation and Optimization of Trading Strategies, ch. 11; purging: López de Prado (2018),
 * Advances in Financial Machine Learning, ch. 7.
 */
export function walkForwardWindows(
  periods: number,
  { inSample, outOfSample, anchored, purge }: WalkForwardTerms,
): WalkForwardWindow[] {
  if (!(inSample >= 1 && outOfSample >= 1)) throw new RangeError('both spans of a window take a period or more');
  if (!(purge >= 0)) throw new RangeError('no fewer than 0 periods can be purged');
  const windows: WalkForwardWindow[] = [];
  for (let from = inSample + purge; from < periods; from += outOfSample) {
    const chosenUntil = from - purge;
    windows.push({
      inSample: { from: anchored ? 0 : chosenUntil - inSample, to: chosenUntil },
      outOfSample: { from, to: Math.min(from + outOfSample, periods) },
    });
  }
  if (windows.length === 0) {
    throw new RangeError(`${periods} periods hold no window of ${inSample} and ${outOfSample}`);
  }
  return windows;
}
