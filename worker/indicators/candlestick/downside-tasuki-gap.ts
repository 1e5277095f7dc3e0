import { downsidetasukigap } from 'technicalindicators';
import { pattern } from './pattern.ts';

/**
 * Downside Tasuki gap: two falling bars with a gap between them, then a rising one that opens in the second body and
 * closes in the gap. The fall goes on, it says.
 *
 *   −1: close₋₂ < open₋₂, high₋₁ < low₋₂, close₋₁ < open < open₋₁ < close < close₋₂
 */
export const DOWNSIDE_TASUKI_GAP = pattern({
  id: 'downsideTasukiGap',
  bars: 3,
  bearish: downsidetasukigap,
  source: 'Nison (1991), Japanese Candlestick Charting Techniques',
});
