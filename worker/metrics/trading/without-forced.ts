import type { Measure } from '../metric.ts';

/** The same metric over the trades that the strategy itself ended, leaving out those the end of data closed. */
export function withoutForced<Id extends string>(metric: Measure, id: Id): Measure & { readonly id: Id } {
  const { convention } = metric;
  return {
    id,
    unit: metric.unit,
    convention: (input) => `${typeof convention === 'string' ? convention : convention(input)}; without forced closes`,
    compute: (input) => metric.compute({ ...input, trades: input.tradesWithoutForced }),
  };
}
