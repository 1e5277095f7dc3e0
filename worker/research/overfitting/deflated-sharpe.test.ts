import { expect, it } from 'vitest';
import { probabilityOfSharpe } from '../../metrics/risk/probabilistic-sharpe.ts';
import { deflatedSharpe } from './deflated-sharpe.ts';

/** The example of the paper: 2.5 a year over five years of 250 days, fat tails. */
const best = { sharpe: 2.5 / Math.sqrt(250), periods: 1_250, skewness: -3, kurtosis: 10 };
const variance = 0.5 / 250;

it('is the value of the paper', () => {
  expect(deflatedSharpe(best, { trials: 100, variance })).toBeCloseTo(0.90039683, 8);
  expect(deflatedSharpe(best, { trials: 46, variance })).toBeCloseTo(0.95050171, 8);
});

it('takes nothing off a single trial', () => {
  expect(deflatedSharpe(best, { trials: 1, variance })).toBe(probabilityOfSharpe(best, 0));
});
