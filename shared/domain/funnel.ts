import type { OrderStatus } from './run-result.ts';
import type { BarIndex } from './units.ts';

/** A condition that decides about entries, and how often it was met. */
export interface FunnelCondition {
  /** Its text in the strategy's source, or the name of a signal. */
  readonly label: string;
  /** Where it begins in the source, from 1; null for a signal. */
  readonly line: number | null;
  /** Bars on which it was looked at. */
  readonly evaluated: number;
  /** Bars on which it was true at least once. */
  readonly seen: number;
  /** Place in the list of the condition that this one is an operand of; null when it stands alone. */
  readonly within: number | null;
}

/** Orders that ended, or still wait, without a fill, for the same reason. */
export interface UnfilledOrders {
  readonly status: Exclude<OrderStatus, 'filled'>;
  /** As the order says it; null when it says nothing. */
  readonly reason: string | null;
  readonly count: number;
  /** Bar on which the first of them ended, or was sent when it still waits. */
  readonly firstBar: BarIndex;
}

/** How far a strategy got on its way from bars to fills: each step is at most as wide as the one before. */
export interface Funnel {
  readonly bars: number;
  /** Bars on which the strategy could act. */
  readonly barsAfterWarmUp: number;
  /** In the order of the source. Empty where they weren't counted. */
  readonly conditions: readonly FunnelCondition[];
  /** Orders that the strategy sent; protection that follows a fill isn't among them. */
  readonly sent: number;
  /** Those that were not rejected. */
  readonly accepted: number;
  /** Those that were filled, in whole or in part. */
  readonly filled: number;
  /** What became of the others, the most frequent first. */
  readonly unfilled: readonly UnfilledOrders[];
}
