import { doji, dragonflydoji, gravestonedoji } from 'technicalindicators';
import { measuredPattern } from './pattern.ts';

const source = 'Nison (1991), Japanese Candlestick Charting Techniques';

/**
 * Doji: a bar that opens and closes at nearly equal prices, open ≈ close. It has no side, so 1 says that it is there.
 *
 * The library's doji has both shadows or none; with its two one-sided kinds that is every doji.
 */
export const DOJI = measuredPattern({
  id: 'doji',
  bars: 1,
  bullish: (candles) => doji(candles) || dragonflydoji(candles) || gravestonedoji(candles),
  source,
});

/** Dragonfly doji: a doji with a lower shadow alone, open ≈ close ≈ high but not ≈ low. 1 says that it is there. */
export const DRAGONFLY_DOJI = measuredPattern({ id: 'dragonflyDoji', bars: 1, bullish: dragonflydoji, source });

/** Gravestone doji: a doji with an upper shadow alone, open ≈ close ≈ low but not ≈ high. 1 says that it is there. */
export const GRAVESTONE_DOJI = measuredPattern({ id: 'gravestoneDoji', bars: 1, bullish: gravestonedoji, source });
