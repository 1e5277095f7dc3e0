import type { Metric } from '../metric.ts';
import { mean } from '../statistics/moments.ts';

/**
 * Turnover: how often a year the whole account was traded over.
 *
 *   (value bought + value sold) / 2 / mean equity / years,  values in the account's currency
 *
 * @returns 0.5 = half of the account a year; NaN when no time passed or mean equity isn't positive.
 * Convention: one-sided, so that buying and later selling everything counts once.
 */
export const turnover: Metric = {
  id: 'turnover',
  unit: 'ratio',
  convention: 'one-sided, of mean equity, a calendar year',
  compute({ fills, multipliers, equity, years }) {
    const capital = mean(equity);
    if (!(capital > 0 && years > 0)) return Number.NaN;
    let traded = 0;
    for (let row = 0; row < fills.qty.length; row++) {
      const units = (fills.qty[row] as number) * (multipliers[fills.symbol[row] as number] as number);
      traded += units * Math.abs(fills.price[row] as number) * (fills.rate[row] as number);
    }
    return traded / 2 / capital / years;
  },
};
