import { expect, it } from 'vitest';
import { START, sourceWith, tradesWith } from '../source.fixture.ts';
import { computeUnder } from './conventions.ts';

const HOUR = 3_600_000;

/** Falls from bar 1 to bar 3 and, longer, from bar 4 to the end; trades of two and of four bars. */
function durations(step: number): unknown[] {
  const equity = Float64Array.of(100, 110, 105, 110, 120, 118, 117, 116);
  const values = computeUnder(
    'backtesting.py',
    sourceWith(equity, {
      time: Float64Array.from(equity, (_, bar) => START + bar * step),
      trades: { ...tradesWith([1, 1]), entryBar: Int32Array.of(0, 1), exitBar: Int32Array.of(2, 5) },
    }),
  );
  return ['maxDrawdownDuration', 'averageDrawdownDuration', 'maxTradeDuration', 'averageTradeDuration'].map(
    (id) => (values[id]?.value as number) * 24,
  );
}

it.each<[string, number, number[]]>([
  ['days', 24 * HOUR, [72, 72, 96, 72]],
  ['hours', HOUR, [3, 3, 4, 3]],
  ['minutes', HOUR / 2, [1.5, 1.25, 2, 1.5]],
])('are rounded up to whole %s where bars are so far apart', (_, step, hours) => {
  durations(step).forEach((value, i) => {
    expect(value).toBeCloseTo(hours[i] as number, 9);
  });
});

it('are rounded as the last hundred bars are apart', () => {
  const time = Float64Array.from({ length: 401 }, (_, bar) =>
    bar < 300 ? START + bar * HOUR : START + 300 * HOUR + (bar - 300) * 24 * HOUR,
  );
  const trades = { ...tradesWith([1]), entryBar: Int32Array.of(0), exitBar: Int32Array.of(3) };
  const values = computeUnder('backtesting.py', sourceWith(new Float64Array(401).fill(100), { time, trades }));
  expect(values['maxTradeDuration']?.value).toBe(1);
});

it('are unknown without a drawdown, or without a trade', () => {
  const values = computeUnder('backtesting.py', sourceWith(Float64Array.of(100, 101, 102)));
  expect(values['averageDrawdownDuration']?.value).toBeNaN();
  expect(values['maxDrawdownDuration']?.value).toBeNaN();
  expect(values['maxTradeDuration']?.value).toBeNaN();
  expect(values['averageTradeDuration']?.value).toBeNaN();
});
