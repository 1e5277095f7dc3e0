import { expect, it } from 'vitest';
import { dailyBars } from '../../tests/support/bars.ts';
import { mergeClocks } from '../engine/clock.ts';
import { MarketFeed } from './feed.ts';

it('are the prices of the bar before, and none on the first', () => {
  const bars = dailyBars([
    [1, 4, 0.5, 2],
    [2, 3, 1, 2.5],
  ]);
  const market = new MarketFeed(['A'], [bars], mergeClocks([bars]));
  const { before } = market;
  const prices = () => [before.open(0), before.high(0), before.low(0), before.close(0)];
  market.rewind();
  market.advance(0);
  expect(prices()).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  market.advance(1);
  expect(prices()).toEqual([1, 4, 0.5, 2]);
});
