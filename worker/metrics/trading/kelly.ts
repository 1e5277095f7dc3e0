import type { Metric } from '../metric.ts';
import { payoffRatio } from './payoff-ratio.ts';
import { winRate } from './win-rate.ts';

/**
 * Kelly fraction: the share of capital to stake on each trade that would have grown it fastest, if every trade
 * were a bet with this win rate and payoff.
 *
 *   K = W − (1 − W) / payoff ratio
 *
 * @returns a fraction, negative when the odds are against; NaN without a win or without a loss.
 * Convention: from money, as backtesting.py.
 * Source: Kelly (1956), A New Interpretation of Information Rate, Bell System Technical J. 35(4).
 */
export const kelly: Metric = {
  id: 'kelly',
  unit: 'fraction',
  convention: 'from money; undefined without losses',
  compute(input) {
    const wins = winRate.compute(input);
    return wins - (1 - wins) / payoffRatio.compute(input);
  },
};
