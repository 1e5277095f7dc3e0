import { bearishharami, bearishharamicross } from 'technicalindicators';
import { measuredPattern, pattern } from './pattern.ts';

/**
 * Bearish harami: after a rising bar, one whose body and low lie inside the body of the first, its high below that high.
 *
 *   −1: open₋₁ < low, close₋₁ > open, close₋₁ > close, high₋₁ > high
 */
export const BEARISH_HARAMI = pattern({
  id: 'bearishHarami',
  bars: 2,
  bearish: bearishharami,
  source: 'Nison (1991), Japanese Candlestick Charting Techniques',
});

/** Bearish harami cross: a bearish harami whose second bar opens and closes at nearly equal prices. */
export const BEARISH_HARAMI_CROSS = measuredPattern({
  id: 'bearishHaramiCross',
  bars: 2,
  bearish: bearishharamicross,
  source: 'Nison (1991), Japanese Candlestick Charting Techniques',
});
