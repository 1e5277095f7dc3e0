import type { Series } from './series.ts';

/** Indicators: series in, series out, NaN until enough bars are there. */
export interface TechnicalAnalysis {
  /** Simple moving average: the mean of the last `period` values. */
  sma(source: Series, period: number): Series;
}
