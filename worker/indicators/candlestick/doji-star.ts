import { abandonedbaby, eveningdojistar, morningdojistar } from 'technicalindicators';
import { measuredPattern } from './pattern.ts';

/**
 * Morning doji star: a falling bar, a doji below it with a gap, then a rising bar that opens above the doji and closes in
 * the upper half of the first body or higher. The doji has both shadows or none.
 *
 *   1: close₋₂ < open₋₂, open₋₁ ≈ close₋₁, low₋₂ > high₋₁ < open < close, close > (open₋₂ + close₋₂) / 2
 */
export const MORNING_DOJI_STAR = measuredPattern({
  id: 'morningDojiStar',
  bars: 3,
  bullish: morningdojistar,
  source: 'Nison (1991), Japanese Candlestick Charting Techniques',
});

/**
 * Evening doji star: the mirror image of the morning doji star.
 *
 *   −1: close₋₂ > open₋₂, open₋₁ ≈ close₋₁, high₋₂ < low₋₁ > open > close, close < (open₋₂ + close₋₂) / 2
 */
export const EVENING_DOJI_STAR = measuredPattern({
  id: 'eveningDojiStar',
  bars: 3,
  bearish: eveningdojistar,
  source: 'Nison (1991), Japanese Candlestick Charting Techniques',
});

/**
 * Abandoned baby, the bullish one: a falling bar, a doji (both shadows or none) that no other bar's range touches, then a
 * rising bar that stays below the first one's open.
 *
 *   1: close₋₂ < open₋₂, open₋₁ ≈ close₋₁, low₋₂ > high₋₁ < low, open < close, high < open₋₂
 */
export const ABANDONED_BABY = measuredPattern({
  id: 'abandonedBaby',
  bars: 3,
  bullish: abandonedbaby,
  source: 'Bulkowski (2008), Encyclopedia of Candlestick Charts',
});
