import type { Metric } from '../metric.ts';

/**
 * Compound annual growth rate: the constant growth a calendar year that makes the total return.
 *
 *   CAGR = (final equity / initial capital)^(1 / years) − 1
 *
 * @returns −1 when everything was lost, however fast; NaN when no time passed.
 * Convention: calendar time from the first to the last measured bar, years of 365.25 days, as backtesting.py;
 * quantstats divides by 252 periods under this name, see `annualReturn`.
 */
export const cagr: Metric = {
  id: 'cagr',
  unit: 'fraction',
  convention: 'geometric, calendar years of 365.25 days, warm-up left out',
  compute({ finalEquity, initialCash, years }) {
    return years > 0 ? Math.max(0, finalEquity / initialCash) ** (1 / years) - 1 : Number.NaN;
  },
};
