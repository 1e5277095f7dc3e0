import { expect, test } from 'vitest';
import type { Bars } from '#shared/strategy-api/market.ts';
import type { Series } from '#shared/strategy-api/series.ts';
import type { TechnicalAnalysis } from '#shared/strategy-api/ta.ts';
import { INDICATORS } from './catalogue.ts';

type Name = Exclude<keyof TechnicalAnalysis, 'crossOver' | 'crossUnder'>;
type InputsOf<F> = F extends (a: Series, b: Series, ...rest: never[]) => unknown
  ? 'two-sources'
  : F extends (source: Series, ...rest: never[]) => unknown
    ? 'source'
    : F extends (bars: Bars, ...rest: never[]) => unknown
      ? 'bars'
      : never;
type OutputsOf<R> = R extends Series ? 'value' : keyof R;
type Face = { [K in Name]: [InputsOf<TechnicalAnalysis[K]>, ...OutputsOf<ReturnType<TechnicalAnalysis[K]>>[]] };

/** What strategies see; the compiler holds it to the interface, the test holds the catalogue to it. */
const FACE: Face = {
  sma: ['source', 'value'],
  ema: ['source', 'value'],
  wma: ['source', 'value'],
  wema: ['source', 'value'],
  dema: ['source', 'value'],
  tema: ['source', 'value'],
  trima: ['source', 'value'],
  t3: ['source', 'value'],
  kama: ['source', 'value'],
  rsi: ['source', 'value'],
  averageGain: ['source', 'value'],
  averageLoss: ['source', 'value'],
  cmo: ['source', 'value'],
  macd: ['source', 'macd', 'signal', 'histogram'],
  ppo: ['source', 'value'],
  stoch: ['bars', 'k', 'd'],
  stochrsi: ['source', 'k', 'd'],
  willr: ['bars', 'value'],
  cci: ['bars', 'value'],
  roc: ['source', 'value'],
  mom: ['source', 'value'],
  trix: ['source', 'value'],
  kst: ['source', 'kst', 'signal'],
  ao: ['bars', 'value'],
  ultosc: ['bars', 'value'],
  trueRange: ['bars', 'value'],
  atr: ['bars', 'value'],
  natr: ['bars', 'value'],
  bbands: ['source', 'upper', 'middle', 'lower'],
  keltner: ['bars', 'upper', 'middle', 'lower'],
  donchian: ['bars', 'upper', 'middle', 'lower'],
  adx: ['bars', 'adx', 'plusDi', 'minusDi'],
  aroon: ['bars', 'up', 'down'],
  sar: ['bars', 'value'],
  supertrend: ['bars', 'value', 'direction'],
  chandelierExit: ['bars', 'long', 'short'],
  ichimoku: ['bars', 'conversion', 'base', 'spanA', 'spanB'],
  heikinAshi: ['bars', 'open', 'high', 'low', 'close'],
  linearreg: ['source', 'value'],
  linearregSlope: ['source', 'value'],
  obv: ['bars', 'value'],
  ad: ['bars', 'value'],
  adosc: ['bars', 'value'],
  forceIndex: ['bars', 'value'],
  mfi: ['bars', 'value'],
  vwap: ['bars', 'value'],
  highest: ['source', 'value'],
  lowest: ['source', 'value'],
  median: ['source', 'value'],
  quantile: ['source', 'value'],
  stddev: ['source', 'value'],
  zscore: ['source', 'value'],
  correlation: ['two-sources', 'value'],
  doji: ['bars', 'value'],
  dragonflyDoji: ['bars', 'value'],
  gravestoneDoji: ['bars', 'value'],
  marubozu: ['bars', 'value'],
  engulfing: ['bars', 'value'],
  bearishHarami: ['bars', 'value'],
  bearishHaramiCross: ['bars', 'value'],
  darkCloudCover: ['bars', 'value'],
  downsideTasukiGap: ['bars', 'value'],
  morningDojiStar: ['bars', 'value'],
  eveningDojiStar: ['bars', 'value'],
  abandonedBaby: ['bars', 'value'],
};

test('the catalogue is what strategies see as `ta`', () => {
  const catalogue = INDICATORS.map(({ id, inputs, outputs }) => [id, [inputs, ...outputs]]);
  expect(Object.fromEntries(catalogue)).toEqual(FACE);
  expect(catalogue.length).toBe(Object.keys(FACE).length);
});

test('a parameter without a default never follows one that has it, and defaults lie within the bounds', () => {
  for (const { params } of INDICATORS) {
    const firstDefault = params.findIndex((param) => param.default !== undefined);
    if (firstDefault >= 0) expect(params.slice(firstDefault).every((param) => param.default !== undefined)).toBe(true);
    for (const { default: value, integer, min, max } of params) {
      if (value === undefined) continue;
      expect(value).toBeGreaterThanOrEqual(min);
      expect(value).toBeLessThanOrEqual(max ?? value);
      expect(integer).toBe(Number.isInteger(value) && integer);
    }
  }
});

test('an indicator refuses inputs of another kind', () => {
  const column = new Float64Array(3);
  const two = { kind: 'two-sources', first: column, second: column } as const;
  const one = { kind: 'source', source: column } as const;
  for (const indicator of INDICATORS) {
    const wrong = indicator.inputs === 'two-sources' ? one : two;
    expect(() => indicator.compute(wrong, [2, 2, 2])).toThrow(`${indicator.id} is computed from ${indicator.inputs}`);
  }
});
