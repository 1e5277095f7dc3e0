import type { Measure, MetricInput } from '../metric.ts';
import type { MetricSource } from '../metric-source.ts';

/** The definitions of one tool, to compare its numbers with ours on the same run. */
export interface Convention {
  readonly id: string;
  /** Which bars and periods the tool measures. */
  prepare(source: MetricSource): MetricInput;
  /**
   * Its own formulas under our ids, or under names alike where our catalogue has no such number; what isn't listed it
   * doesn't compute, or not from a run alone.
   */
  readonly metrics: readonly Measure[];
}
