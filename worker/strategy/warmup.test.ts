import { describe, expect, test } from 'vitest';
import { dailyBars, type Quote } from '../../tests/support/bars.ts';
import { mergeClocks } from '../engine/clock.ts';
import { MarketFeed } from './feed.ts';
import { RunMarket } from './market.ts';
import { readyTicks, seriesIn } from './warmup.ts';

const DAY = 86_400_000;
const quotes = Array.from({ length: 4 }, (): Quote => [1, 1, 1, 1]);

/** A has four days, B four from the third on. */
const bars = [dailyBars(quotes), dailyBars(quotes, Date.UTC(2024, 0, 3))];
const market = new MarketFeed(['A', 'B'], bars, mergeClocks(bars));
const { close } = new RunMarket(market);

describe('the series of a setup', () => {
  test('are found a few levels deep, also where it contains itself', () => {
    expect(seriesIn([[[[close]]]])).toEqual([close]);
    expect(seriesIn([[[[[close]]]]])).toEqual([]);
    const knot: unknown[] = [close];
    knot.push(knot);
    expect(new Set(seriesIn(knot))).toEqual(new Set([close]));
  });
});

describe('a symbol is ready', () => {
  test('with its first bar when nothing is computed', () => {
    expect(market.time).toHaveLength(6);
    expect(market.time[2]).toBe(Date.UTC(2024, 0, 1) + 2 * DAY);
    expect([...readyTicks([], market)]).toEqual([0, 2]);
  });
});
