import { expect, it } from 'vitest';
import type { MetricSource } from '../metric-source.ts';
import { sourceWith } from '../source.fixture.ts';
import { computeUnder } from './conventions.ts';

const PRICES = Float64Array.of(50, 40, 44, 42, 50);
const EQUITY = Float64Array.of(1_000, 1_000, 1_050, 1_040, 1_100);

const measured = (changes: Partial<MetricSource>) => {
  const values = computeUnder('backtesting.py', sourceWith(EQUITY, { closes: [PRICES], ...changes }));
  return { market: values['buyAndHoldReturn']?.value, alpha: values['alpha']?.value, beta: values['beta']?.value };
};

/** Slope of the log returns of equity on those of the price. */
function slope(): number {
  const logs = (values: Float64Array) =>
    [1, 2, 3, 4].map((bar) => Math.log((values[bar] as number) / (values[bar - 1] as number)));
  const [x, y] = [logs(PRICES), logs(EQUITY)];
  const [meanX, meanY] = [x, y].map((all) => all.reduce((sum, value) => sum + value, 0) / 4) as [number, number];
  const covariance = x.reduce((sum, value, i) => sum + (value - meanX) * ((y[i] as number) - meanY), 0);
  return covariance / x.reduce((sum, value) => sum + (value - meanX) ** 2, 0);
}

it('is the price, held from the close before the strategy could act', () => {
  const { market, beta, alpha } = measured({ firstTradableBar: 2 });
  expect(market).toBeCloseTo(50 / 40 - 1, 12);
  expect(beta).toBeCloseTo(slope(), 12);
  expect(alpha).toBeCloseTo(0.1 - slope() * 0.25, 12);
});

it('is held from the first close on where there is no warm-up', () => {
  expect(measured({ firstTradableBar: 0 }).market).toBe(0);
});

it('is our own where prices are not known', () => {
  const buyAndHold = Float64Array.of(1_000, 1_000, 1_100, 1_050, 1_200);
  const { closes: _, ...without } = sourceWith(EQUITY, { buyAndHold });
  expect(computeUnder('backtesting.py', without)['buyAndHoldReturn']?.value).toBeCloseTo(0.2, 12);
});
