import { bearishengulfingpattern, bullishengulfingpattern } from 'technicalindicators';
import { pattern } from './pattern.ts';

/**
 * Engulfing: a body of the other colour covers the one before completely.
 *
 *   1: close₋₁ < open₋₁, open < close₋₁, close > open₋₁;  −1 the other way round
 */
export const ENGULFING = pattern({
  id: 'engulfing',
  bars: 2,
  bullish: bullishengulfingpattern,
  bearish: bearishengulfingpattern,
  source: 'Nison (1991), Japanese Candlestick Charting Techniques',
});
