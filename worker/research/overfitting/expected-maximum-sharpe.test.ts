import { expect, it } from 'vitest';
import { mulberry32 } from '../../engine/random.ts';
import { normalQuantile } from '../../metrics/statistics/normal-quantile.ts';
import { expectedMaximumSharpe } from './expected-maximum-sharpe.ts';

it('is the value of the paper', () => {
  expect(expectedMaximumSharpe(100, 1)).toBeCloseTo(2.5306028932, 9);
});

it('grows with the spread of the trials, and with their number', () => {
  expect(expectedMaximumSharpe(100, 4)).toBeCloseTo(2 * 2.5306028932, 9);
  expect(expectedMaximumSharpe(1_000, 1)).toBeGreaterThan(expectedMaximumSharpe(100, 1));
});

it('is nothing where nothing was chosen', () => {
  expect(expectedMaximumSharpe(1, 1)).toBe(0);
});

it('is what luck brings', () => {
  const random = mulberry32(7);
  let sum = 0;
  for (let world = 0; world < 4_000; world++) {
    let best = Number.NEGATIVE_INFINITY;
    for (let trial = 0; trial < 50; trial++) best = Math.max(best, normalQuantile(random() || 0.5));
    sum += best;
  }
  expect(sum / 4_000).toBeCloseTo(expectedMaximumSharpe(50, 1), 1);
});
