import type { Metric } from '../metric.ts';

/** Average holding time in bars of the run's clock, exit bar less entry bar; NaN without trades. */
export const averageBarsHeld: Metric = {
  id: 'averageBarsHeld',
  unit: 'bars',
  convention: 'exit bar less entry bar',
  compute({ trades: { entryBar, exitBar } }) {
    return exitBar.reduce((sum, exit, row) => sum + exit - (entryBar[row] as number), 0) / exitBar.length;
  },
};
