import { bearishmarubozu, bullishmarubozu } from 'technicalindicators';
import { measuredPattern } from './pattern.ts';

/**
 * Marubozu: a bar with nearly no shadows, all body.
 *
 *   1: open < close, close ≈ high, open ≈ low;  −1: open > close, open ≈ high, close ≈ low
 */
export const MARUBOZU = measuredPattern({
  id: 'marubozu',
  bars: 1,
  bullish: bullishmarubozu,
  bearish: bearishmarubozu,
  source: 'Nison (1991), Japanese Candlestick Charting Techniques',
});
