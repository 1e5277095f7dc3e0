import { expect, it } from 'vitest';
import { probabilityOfSharpe } from '../../metrics/risk/probabilistic-sharpe.ts';
import { minimumTrackRecord } from './minimum-track-record.ts';

const normal = { skewness: 0, kurtosis: 3 };

/** Years until 2 a year is believed to be above 1. */
function years(periodsPerYear: number, shape = normal): number {
  const root = Math.sqrt(periodsPerYear);
  return minimumTrackRecord({ sharpe: 2 / root, ...shape }, 1 / root, 0.95) / periodsPerYear;
}

it('is the value of the paper for days, weeks and months', () => {
  expect(years(250)).toBeCloseTo(2.7311878, 7);
  expect(years(52)).toBeCloseTo(2.8288336, 7);
  expect(years(12)).toBeCloseTo(3.2398007, 7);
});

it('is longer for a hedge fund’s months', () => {
  expect(years(12, { skewness: -0.72, kurtosis: 5.78 })).toBeCloseTo(4.99125822, 8);
});

it('is where the probability reaches the confidence', () => {
  const evidence = { sharpe: 0.1, skewness: -1, kurtosis: 6 };
  const periods = minimumTrackRecord(evidence, 0.02, 0.9);
  expect(probabilityOfSharpe({ ...evidence, periods }, 0.02)).toBeCloseTo(0.9, 12);
});

it('never comes for a ratio that isn’t above the target', () => {
  expect(minimumTrackRecord({ sharpe: 0.1, ...normal }, 0.1, 0.95)).toBe(Number.POSITIVE_INFINITY);
});
