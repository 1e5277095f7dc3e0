import type { DrawdownPeriod } from '../drawdown-periods.ts';
import type { MetricInput } from '../metric.ts';

/** Drawdowns as they count there: a fall that the last bar alone shows isn't one. */
export function countedDrawdowns({ drawdowns, equity }: MetricInput): DrawdownPeriod[] {
  return drawdowns.filter(({ peak, recovery }) => (recovery ?? equity.length - 1) - peak > 1);
}
