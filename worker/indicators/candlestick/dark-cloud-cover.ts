import { darkcloudcover } from 'technicalindicators';
import { pattern } from './pattern.ts';

/**
 * Dark cloud cover: a rising bar, then one that opens above its high and closes in the lower half of its body.
 *
 *   −1: close₋₁ > open₋₁, open > high₋₁, open₋₁ < close < (open₋₁ + close₋₁) / 2
 */
export const DARK_CLOUD_COVER = pattern({
  id: 'darkCloudCover',
  bars: 2,
  bearish: darkcloudcover,
  source: 'Nison (1991), Japanese Candlestick Charting Techniques',
});
