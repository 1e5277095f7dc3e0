import type { Metric } from '../metric.ts';

/**
 * Ulcer index: the root mean square of drawdown over time, so depth and length both count.
 *
 *   U = √(Σ (equity(t) / max of equity up to t − 1)² / n)
 *
 * @returns a fraction (0.05 = 5 %), 0 for a curve that never falls; NaN without bars.
 * Convention: all closes since the start, the running high of the whole run; Martin and quantstats write percent
 * and n − 1 respectively.
 * Source: Martin and McCann (1989), The Investor's Guide to Fidelity Funds.
 */
export const ulcerIndex: Metric = {
  id: 'ulcerIndex',
  unit: 'fraction',
  convention: 'root mean square drawdown at bar closes, warm-up left out',
  compute({ equity }) {
    let high = equity[0] ?? Number.NaN;
    let squares = 0;
    for (let bar = 0; bar < equity.length; bar++) {
      const value = equity[bar] as number;
      if (value >= high) high = value;
      else squares += (value / high - 1) ** 2;
    }
    return Math.sqrt(squares / equity.length);
  },
};
