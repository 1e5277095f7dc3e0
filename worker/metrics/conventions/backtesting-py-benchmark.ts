import type { Metric, MetricInput } from '../metric.ts';
import type { MetricSource } from '../metric-source.ts';
import { totalReturn } from '../returns/total-return.ts';
import { regression } from '../statistics/regression.ts';

/**
 * The first symbol without costs or lots, from the close on which the last indicator had a first value; our own
 * benchmark where prices aren't known.
 */
export function heldFromWarmup({ closes, buyAndHold, firstTradableBar, initialCash }: MetricSource): Float64Array {
  const prices = closes?.[0];
  if (prices === undefined) return buyAndHold;
  const start = prices[Math.max(0, firstTradableBar - 1)] as number;
  return prices.map((price) => (initialCash * price) / start);
}

/** Covariance of the bars' log returns with the benchmark's, by the variance of these. */
export const beta: Metric = {
  id: 'beta',
  unit: 'ratio',
  convention: 'log returns of bars against those of the price',
  compute: ({ equity, buyAndHold }) => regression(logReturns(buyAndHold), logReturns(equity)).slope,
};

export const alpha: Metric = {
  id: 'alpha',
  unit: 'fraction',
  convention: 'total return less β times that of the price',
  compute(input: MetricInput) {
    const market = (input.buyAndHold.at(-1) ?? Number.NaN) / input.initialCash - 1;
    return totalReturn.compute(input) - beta.compute(input) * market;
  },
};

function logReturns(values: Float64Array): Float64Array {
  return Float64Array.from({ length: Math.max(0, values.length - 1) }, (_, k) =>
    Math.log((values[k + 1] as number) / (values[k] as number)),
  );
}
