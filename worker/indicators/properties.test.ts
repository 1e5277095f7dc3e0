import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocateBars, BAR_COLUMNS, type BarColumns, sliceBars } from '#shared/domain/bars.ts';
import { PATTERNS } from './candlestick/definitions.fixture.ts';
import { INDICATORS } from './catalogue.ts';
import type { Indicator } from './indicator.ts';
import { computeOn, inputsFor, randomBars, randomParams, walk } from './market.fixture.ts';

/**
 * How each output grows when prices double: 1 = with them, 0 = not at all. Doubling changes no digit of a binary
 * number, so this holds to the last bit.
 */
const PRICE_DEGREES: Record<string, number[]> = {
  ...{ sma: [1], ema: [1], wma: [1], dema: [1], tema: [1], trima: [1], t3: [1], kama: [1] },
  ...{ rsi: [0], cmo: [0], macd: [1, 1, 1], ppo: [0], stoch: [0, 0], stochrsi: [0, 0], willr: [0], cci: [0] },
  ...{ roc: [0], mom: [1], trix: [0], ultosc: [0], trueRange: [1], atr: [1], natr: [0] },
  ...{ bbands: [1, 1, 1], keltner: [1, 1, 1], donchian: [1, 1, 1] },
  ...{ adx: [0, 0, 0], aroon: [0, 0], sar: [1], supertrend: [1, 0], ichimoku: [1, 1, 1, 1] },
  ...{ linearreg: [1], linearregSlope: [1], obv: [0], ad: [0], adosc: [0], mfi: [0], vwap: [1] },
  ...{ highest: [1], lowest: [1], median: [1], quantile: [1], stddev: [1], zscore: [0], correlation: [0] },
  ...{ wema: [1], averageGain: [1], averageLoss: [1], kst: [0, 0], ao: [1], forceIndex: [1] },
  ...{ chandelierExit: [1, 1], heikinAshi: [1, 1, 1, 1] },
  ...Object.fromEntries(PATTERNS.map((id) => [id, [0]])),
};

/** What cuts a series. */
const UNKNOWN = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

/** What each output is on a market where nothing moves and nothing is traded. */
const PRICE = Number.NaN;
const IDLE: Record<string, number[]> = {
  ...{ sma: [PRICE], ema: [PRICE], wma: [PRICE], dema: [PRICE], tema: [PRICE], trima: [PRICE], t3: [PRICE] },
  ...{ kama: [PRICE], rsi: [50], cmo: [0], macd: [0, 0, 0], ppo: [0], stoch: [50, 50], stochrsi: [50, 50] },
  ...{ willr: [-50], cci: [0], roc: [0], mom: [0], trix: [0], ultosc: [50], trueRange: [0], atr: [0], natr: [0] },
  ...{ bbands: [PRICE, PRICE, PRICE], keltner: [PRICE, PRICE, PRICE], donchian: [PRICE, PRICE, PRICE] },
  ...{ adx: [0, 0, 0], aroon: [100, 100], sar: [PRICE], supertrend: [PRICE, -1] },
  ...{ ichimoku: [PRICE, PRICE, PRICE, PRICE], linearreg: [PRICE], linearregSlope: [0] },
  ...{ obv: [0], ad: [0], adosc: [0], mfi: [50], vwap: [PRICE] },
  ...{ highest: [PRICE], lowest: [PRICE], median: [PRICE], quantile: [PRICE], stddev: [0], zscore: [0] },
  ...{ correlation: [0], wema: [PRICE], averageGain: [0], averageLoss: [0], kst: [0, 0], ao: [0], forceIndex: [0] },
  ...{ chandelierExit: [PRICE, PRICE], heikinAshi: [PRICE, PRICE, PRICE, PRICE] },
  ...Object.fromEntries(PATTERNS.map((id) => [id, [0]])),
};

/**
 * What a value remembers of the bars before its lookback. Most remember nothing; of the others some forget little by
 * little, and some never for certain: stops that turn, and sums since the beginning (of the day).
 */
const FADING = [
  ...['ema', 'wema', 'dema', 'tema', 't3', 'kama', 'rsi', 'averageGain', 'averageLoss', 'cmo', 'macd', 'ppo', 'trix'],
  ...['stochrsi', 'atr', 'natr', 'keltner', 'adx', 'chandelierExit', 'heikinAshi', 'adosc', 'forceIndex'],
];
const LASTING = ['sar', 'supertrend', 'obv', 'ad', 'vwap'];
const FORGETFUL = INDICATORS.filter(({ id }) => !FADING.includes(id) && !LASTING.includes(id));

/** The smallest parameters, the next ones, and usual ones. */
const edges = ({ params }: Indicator): number[][] =>
  [0, 1, 2].map((step) => params.map(({ min, max = min + step }) => Math.min(min + step, max)));

describe.each(INDICATORS.map((indicator) => [indicator.id, indicator] as const))('%s', (id, indicator) => {
  const params = randomParams(indicator);

  test('the value on a bar depends on nothing behind it', () => {
    fc.assert(
      fc.property(randomBars({ maxLength: 150 }), params, fc.nat(150), (bars, given, cut) => {
        const whole = computeOn(indicator, given, bars);
        const known = Math.min(cut, bars.close.length);
        expect(computeOn(indicator, given, bars, 0, known)).toEqual(whole.map((column) => column.slice(0, known)));
      }),
      { numRuns: 50 },
    );
  });

  test('all outputs begin after the lookback and have a finite value from there on', () => {
    fc.assert(
      fc.property(randomBars({ maxLength: 120 }), params, (bars, given) => {
        const outputs = computeOn(indicator, given, bars);
        const lookback = indicator.lookback(given);
        expect(outputs.length).toBe(indicator.outputs.length);
        for (const column of outputs) {
          expect(column.length).toBe(bars.close.length);
          expect(column.map(Number.isFinite)).toEqual(column.map((_, i) => i >= lookback));
          expect(column.slice(0, lookback).every(Number.isNaN)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('behind a gap it starts afresh', () => {
    const gaps = fc.uniqueArray(fc.nat(149), { maxLength: 5, size: 'max' }).map((bars) => bars.sort((a, b) => a - b));
    fc.assert(
      fc.property(randomBars({ maxLength: 150 }), params, gaps, (bars, given, missing) => {
        const length = bars.close.length;
        const holes = missing.filter((bar) => bar < length);
        holes.forEach((hole, k) => {
          for (const column of Object.values(bars)) column[hole] = UNKNOWN[k % UNKNOWN.length] as number;
        });
        const pieces = [-1, ...holes].map((hole, k) => {
          const piece = computeOn(indicator, given, bars, hole + 1, holes[k] ?? length);
          return k < holes.length ? piece.map((column) => [...column, Number.NaN]) : piece;
        });
        const expected = indicator.outputs.map((_, k) => pieces.flatMap((piece) => piece[k] ?? []));
        expect(computeOn(indicator, given, bars)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  test('prices in another unit change it by that unit or not at all', () => {
    fc.assert(
      fc.property(randomBars({ maxLength: 120 }), params, (bars, given) => {
        const doubled: BarColumns = {
          ...bars,
          open: bars.open.map((price) => 2 * price),
          high: bars.high.map((price) => 2 * price),
          low: bars.low.map((price) => 2 * price),
          close: bars.close.map((price) => 2 * price),
        };
        const expected = computeOn(indicator, given, bars).map((column, k) =>
          column.map((value) => value * 2 ** (PRICE_DEGREES[id]?.[k] ?? Number.NaN)),
        );
        expect(computeOn(indicator, given, doubled)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  test('where nothing moves and nothing is traded it has its documented value', () => {
    const bars = allocateBars(120, 'own');
    bars.time.forEach((_, i) => {
      bars.time[i] = i * 3_600_000;
    });
    for (const column of [bars.open, bars.high, bars.low, bars.close]) column.fill(10.1);
    for (const given of edges(indicator)) {
      computeOn(indicator, given, bars).forEach((column, k) => {
        const value = IDLE[id]?.[k] ?? 0;
        const expected = Number.isNaN(value) ? 10.1 : value;
        for (const actual of column.slice(indicator.lookback(given))) expect(actual).toBeCloseTo(expected, 12);
      });
    }
  });

  test('a series as long as the lookback has no value, one bar more gives one', () => {
    for (const given of edges(indicator)) {
      const lookback = indicator.lookback(given);
      const bars = walk(lookback + 1);
      for (const column of computeOn(indicator, given, bars)) {
        expect(column.map(Number.isFinite)).toEqual([...new Array(lookback).fill(false), true]);
      }
      for (const column of computeOn(indicator, given, bars, 0, lookback))
        expect(column.every(Number.isNaN)).toBe(true);
      for (const column of computeOn(indicator, given, bars, 0, 0)) expect(column).toEqual([]);
    }
  });

  test('it leaves its inputs alone and gives columns of its own, the same ones each time', () => {
    fc.assert(
      fc.property(randomBars({ maxLength: 100 }), params, (bars, given) => {
        const before = BAR_COLUMNS.map((name) => [...bars[name]]);
        const inputs = inputsFor(indicator, bars);
        const [columns, again] = [indicator.compute(inputs, given), indicator.compute(inputs, given)];
        expect(BAR_COLUMNS.map((name) => [...bars[name]])).toEqual(before);
        expect(again).toEqual(columns);
        const memories = [...columns, ...again, ...Object.values(bars)].map((column) => column.buffer);
        expect(new Set(memories).size).toBe(memories.length);
      }),
      { numRuns: 20 },
    );
  });
});

test.each(FORGETFUL.map((indicator) => [indicator.id, indicator] as const))(
  '%s knows nothing of the bars before its lookback',
  (_, indicator) => {
    // Long ago prices and volumes were millions of times as large: what a sum that drifts would never get rid of.
    const bars = walk(50_000);
    for (const name of ['open', 'high', 'low', 'close', 'volume'] as const) {
      for (let i = 0; i < 2_000; i++) bars[name][i] = (bars[name][i] as number) * 4_000_000;
    }
    const given = indicator.params.map(({ max = 60, default: usual = max / 3 }) => usual);
    const lookback = indicator.lookback(given);
    for (const from of [4_000, 49_000]) {
      const whole = computeOn(indicator, given, bars, 0, from + 1_000);
      computeOn(indicator, given, sliceBars(bars, from, from + 1_000)).forEach((column, k) => {
        column.slice(lookback).forEach((value, i) => {
          const distance = Math.abs(value - (whole[k]?.[from + lookback + i] as number));
          if (!(distance <= 1e-9 * Math.max(1, Math.abs(value)))) expect.fail(`bar ${i}: ${distance} from ${value}`);
        });
      });
    }
  },
);

test.each(FADING)('%s forgets the bars before its lookback little by little', (id) => {
  const indicator = INDICATORS.find((one) => one.id === id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  const bars = walk(20_000);
  const given = indicator.params.map(({ integer, default: usual = 5 }, k) =>
    integer ? Math.min(5 + 2 * k, usual) : usual,
  );
  const lookback = indicator.lookback(given);
  const whole = computeOn(indicator, given, bars);
  const distances = computeOn(indicator, given, bars, 10_000).map((column, k) =>
    column.map((value, i) => Math.abs(value - (whole[k]?.[10_000 + i] as number)) / Math.max(1, Math.abs(value))),
  );
  expect(Math.max(...distances.map((column) => column[lookback] as number))).toBeGreaterThan(1e-6);
  expect(Math.max(...distances.flatMap((column) => column.slice(5_000)))).toBeLessThan(1e-9);
});

test('prices that come to rest leave no noise that looks like a signal', () => {
  const quiet = randomBars({ minLength: 40, maxLength: 80 }).map((bars) => {
    for (const column of [bars.open, bars.high, bars.low, bars.close]) column.fill(bars.close[29] as number, 30);
    return bars;
  });
  for (const id of ['stddev', 'zscore', 'correlation', 'cci', 'willr', 'mfi', 'ultosc']) {
    const indicator = INDICATORS.find((one) => one.id === id);
    if (!indicator) throw new Error(`no indicator ${id}`);
    fc.assert(
      fc.property(quiet, (bars) => {
        const periods = indicator.params.map(() => 5);
        const [column = []] = computeOn(indicator, periods, bars);
        const expected = IDLE[id]?.[0];
        for (const value of column.slice(36)) expect(value + 0).toBe(expected);
      }),
    );
  }
});

test('lines of one indicator pause together where only one price is missing', () => {
  const bars = allocateBars(40, 'own');
  for (const column of [bars.open, bars.high, bars.low, bars.close]) column.fill(5);
  bars.high[20] = Number.NaN;
  for (const id of ['donchian', 'aroon', 'ichimoku', 'keltner']) {
    const indicator = INDICATORS.find((one) => one.id === id);
    if (!indicator) throw new Error(`no indicator ${id}`);
    const first = 21 + indicator.lookback([4, 4, 4]);
    for (const column of computeOn(indicator, [4, 4, 4], bars)) {
      expect(column.slice(20, first).every(Number.isNaN)).toBe(true);
      expect(column[first]).not.toBeNaN();
    }
  }
});

test('typical prices that are equal but for rounding are equal to the CCI', () => {
  const cci = INDICATORS.find((one) => one.id === 'cci');
  if (!cci) throw new Error('no indicator cci');
  const bars = allocateBars(30, 'own');
  bars.close.forEach((_, i) => {
    bars.high[i] = i % 2 === 0 ? 0.3 : 0.4;
    bars.close[i] = 0.3;
    bars.low[i] = i % 2 === 0 ? 0.3 : 0.2;
  });
  expect(new Set(bars.close.map((close, i) => (bars.high[i] as number) + (bars.low[i] as number) + close)).size).toBe(
    2,
  );
  const [column = []] = computeOn(cci, [6], bars);
  expect(column.slice(5).every((value) => value === 0)).toBe(true);
});

test('a base of zero gives 0, not infinity', () => {
  const bars = allocateBars(30, 'own');
  bars.high.fill(1);
  for (const id of ['natr', 'roc', 'ppo', 'trix']) {
    const indicator = INDICATORS.find((one) => one.id === id);
    if (!indicator) throw new Error(`no indicator ${id}`);
    const [column = []] = computeOn(indicator, [3, 3], bars);
    expect(column.slice(indicator.lookback([3, 3])).every((value) => value === 0)).toBe(true);
  }
});
