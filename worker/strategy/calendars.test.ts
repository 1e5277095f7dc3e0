import { describe, expect, test } from 'vitest';
import type { BarColumns } from '#shared/domain/bars.ts';
import type { Series } from '#shared/strategy-api/series.ts';
import type { BarContext } from '#shared/strategy-api/strategy.ts';
import { dailyBars, instrument } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';
import { bindIndicators } from './ta.ts';

const DAY = 86_400_000;
const ta = bindIndicators() as unknown as Record<
  'crossOver' | 'crossUnder',
  (a: Series, b: Series | number) => boolean
> &
  Record<'correlation', (a: Series, b: Series, period: number) => Series>;

/** Bars with these closes, each on its day. */
function onDays(closes: Record<number, number>): BarColumns {
  const days = Object.keys(closes).map(Number);
  const bars = dailyBars(Object.values(closes).map((price) => [price, price, price, price]));
  bars.time.set(days.map((day) => day * DAY));
  return bars;
}

type Context = BarContext<Record<never, never>, unknown>;

/** Days on which something is true of A and B. */
function daysWhen(a: Record<number, number>, b: Record<number, number>, holds: (a: Series, b: Series) => boolean) {
  const days: number[] = [];
  runStrategy(
    [onDays(a), onDays(b)],
    {
      onBar({ bar, data }: Context) {
        if (holds(data.close, data.of('B').close)) days.push(bar.time / DAY);
      },
    },
    { instruments: [instrument({ symbol: 'A' }), instrument({ symbol: 'B' })] },
  );
  return days;
}

describe('a crossing between different calendars', () => {
  const quiet = { 0: 1, 1: 1, 2: 1, 3: 1, 4: 1, 5: 1 };

  test('happens although the other symbol has had one bar only', () => {
    expect(daysWhen({ 0: 10, 1: 10, 2: 12, 3: 12 }, { 1: 11 }, (a, b) => ta.crossOver(a, b))).toEqual([2]);
    expect(daysWhen({ 1: 11 }, { 0: 10, 1: 10, 2: 12, 3: 12 }, (a, b) => ta.crossUnder(a, b))).toEqual([2]);
  });

  test('happens on the bar that crossed, not again while the symbol pauses', () => {
    const up = { 0: 1, 1: 3, 4: 4, 5: 5 };
    const down = { 0: 3, 1: 1, 4: 0.5, 5: 0.25 };
    expect(daysWhen(up, quiet, (a) => ta.crossOver(a, 2))).toEqual([1]);
    expect(daysWhen(down, quiet, (a) => ta.crossUnder(a, 2))).toEqual([1]);
    expect(daysWhen(quiet, up, (_, b) => ta.crossOver(b, 2))).toEqual([1]);
    const level = { 0: 2, 1: 2, 4: 2, 5: 2 };
    expect(daysWhen(up, level, (a, b) => ta.crossOver(a, b))).toEqual([1]);
  });

  test('happens when only the other symbol moved', () => {
    const still = { 0: 10, 1: 10, 4: 10, 5: 10 };
    const falling = { 0: 12, 1: 12, 2: 12, 3: 8, 4: 8, 5: 8 };
    const rising = { 0: 8, 1: 8, 2: 8, 3: 12, 4: 12, 5: 12 };
    expect(daysWhen(still, falling, (a, b) => ta.crossOver(a, b))).toEqual([3]);
    expect(daysWhen(still, falling, (a, b) => ta.crossUnder(b, a))).toEqual([3]);
    expect(daysWhen(still, rising, (a, b) => ta.crossUnder(a, b))).toEqual([3]);
    expect(daysWhen(still, rising, (a, b) => ta.crossOver(b, a))).toEqual([3]);
    expect(daysWhen(still, falling, (a, b) => ta.crossUnder(a, b))).toEqual([]);
  });

  test('compares with the value the other symbol had just before, not with its bar before that', () => {
    // B fell on day 1 already; A was between its old and its new price all the time.
    const a = { 0: 10, 1: 10, 2: 10, 3: 11, 4: 11 };
    const b = { 0: 12, 1: 8, 4: 8 };
    expect(daysWhen(a, b, (a, b) => ta.crossOver(a, b))).toEqual([1]);
  });
});

describe('ta.correlation', () => {
  const prices = { 0: 1, 1: 2, 2: 4, 3: 3, 4: 5 };
  const correlate = (b: Record<number, number>) => daysWhen(prices, b, (a, b) => ta.correlation(a, b, 3).now > 0.99);

  test('takes two symbols whose bars have the same times', () => {
    expect(correlate({ 0: 2, 1: 4, 2: 8, 3: 6, 4: 10 })).toEqual([2, 3, 4]);
  });

  test.each([
    ['one day less', { 0: 2, 1: 4, 2: 8, 4: 10 }],
    ['one day more', { 0: 2, 1: 4, 2: 8, 3: 6, 4: 10, 5: 1 }],
    ['as many, but others', { 0: 2, 1: 4, 2: 8, 3: 6, 5: 10 }],
  ])('refuses those with %s', (_, b) => {
    expect(() => correlate(b)).toThrow('ta.correlation: the two series have bars at different times');
  });
});
