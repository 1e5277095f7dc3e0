import type { FunnelCondition } from '#shared/domain/funnel.ts';

/**
 * The conditions of a strategy of signals, which are worked out for all bars at once.
 *
 * @param counts for each signal its name and the bars after warm-up on which it is true
 * @param bars bars after warm-up
 */
export function signalConditions(
  counts: readonly { readonly label: string; readonly seen: number }[],
  bars: number,
): FunnelCondition[] {
  return counts.map(({ label, seen }) => ({ label, line: null, evaluated: bars, seen, within: null }));
}
