import type { MetricId } from '#shared/domain/metric-catalog.ts';
import type { MetricUnit } from '#shared/domain/run-result.ts';
import { METRICS } from '#worker/metrics/metrics.ts';

/** What a metric is counted in. */
export function unitOf(metric: MetricId): MetricUnit {
  return METRICS.find(({ id }) => id === metric)?.unit ?? 'ratio';
}
