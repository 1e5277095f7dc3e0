import { describe, expect, it } from 'vitest';
import { compound, inputWith } from '../source.fixture.ts';
import { alpha } from './alpha.ts';
import { beta } from './beta.ts';
import { downCapture, upCapture } from './capture.ts';
import { informationRatio } from './information-ratio.ts';
import { rSquared } from './r-squared.ts';

const market = [0.01, -0.02, 0.03, -0.01, 0.02];
const input = (strategy: readonly number[], benchmark: readonly number[] = market) =>
  inputWith(compound(strategy, 1_000), { buyAndHold: compound(benchmark, 1_000) });

describe('a strategy that takes half of the market and adds 0.1 % a day', () => {
  const run = input(market.map((move) => move / 2 + 0.001));

  it('has a beta of one half that explains all of it', () => {
    expect(beta.compute(run)).toBeCloseTo(0.5, 10);
    expect(rSquared.compute(run)).toBeCloseTo(1, 10);
  });

  it('has the compounded rest as alpha', () => {
    expect(alpha.compute(run)).toBeCloseTo(1.001 ** 252 - 1, 9);
  });

  it('captures the rises and the falls by their means', () => {
    expect(upCapture.compute(run)).toBeCloseTo(0.033 / 0.06, 10);
    expect(downCapture.compute(run)).toBeCloseTo(0.013 / 0.03, 10);
  });
});

describe('information ratio', () => {
  it('is the Sharpe ratio of the difference', () => {
    const run = input([0.02, -0.02, 0.04, -0.03, 0.03]);
    const active = [0.01, 0, 0.01, -0.02, 0.01];
    const squares = active.reduce((sum, value) => sum + (value - 0.002) ** 2, 0);
    expect(informationRatio.compute(run)).toBeCloseTo((0.002 / Math.sqrt(squares / 4)) * Math.sqrt(252), 9);
  });

  it('is undefined for a strategy that is the benchmark', () => {
    expect(informationRatio.compute(input(market))).toBeNaN();
  });
});

describe('against a benchmark that does not move', () => {
  const run = input(market, [0, 0, 0, 0, 0]);

  it.each([beta, alpha, rSquared, upCapture, downCapture])('$id is undefined', (metric) => {
    expect(metric.compute(run)).toBeNaN();
  });
});

describe('a strategy that stays out', () => {
  const run = input([0, 0, 0, 0, 0]);

  it('has nothing that a benchmark could explain', () => {
    expect(beta.compute(run)).toBeCloseTo(0, 12);
    expect(rSquared.compute(run)).toBeNaN();
    expect(alpha.compute(run)).toBeCloseTo(0, 12);
    expect(upCapture.compute(run)).toBe(0);
  });
});

it('alpha cannot lose more than everything', () => {
  const run = { ...input(market), returns: Float64Array.from(market, (move) => move - 2), periodsPerYear: 252 };
  expect(alpha.compute(run)).toBe(-1);
});

it('everything is undefined without returns', () => {
  for (const metric of [alpha, beta, rSquared, informationRatio, upCapture, downCapture]) {
    expect(metric.compute(input([], []))).toBeNaN();
  }
});
