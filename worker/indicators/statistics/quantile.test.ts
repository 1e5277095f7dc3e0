import { expect, test } from 'vitest';
import { walk } from '../market.fixture.ts';
import { quantile } from './quantile.ts';

test.each([699, 700, 1_500])('over %i bars it is what sorting each window gives', (period) => {
  const { close } = walk(4_000);
  const column = quantile(close, period, 0.3);
  for (let i = period - 1; i < close.length; i += 97) {
    const sorted = close.slice(i - period + 1, i + 1).sort();
    const position = 0.3 * (period - 1);
    const [lower, upper] = [sorted[Math.floor(position)] as number, sorted[Math.ceil(position)] as number];
    expect(column[i]).toBeCloseTo(lower + (upper - lower) * (position % 1), 10);
  }
});

test('a long window, too, starts afresh behind a gap and depends on nothing behind its bar', () => {
  const { close } = walk(4_000);
  close[1_500] = Number.NaN;
  const whole = quantile(close, 800, 0.5);
  expect([...whole.subarray(1_501)]).toEqual([...quantile(close.slice(1_501), 800, 0.5)]);
  expect([...whole.subarray(0, 3_000)]).toEqual([...quantile(close.slice(0, 3_000), 800, 0.5)]);
});
