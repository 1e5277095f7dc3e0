import type { Metric } from '../metric.ts';

/**
 * Omega ratio: all that was gained for each unit lost, period by period.
 *
 *   Ω(0) = Σ max(r, 0) / Σ max(−r, 0)
 *
 * @returns a pure number, 1 = break even; NaN without a losing period.
 * Source: Keating and Shadwick (2002), A Universal Performance Measure.
 */
export const omega: Metric = {
  id: 'omega',
  unit: 'ratio',
  convention: 'threshold 0, not annualised',
  compute({ returns }) {
    let gained = 0;
    let lost = 0;
    for (let k = 0; k < returns.length; k++) {
      const value = returns[k] as number;
      if (value > 0) gained += value;
      else lost -= value;
    }
    return lost > 0 ? gained / lost : Number.NaN;
  },
};
