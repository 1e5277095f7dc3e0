import * as library from 'technicalindicators';
import { expect, test } from 'vitest';
import { INDICATORS } from './catalogue.ts';
import { inputsFor, walk } from './market.fixture.ts';

/**
 * Our kernels against another's, wherever both mean the same. Not compared: SAR (it starts and turns by other rules),
 * StochRSI (made of RSI values with two decimals), MFI (an unchanged price counts as a fall).
 */
type Comparison = [
  id: string,
  params: number[],
  theirs: (number | undefined)[][],
  /** Bars after which the two agree, where they are seeded differently; and to what the library rounds. */
  options?: { settled?: number; rounding?: number },
];

const bars = walk(2_000);
const high = Array.from(bars.high);
const low = Array.from(bars.low);
const close = Array.from(bars.close);
const volume = Array.from(bars.volume);
const values = close;

const macd = library.macd({
  ...{ values, fastPeriod: 12, slowPeriod: 26, signalPeriod: 9 },
  ...{ SimpleMAOscillator: false, SimpleMASignal: false },
});
const bands = library.bollingerbands({ values, period: 20, stdDev: 2 });
const adx = library.adx({ high, low, close, period: 14 });
const stochastic = library.stochastic({ high, low, close, period: 14, signalPeriod: 3 });
const keltner = library.keltnerchannels({
  ...{ high, low, close, maPeriod: 20, atrPeriod: 10, multiplier: 2, useSMA: false },
});
const ichimoku = library.ichimokucloud({
  ...{ high, low, conversionPeriod: 9, basePeriod: 26, spanPeriod: 52, displacement: 26 },
});
const kst = library.kst({
  ...{ values, ROCPer1: 10, ROCPer2: 15, ROCPer3: 20, ROCPer4: 30 },
  ...{ SMAROCPer1: 10, SMAROCPer2: 10, SMAROCPer3: 10, SMAROCPer4: 15, signalPeriod: 9 },
});
// Declared as numbers, but they are not.
const chandelier = library.chandelierexit({ high, low, close, period: 22, multiplier: 3 }) as unknown as {
  exitLong: number;
  exitShort: number;
}[];

const COMPARISONS: Comparison[] = [
  ['sma', [20], [library.sma({ values, period: 20 })]],
  ['ema', [20], [library.ema({ values, period: 20 })]],
  ['wma', [20], [library.wma({ values, period: 20 })]],
  ['rsi', [14], [library.rsi({ values, period: 14 })], { rounding: 0.01 }],
  [
    'macd',
    [12, 26, 9],
    [macd.map((x) => x.MACD), macd.map((x) => x.signal), macd.map((x) => x.histogram)],
    { settled: 500 },
  ],
  ['bbands', [20, 2], [bands.map((x) => x.upper), bands.map((x) => x.middle), bands.map((x) => x.lower)]],
  ['stddev', [20], [library.sd({ values, period: 20 })]],
  ['trueRange', [], [library.truerange({ high, low, close })]],
  ['atr', [14], [library.atr({ high, low, close, period: 14 })]],
  ['adx', [14], [adx.map((x) => x.adx), adx.map((x) => x.pdi), adx.map((x) => x.mdi)], { settled: 800 }],
  ['roc', [10], [library.roc({ values, period: 10 })]],
  ['stoch', [14, 1, 3], [stochastic.map((x) => x.k), stochastic.map((x) => x.d)]],
  ['willr', [14], [library.williamsr({ high, low, close, period: 14 })]],
  ['cci', [20], [library.cci({ high, low, close, period: 20 })]],
  // It begins at 0, ours with the first volume.
  ['obv', [], [library.obv({ close, volume }).map((balance) => balance + (volume[0] as number))]],
  ['ad', [], [library.adl({ high, low, close, volume })], { rounding: 1 }],
  ['trix', [15], [library.trix({ values, period: 15 })]],
  ['keltner', [20, 2, 10], [keltner.map((x) => x.upper), keltner.map((x) => x.middle), keltner.map((x) => x.lower)]],
  [
    'ichimoku',
    [9, 26, 52],
    (['conversion', 'base', 'spanA', 'spanB'] as const).map((line) => ichimoku.map((x) => x[line])),
  ],
  ['highest', [20], [library.highest({ values, period: 20 })]],
  ['lowest', [20], [library.lowest({ values, period: 20 })]],
  ['ao', [5, 34], [library.awesomeoscillator({ high, low, fastPeriod: 5, slowPeriod: 34 })]],
  ['kst', [10, 15, 20, 30, 10, 10, 10, 15, 9], [kst.map((x) => x.kst), kst.map((x) => x.signal)]],
  ['forceIndex', [13], [library.forceindex({ close, volume, period: 13 })]],
  ['chandelierExit', [22, 3], [chandelier.map((x) => x.exitLong), chandelier.map((x) => x.exitShort)]],
];

test.each(COMPARISONS)('%s is what technicalindicators computes', (id, params, theirs, options = {}) => {
  const { settled = 0, rounding = 0 } = options;
  const indicator = INDICATORS.find((one) => one.id === id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  const ours = indicator.compute(inputsFor(indicator, bars), params);
  const first = Math.max(indicator.lookback(params), settled);
  expect(ours.length).toBe(theirs.length);
  ours.forEach((column, k) => {
    const other = theirs[k] ?? [];
    const missing = column.length - other.length;
    for (let i = Math.max(first, missing); i < column.length; i++) {
      const expected = other[i - missing] as number;
      const bound = rounding / 2 + 1e-9 * Math.max(1, Math.abs(expected));
      const distance = Math.abs((column[i] as number) - expected);
      if (!(distance <= bound)) expect.fail(`output ${k}, bar ${i}: ${column[i]} instead of ${expected}`);
    }
    expect(missing).toBeLessThanOrEqual(first + 1);
  });
});

test('vwap is what technicalindicators computes, on the first day', () => {
  const day = (column: number[]) => column.slice(0, 24);
  const theirs = library.vwap({ high: day(high), low: day(low), close: day(close), volume: day(volume) });
  const vwap = INDICATORS.find((one) => one.id === 'vwap');
  const [ours = new Float64Array()] = vwap?.compute({ kind: 'bars', bars }, []) ?? [];
  theirs.forEach((value, i) => {
    expect(ours[i]).toBeCloseTo(value, 9);
  });
  expect(ours[24]).not.toBeCloseTo(theirs[23] as number, 3);
});

test('the library is not told to round', () => {
  expect(library.getConfig('precision')).toBeUndefined();
});
