import { DAY } from '../civil-month.ts';
import type { Metric } from '../metric.ts';

/**
 * Longest drawdown, in calendar days: from a high until equity is back there, or until the data ends.
 *
 * @returns 0 for a curve that never falls; NaN without bars.
 */
export const maxDrawdownDuration: Metric = {
  id: 'maxDrawdownDuration',
  unit: 'days',
  convention: 'calendar days from high to recovery or end of data',
  compute({ drawdowns, equity }) {
    if (equity.length === 0) return Number.NaN;
    return drawdowns.reduce((longest, { duration }) => Math.max(longest, duration), 0) / DAY;
  },
};

/** Average drawdown duration, in calendar days, measured like the longest; NaN when there is none. */
export const averageDrawdownDuration: Metric = {
  id: 'averageDrawdownDuration',
  unit: 'days',
  convention: 'calendar days from high to recovery or end of data',
  compute: ({ drawdowns }) => drawdowns.reduce((sum, { duration }) => sum + duration, 0) / drawdowns.length / DAY,
};
