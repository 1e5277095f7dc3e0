import type { MetricId } from '#shared/domain/metric-catalog.ts';
import type { Metric } from '../metric.ts';

/** The same metric over the trades that the strategy itself ended, leaving out those the end of data closed. */
export function withoutForced(metric: Metric, id: MetricId): Metric {
  const { convention } = metric;
  return {
    id,
    unit: metric.unit,
    convention: (input) => `${typeof convention === 'string' ? convention : convention(input)}; without forced closes`,
    compute: (input) => metric.compute({ ...input, trades: input.tradesWithoutForced }),
  };
}
