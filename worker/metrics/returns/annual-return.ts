import type { Metric } from '../metric.ts';

/**
 * Annual return: the constant yearly growth that makes the total return in as many periods.
 *
 *   A = (final equity / initial capital)^(periodsPerYear / periods) − 1
 *
 * @returns −1 when everything was lost, however fast; NaN without returns.
 * Convention: years of trading periods, as empyrical and quantstats; `cagr` counts calendar time. A run shorter
 * than a year is extrapolated.
 */
export const annualReturn: Metric = {
  id: 'annualReturn',
  unit: 'fraction',
  convention: ({ periodsPerYear }) => `geometric, ${Math.round(periodsPerYear * 100) / 100} periods a year`,
  compute({ finalEquity, initialCash, returns, periodsPerYear }) {
    if (returns.length === 0) return Number.NaN;
    return Math.max(0, finalEquity / initialCash) ** (periodsPerYear / returns.length) - 1;
  },
};
