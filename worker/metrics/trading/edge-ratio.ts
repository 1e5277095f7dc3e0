import type { Metric } from '../metric.ts';
import { averageMae } from './average-mae.ts';
import { averageMfe } from './average-mfe.ts';

/**
 * Edge ratio: how far trades went into profit for each unit that they went into loss, whatever the exits made of it.
 *
 *   E = mean MFE / mean |MAE|
 *
 * @returns a pure number, 1 where entries have no edge; NaN without trades, or where none was ever in loss.
 * Convention: from fractions of the entry value over the whole trade; Faith divides by the average true range at
 * entry and looks a fixed number of bars ahead.
 * Source: Faith (2007), Way of the Turtle.
 */
export const edgeRatio: Metric = {
  id: 'edgeRatio',
  unit: 'ratio',
  convention: 'mean MFE / mean |MAE|, of entry value',
  compute(input) {
    const adverse = averageMae.compute(input);
    return adverse === 0 ? Number.NaN : averageMfe.compute(input) / -adverse;
  },
};
