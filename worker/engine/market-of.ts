import { MarketFeed } from '../strategy/feed.ts';
import type { SimulatedSeries } from './backtest.ts';
import { mergeClocks } from './clock.ts';

/**
 * The bars of a run's symbols on one clock.
 * @throws HindcastError `data.overlapping-bars`
 */
export function marketOf(series: readonly Pick<SimulatedSeries, 'instrument' | 'bars'>[]): MarketFeed {
  const bars = series.map((one) => one.bars);
  return new MarketFeed(
    series.map(({ instrument }) => instrument.symbol),
    bars,
    mergeClocks(bars),
    series.map(({ instrument }) => instrument.session),
  );
}
