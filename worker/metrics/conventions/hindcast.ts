import { METRICS } from '../metrics.ts';
import { prepareMetrics } from '../prepare-metrics.ts';
import type { Convention } from './convention.ts';

/**
 * Our own: arithmetic means and standard deviations with ddof 1, as empyrical, annualised by the periods of the
 * calendar, measured from the close of the last warm-up bar.
 */
export const hindcast: Convention = {
  id: 'hindcast',
  prepare: (source) => prepareMetrics(source),
  metrics: METRICS,
};
