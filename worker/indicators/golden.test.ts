import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allocateBars, type BarColumns } from '#shared/domain/bars.ts';
import { INDICATORS } from './catalogue.ts';
import type { Indicator, IndicatorInputs } from './indicator.ts';

/**
 * TA-Lib's figures for the daily GOOG prices, which aren't ours to pass on: without the folder these tests are
 * skipped. Each row: TA-Lib's file, our indicator, parameters, and our output for each of its outputs in order.
 */
const CASES: [file: string, id: string, params: number[], outputs: string[]][] = [
  ['AD', 'ad', [], ['value']],
  ['ADOSC', 'adosc', [3, 10], ['value']],
  ['ADX', 'adx', [14], ['adx']],
  ['AROON', 'aroon', [14], ['down', 'up']],
  ['ATR', 'atr', [14], ['value']],
  ['BBANDS', 'bbands', [20, 2], ['upper', 'middle', 'lower']],
  ['CCI', 'cci', [20], ['value']],
  ['CMO', 'cmo', [14], ['value']],
  ['CORREL', 'correlation', [30], ['value']],
  ['DEMA', 'dema', [20], ['value']],
  ['EMA', 'ema', [20], ['value']],
  ['KAMA', 'kama', [10, 2, 30], ['value']],
  ['LINEARREG', 'linearreg', [14], ['value']],
  ['LINEARREG_SLOPE', 'linearregSlope', [14], ['value']],
  ['MACD', 'macd', [12, 26, 9], ['macd', 'signal', 'histogram']],
  ['MAX', 'highest', [20], ['value']],
  ['MFI', 'mfi', [14], ['value']],
  ['MIN', 'lowest', [20], ['value']],
  ['MINUS_DI', 'adx', [14], ['minusDi']],
  ['MOM', 'mom', [10], ['value']],
  ['NATR', 'natr', [14], ['value']],
  ['OBV', 'obv', [], ['value']],
  ['PLUS_DI', 'adx', [14], ['plusDi']],
  ['PPO', 'ppo', [12, 26], ['value']],
  ['ROC', 'roc', [10], ['value']],
  ['RSI', 'rsi', [14], ['value']],
  ['SAR', 'sar', [0.02, 0.2], ['value']],
  ['SMA', 'sma', [20], ['value']],
  ['SMA-10', 'sma', [10], ['value']],
  ['STDDEV', 'stddev', [20], ['value']],
  ['STOCH', 'stoch', [14, 3, 3], ['k', 'd']],
  ['STOCHRSI', 'stochrsi', [14, 14, 3], ['k', 'd']],
  ['T3', 't3', [5, 0.7], ['value']],
  ['TEMA', 'tema', [20], ['value']],
  ['TRANGE', 'trueRange', [], ['value']],
  ['TRIMA', 'trima', [20], ['value']],
  ['TRIX', 'trix', [15], ['value']],
  ['ULTOSC', 'ultosc', [7, 14, 28], ['value']],
  ['WILLR', 'willr', [14], ['value']],
  ['WMA', 'wma', [20], ['value']],
];

const folder = new URL('../../../shared/golden/talib/', import.meta.url);
const prices = new URL('../../../shared/data/GOOG.csv', import.meta.url);
const areFiguresHere = existsSync(folder) && existsSync(prices);
const title = areFiguresHere
  ? 'TA-Lib'
  : 'TA-Lib (skipped: ../shared/golden/talib and ../shared/data/GOOG.csv are not here)';

test.skipIf(!areFiguresHere).each(CASES)(`${title} %s is our %s`, (file, id, params, outputs) => {
  const golden: Golden = JSON.parse(readFileSync(new URL(`GOOG-${file}.json`, folder), 'utf8'));
  const bars = readBars();
  const indicator = INDICATORS.find((one) => one.id === id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  const columns = indicator.compute(inputsOf(indicator, bars), params);
  const lookback = indicator.lookback(params);
  const isAlignedToAdx = file.endsWith('_DI');
  if (!isAlignedToAdx) expect(lookback).toBe(golden.lookback);
  Object.values(golden.outputs).forEach((expected, k) => {
    const actual = columns[indicator.outputs.indexOf(outputs[k] ?? '')] ?? new Float64Array();
    expect(actual.length).toBe(golden.bars);
    expect(worstDistance(actual, expected, lookback)).toBeLessThan(1e-9);
  });
});

test.skipIf(!areFiguresHere)('every file of figures is compared', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  expect(CASES.map(([file]) => `GOOG-${file}.json`).toSorted()).toEqual(files.toSorted());
});

interface Golden {
  bars: number;
  lookback: number;
  outputs: Record<string, (number | null)[]>;
}

/** Largest relative distance; infinite where one side has a value and the other none. Near 0 it is absolute. */
function worstDistance(actual: Float64Array, expected: (number | null)[], lookback: number): number {
  let worst = 0;
  expected.forEach((value, i) => {
    const own = actual[i] as number;
    if (i < lookback) {
      if (!Number.isNaN(own)) worst = Number.POSITIVE_INFINITY;
    } else {
      const distance = value === null ? Number.NaN : Math.abs(own - value) / Math.max(Math.abs(value), 1e-3);
      worst = distance <= worst ? worst : Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance;
    }
  });
  return worst;
}

function inputsOf({ inputs }: Indicator, bars: BarColumns): IndicatorInputs {
  if (inputs === 'source') return { kind: 'source', source: bars.close };
  return inputs === 'bars' ? { kind: 'bars', bars } : { kind: 'two-sources', first: bars.high, second: bars.low };
}

function readBars(): BarColumns {
  const rows = readFileSync(prices, 'utf8').trim().split('\n').slice(1);
  const bars = allocateBars(rows.length, 'own');
  rows.forEach((row, i) => {
    const [date = '', ...figures] = row.split(',');
    bars.time[i] = Date.parse(date);
    const columns = [bars.open, bars.high, bars.low, bars.close, bars.volume];
    columns.forEach((column, k) => {
      column[i] = Number(figures[k]);
    });
  });
  return bars;
}
