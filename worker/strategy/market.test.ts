import { describe, expect, test } from 'vitest';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';
import { bindIndicators } from './ta.ts';

const DAY = 86_400_000;
const FIRST = Date.UTC(2024, 0, 1);
const rising = (from: number, rows: number): Quote[] =>
  Array.from({ length: rows }, (_, row) => [from + row, from + row + 1, from + row - 1, from + row]);

const ta = bindIndicators() as unknown as Record<string, (...args: unknown[]) => { now: number }>;

/** A from day 0 to 5, B from day 2 to 7. */
const shifted = [dailyBars(rising(100, 6)), dailyBars(rising(200, 6), FIRST + 2 * DAY)];
const two = { instruments: [instrument({ symbol: 'A' }), instrument({ symbol: 'B' })] };

describe('several symbols on one clock', () => {
  test('each has its bars when it has them, and its last one in between', () => {
    const seen: unknown[] = [];
    const run = runStrategy(
      shifted,
      {
        onBar({ bar, data }) {
          const other = data.of('B');
          seen.push([bar.index, bar.close, data.hasBar, other.hasBar, other.close.now]);
        },
      },
      two,
    );
    expect(seen).toEqual([
      [0, 100, true, false, Number.NaN],
      [1, 101, true, false, Number.NaN],
      [2, 102, true, true, 200],
      [3, 103, true, true, 201],
      [4, 104, true, true, 202],
      [5, 105, true, true, 203],
      [6, 105, false, true, 204],
      [7, 105, false, true, 205],
    ]);
    expect([...run.time]).toEqual(Array.from({ length: 8 }, (_, day) => FIRST + day * DAY));
  });

  test('have their names and find each other', () => {
    runStrategy(
      shifted,
      {
        onBar({ data, bar }) {
          expect([...data.symbols]).toEqual(['A', 'B']);
          expect(data.of('A')).toBe(data);
          expect(data.of('B')).toBe(data.of('B'));
          expect(bar.time).toBe(FIRST + bar.index * DAY);
          expect(() => data.of('C')).toThrow('data.of: there is no symbol C in this run. It has A, B.');
        },
      },
      two,
    );
  });

  test('orders wait until their symbol has a bar, and its indicators have a value', () => {
    const run = runStrategy(
      shifted,
      {
        warmup: 0,
        onBar({ order, bar }) {
          if (bar.index === 0) order.buy({ symbol: 'B', size: 1 });
        },
      },
      two,
    );
    expect([...run.fills.bar]).toEqual([2, 7]);

    const early = runStrategy(
      shifted,
      {
        setup: ({ data }) => ({ a: ta['sma']?.(data.close, 2), b: ta['sma']?.(data.of('B').close, 3) }),
        onBar({ order }) {
          order.buy({ symbol: 'B', size: 1 });
        },
      },
      two,
    );
    // A is ready on day 1, B on day 4 (two days late, three bars long).
    expect(early.firstTradableBar).toBe(1);
    expect([...early.orders.status].map((status) => status === 3)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(early.texts[early.orders.reason[0] ?? -1]).toBe('the symbol has no bar yet');
  });
});

describe('warm-up', () => {
  test('waits for the symbols that have indicators, when only some have', () => {
    const started: number[] = [];
    const run = runStrategy(
      shifted,
      {
        setup: ({ data }) => ta['sma']?.(data.of('B').close, 3),
        onStart: ({ bar }) => started.push(bar.index),
        onBar() {},
      },
      two,
    );
    // B begins on day 2 and has three bars on day 4; A alone would have been ready on day 0.
    expect([run.firstTradableBar, ...started]).toEqual([4, 4]);
  });

  const firstTradable = (setup: (data: { close: unknown }) => unknown, warmup?: number) =>
    runStrategy(dailyBars(rising(100, 20)), {
      setup: ({ data }) => setup(data),
      onBar() {},
      ...(warmup !== undefined && { warmup }),
    }).firstTradableBar;
  const sma = (data: { close: unknown }, period: number) => ta['sma']?.(data.close, period);

  test.each([
    ['nothing', () => undefined, 0],
    ['one series', (data: { close: unknown }) => sma(data, 5), 4],
    ['the longest of several', (data: { close: unknown }) => ({ a: sma(data, 3), b: [sma(data, 8)] }), 7],
    ['a map', (data: { close: unknown }) => new Map([['a', sma(data, 6)]]), 5],
    ['a set', (data: { close: unknown }) => new Set([sma(data, 6)]), 5],
    ['one that never has a value', (data: { close: unknown }) => sma(data, 21), 20],
    ['plain values', () => ({ a: 1, b: 'x', c: null }), 0],
  ])('of %s', (_, setup, bar) => {
    expect(firstTradable(setup)).toBe(bar);
  });

  test('is what the strategy says, when it says so', () => {
    expect(firstTradable((data) => sma(data, 5), 0)).toBe(0);
    expect(firstTradable((data) => sma(data, 5), 12)).toBe(12);
    expect(firstTradable((data) => sma(data, 5), 2 ** 40)).toBe(20);
  });
});

describe('indicators', () => {
  test('asked for twice are the same', () => {
    runStrategy(dailyBars(rising(100, 5)), {
      setup({ data }) {
        const bound = bindIndicators() as unknown as Record<string, (...args: unknown[]) => unknown>;
        const sma = (source: unknown, period: number) => bound['sma']?.(source, period);
        expect(sma(data.close, 3)).toBe(sma(data.close, 3));
        expect(sma(data.close, 3)).not.toBe(sma(data.close, 2));
        expect(sma(data.close, 3)).not.toBe(sma(data.open, 3));
        const of = (a: unknown, b: unknown) => bound['correlation']?.(a, b, 3);
        expect(of(data.close, data.open)).toBe(of(data.close, data.open));
        expect(of(data.close, data.open)).not.toBe(of(data.close, data.low));
      },
      onBar() {},
    });
  });

  test.each([
    [(data: { close: unknown }) => ta['sma']?.(data, 3), 'ta.sma is computed from a series'],
    [(data: { close: unknown }) => ta['atr']?.(data.close, 3), 'ta.atr is computed from bars'],
    [(data: { close: unknown }) => ta['correlation']?.(data.close, 3), 'ta.correlation is computed from two series'],
    [(data: { close: unknown }) => ta['sma']?.(data.close, 0), 'sma'],
    [(data: { close: unknown }) => ta['crossOver']?.(data.close, 'x'), 'ta.crossOver compares a series with'],
    [() => ta['crossUnder']?.({ now: 1 }, 1), 'ta.crossUnder compares a series with'],
  ])('refuse what they can’t be computed from', (call, message) => {
    const bars = dailyBars(rising(100, 5));
    expect(() => runStrategy(bars, { onBar: ({ data, bar }) => void (bar.index === 2 && call(data)) })).toThrow(
      message,
    );
  });
});
