/** Returns of many trials over the same periods. */
export interface TrialReturns {
  readonly trials: number;
  readonly periods: number;
  /** Fractions, trial behind trial: that of trial `n` in period `t` lies at `n · periods + t`. */
  readonly returns: Float64Array;
}

/** The returns of one trial, as a view. */
export function returnsOf({ periods, returns }: TrialReturns, trial: number): Float64Array {
  return returns.subarray(trial * periods, (trial + 1) * periods);
}
