import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BAR_COLUMNS, type BarColumns } from '#shared/domain/bars.ts';
import { SMA } from './average/sma.ts';
import { INDICATORS } from './catalogue.ts';
import { type Indicator, onSource } from './indicator.ts';
import { inputsFor, randomBars, randomParams, walk } from './market.fixture.ts';
import { IndicatorMemo } from './memo.ts';
import { MACD } from './momentum/macd.ts';
import { CORRELATION } from './statistics/correlation.ts';
import { ATR } from './volatility/atr.ts';

const ROOMY = 2 ** 20;

/** The same bars as another run gets them: in other arrays. */
function again(bars: BarColumns): BarColumns {
  const columns = Object.fromEntries(BAR_COLUMNS.map((name) => [name, bars[name].slice()]));
  return columns as unknown as BarColumns;
}

function memoOf(...series: [bars: BarColumns, hash: string][]): IndicatorMemo {
  const memo = new IndicatorMemo(ROOMY);
  for (const [bars, hash] of series) memo.nameBars(bars, hash);
  return memo;
}

const on = (source: Float64Array) => ({ kind: 'source', source }) as const;
const column = ([only]: readonly Float64Array[]) => only as Float64Array;

describe('what was computed once is there for the next run', () => {
  test('from a column', () => {
    const bars = walk(50);
    const [first, second] = [again(bars), again(bars)];
    const memo = memoOf([first, 'a'], [second, 'a']);
    const sma = memo.columnsOf(SMA, on(first.close), [5]);
    expect(memo.columnsOf(SMA, on(second.close), [5])).toBe(sma);
    expect(memo.columnsOf(SMA, on(second.close), [6])).not.toBe(sma);
    expect(memo.columnsOf(SMA, on(second.open), [5])).not.toBe(sma);
  });

  test('from bars', () => {
    const bars = walk(50);
    const [first, second, third] = [again(bars), again(bars), again(bars)];
    const memo = memoOf([first, 'a'], [second, 'a'], [third, 'a']);
    const atr = memo.columnsOf(ATR, { kind: 'bars', bars: first }, [5]);
    expect(memo.columnsOf(ATR, { kind: 'bars', bars: second }, [5])).toBe(atr);
    // Bars are what their columns are.
    const mixed = { ...third, high: third.close };
    expect(memo.columnsOf(ATR, { kind: 'bars', bars: mixed }, [5])).not.toBe(atr);
  });

  test('from what was computed before', () => {
    const bars = walk(80);
    const [first, second] = [again(bars), again(bars)];
    const memo = memoOf([first, 'a'], [second, 'a']);
    const smoothed = ({ close }: BarColumns, output: number) => {
      const lines = memo.columnsOf(MACD, on(close), [3, 6, 4]);
      return memo.columnsOf(SMA, on(lines[output] as Float64Array), [5]);
    };
    expect(smoothed(second, 1)).toBe(smoothed(first, 1));
    expect(smoothed(second, 2)).not.toBe(smoothed(first, 1));
  });

  test('from two columns, in their order', () => {
    const bars = walk(50);
    const memo = memoOf([bars, 'a']);
    const { close, volume } = bars;
    const pair = memo.columnsOf(CORRELATION, { kind: 'two-sources', first: close, second: volume }, [5]);
    expect(memo.columnsOf(CORRELATION, { kind: 'two-sources', first: close, second: volume }, [5])).toBe(pair);
    expect(memo.columnsOf(CORRELATION, { kind: 'two-sources', first: volume, second: close }, [5])).not.toBe(pair);
  });
});

test('a column without a name is computed from each time', () => {
  const bars = walk(50);
  const memo = memoOf([bars, 'a']);
  const own = bars.close.map((price) => 2 * price);
  const first = memo.columnsOf(SMA, on(own), [5]);
  expect(memo.columnsOf(SMA, on(own), [5])).not.toBe(first);
  expect(memo.columnsOf(SMA, on(column(first)), [5])).not.toBe(memo.columnsOf(SMA, on(column(first)), [5]));
  const halfKnown = { kind: 'two-sources', first: bars.close, second: own } as const;
  expect(memo.columnsOf(CORRELATION, halfKnown, [5])).not.toBe(memo.columnsOf(CORRELATION, halfKnown, [5]));
});

test.each(INDICATORS.map((indicator) => [indicator.id, indicator] as const))(
  "%s is never served with another series' numbers",
  (_, indicator) => {
    const sizes = { minLength: 20, maxLength: 60 };
    const params = fc.array(randomParams(indicator), { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(randomBars(sizes), randomBars(sizes), params, (one, other, choices) => {
        const memo = new IndicatorMemo(4_000);
        for (const run of [1, 2, 3]) {
          const series = [one, other].map(again);
          series.forEach((bars, i) => {
            memo.nameBars(bars, `series${i}`);
          });
          for (const given of run === 2 ? choices.toReversed() : choices) {
            for (const bars of series) {
              const inputs = inputsFor(indicator, bars);
              const columns = memo.columnsOf(indicator, inputs, given);
              expect(columns).toEqual(indicator.compute(inputs, given));
              const twice = memo.columnsOf(SMA, on(column(columns)), [2]);
              expect(twice).toEqual(SMA.compute(on(column(columns)), [2]));
            }
          }
        }
      }),
      { numRuns: 10 },
    );
  },
);

describe('with a limit', () => {
  const BYTES = 10 * Float64Array.BYTES_PER_ELEMENT;
  let computed: number[] = [];
  const COUNTED: Indicator = onSource({
    id: 'counted',
    params: [],
    outputs: ['a', 'b'],
    lookback: () => 0,
    compute(source, number) {
      computed.push(number);
      return [source.slice(), source.slice()];
    },
    source: '',
  });
  const ask = (memo: IndicatorMemo, bars: BarColumns, ...numbers: number[]) => {
    computed = [];
    for (const number of numbers) memo.columnsOf(COUNTED, on(bars.close), [number]);
    return computed;
  };

  test('the results that were used longest ago go first', () => {
    const bars = walk(10);
    const memo = new IndicatorMemo(3 * 2 * BYTES);
    memo.nameBars(bars, 'a');
    expect(ask(memo, bars, 1, 2, 3, 1, 2, 3)).toEqual([1, 2, 3]);
    expect(ask(memo, bars, 1, 4, 1, 3, 4)).toEqual([4]);
    expect(ask(memo, bars, 2, 4, 3, 1)).toEqual([2, 1]);
  });

  test('what is larger than all of it is not kept', () => {
    const bars = walk(10);
    const memo = new IndicatorMemo(2 * BYTES - 1);
    memo.nameBars(bars, 'a');
    expect(ask(memo, bars, 1, 1)).toEqual([1, 1]);
  });

  test('what left can be computed again, and so can what was made of it', () => {
    const bars = walk(10);
    const memo = new IndicatorMemo(2 * BYTES);
    memo.nameBars(bars, 'a');
    const first = column(memo.columnsOf(COUNTED, on(bars.close), [1]));
    ask(memo, bars, 2);
    const made = memo.columnsOf(COUNTED, on(first), [3]);
    expect(memo.columnsOf(COUNTED, on(first), [3])).toBe(made);
    expect(ask(memo, bars, 1)).toEqual([1]);
  });
});
