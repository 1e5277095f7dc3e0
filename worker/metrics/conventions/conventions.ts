import type { MetricValue } from '#shared/domain/run-result.ts';
import { computeMetrics } from '../compute-metrics.ts';
import type { MetricSource } from '../metric-source.ts';
import { backtestingPy } from './backtesting-py.ts';
import type { Convention } from './convention.ts';
import { hindcast } from './hindcast.ts';
import { quantstats } from './quantstats.ts';
import { vectorbt } from './vectorbt.ts';

/** All conventions by id; `hindcast` is the default everywhere. */
export const CONVENTIONS = {
  hindcast,
  'backtesting.py': backtestingPy,
  quantstats,
  vectorbt,
} as const satisfies Record<string, Convention>;

export type ConventionId = keyof typeof CONVENTIONS;

/** A run measured the way one of these tools would measure it, as `computeMetrics` gives it. */
export function computeUnder(id: ConventionId, source: MetricSource): Record<string, MetricValue> {
  const { prepare, metrics } = CONVENTIONS[id];
  return computeMetrics(prepare(source), metrics);
}
