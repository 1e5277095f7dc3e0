import { describe, expect, test } from 'vitest';
import { BAR_COLUMNS, type BarColumns } from '#shared/domain/bars.ts';
import { walk } from '../indicators/market.fixture.ts';
import { IndicatorMemo } from '../indicators/memo.ts';
import { SymbolBars } from './market.ts';
import { ColumnSeries, Cursor, columnOf } from './series.ts';
import { bindIndicators } from './ta.ts';

/** One run: its own copies of the bars, its own cursor, its own `ta`. */
function run(memo: IndicatorMemo, bars: BarColumns, hash?: string) {
  const columns = BAR_COLUMNS.map((name) => [name, bars[name].slice()]);
  const own = Object.fromEntries(columns) as unknown as BarColumns;
  if (hash !== undefined) memo.nameBars(own, hash);
  const cursor = new Cursor(own.time);
  const data = new SymbolBars({ symbol: 'ACME', bars: own, cursor });
  const ta = bindIndicators(memo) as unknown as Record<string, (...args: unknown[]) => ColumnSeries>;
  const call = (name: string, ...args: unknown[]) => ta[name]?.(...args) as ColumnSeries;
  return { data, cursor, call };
}

describe('indicators of the same bars', () => {
  test('are one series within a run', () => {
    const { data, call } = run(new IndicatorMemo(1_000), walk(40));
    expect(call('sma', data.close, 5)).toBe(call('sma', data.close, 5));
    expect(call('sma', data.close, 5)).not.toBe(call('sma', data.close, 6));
    expect(call('sma', data.close, 5)).not.toBe(call('sma', data.open, 5));
    expect(call('atr', data, 5)).toBe(call('atr', data, 5));
    const pair = call('correlation', data.close, data.volume, 5);
    expect(call('correlation', data.close, data.volume, 5)).toBe(pair);
    expect(call('correlation', data.close, data.high, 5)).not.toBe(pair);
  });

  test('share their numbers with the next run, not the place where it stands', () => {
    const memo = new IndicatorMemo(100_000);
    const bars = walk(40);
    const [first, second] = [run(memo, bars, 'a'), run(memo, bars, 'a')];
    const [ours, theirs] = [first, second].map(({ data, call }) => call('ema', call('sma', data.close, 5), 3));
    expect(ours).not.toBe(theirs);
    expect(columnOf(ours as ColumnSeries)).toBe(columnOf(theirs as ColumnSeries));
    first.cursor.advance(20);
    second.cursor.advance(30);
    expect(ours?.now).toBe(columnOf(ours as ColumnSeries)[20]);
    expect(theirs?.now).toBe(columnOf(theirs as ColumnSeries)[30]);
  });

  test('share nothing when they have no hash', () => {
    const memo = new IndicatorMemo(100_000);
    const bars = walk(40);
    const [ours, theirs] = [run(memo, bars), run(memo, bars)].map(({ data, call }) => call('sma', data.close, 5));
    expect(columnOf(ours as ColumnSeries)).not.toBe(columnOf(theirs as ColumnSeries));
    expect(columnOf(ours as ColumnSeries)).toEqual(columnOf(theirs as ColumnSeries));
  });
});

test("a strategy's own series is nobody else's, even with the same numbers", () => {
  const memo = new IndicatorMemo(100_000);
  const bars = walk(40);
  const [ours, theirs] = [run(memo, bars, 'a'), run(memo, bars, 'a')].map(({ cursor, call }) =>
    call('sma', new ColumnSeries(bars.close.slice(), cursor), 5),
  );
  expect(columnOf(ours as ColumnSeries)).not.toBe(columnOf(theirs as ColumnSeries));
});
