import type { MetricValue } from '#shared/domain/run-result.ts';
import type { Measure, MetricInput } from './metric.ts';
import { METRICS } from './metrics.ts';

/**
 * The values of the given metrics by id, each with its unit and convention. A value is finite or NaN: what
 * would be infinite has no JSON and says no more than "undefined" does.
 */
export function computeMetrics(input: MetricInput, metrics: readonly Measure[] = METRICS): Record<string, MetricValue> {
  const values: Record<string, MetricValue> = {};
  for (const metric of metrics) {
    const { id, unit, convention } = metric;
    const value = metric.compute(input);
    values[id] = {
      // Adding 0 makes −0 plain 0: JSON knows one zero only.
      value: Number.isFinite(value) ? value + 0 : Number.NaN,
      unit,
      convention: typeof convention === 'string' ? convention : convention(input),
    };
  }
  return values;
}
