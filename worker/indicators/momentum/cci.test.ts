import { expect, test } from 'vitest';
import { sliceBars } from '#shared/domain/bars.ts';
import { walk } from '../market.fixture.ts';
import { cci } from './cci.ts';

test.each([699, 700, 1_500])('over %i bars it is what adding up each window gives', (period) => {
  const bars = walk(4_000);
  const column = cci(bars, period);
  const prices = bars.close.map((close, i) => ((bars.high[i] as number) + (bars.low[i] as number) + close) / 3);
  for (let i = period - 1; i < prices.length; i += 97) {
    const window = prices.slice(i - period + 1, i + 1);
    const mean = window.reduce((sum, price) => sum + price) / period;
    const distance = window.reduce((sum, price) => sum + Math.abs(price - mean), 0) / period;
    expect(column[i]).toBeCloseTo(((prices[i] as number) - mean) / (0.015 * distance), 8);
  }
});

test('a long window, too, starts afresh behind a gap and depends on nothing behind its bar', () => {
  const bars = walk(4_000);
  bars.high[1_500] = Number.NaN;
  const whole = cci(bars, 800);
  expect([...whole.subarray(1_501)]).toEqual([...cci(sliceBars(bars, 1_501, 4_000), 800)]);
  expect([...whole.subarray(0, 3_000)]).toEqual([...cci(sliceBars(bars, 0, 3_000), 800)]);
});

test('once prices have rested for a long window it is 0', () => {
  const bars = walk(4_000);
  for (const name of ['high', 'low', 'close'] as const) bars[name].fill(bars.close[1_999] as number, 2_000);
  expect(
    cci(bars, 800)
      .subarray(2_799)
      .every((value) => value === 0),
  ).toBe(true);
  expect(cci(bars, 800)[2_798]).not.toBe(0);
});
