import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sma } from './sma.ts';

const BARS = 1_000_000;

/** A walk in ticks of 0.0001, and the prices made of it. */
function walk(length: number, seed: number, start: number): { ticks: Int32Array; prices: Float64Array } {
  const ticks = new Int32Array(length);
  let state = seed;
  let tick = start;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    tick = Math.max(1_000, tick + ((state >>> 16) % 21) - 10);
    ticks[i] = tick;
  }
  return { ticks, prices: Float64Array.from(ticks, (t) => t / 10_000) };
}

/** Sums of ticks are whole numbers, so these means are exact decimals, rounded once by the division. */
function exactMeans(ticks: Int32Array, period: number): Float64Array {
  const means = new Float64Array(ticks.length).fill(Number.NaN);
  let sum = 0;
  ticks.forEach((tick, i) => {
    sum += tick - (ticks[i - period] ?? 0);
    if (i >= period - 1) means[i] = sum / (period * 10_000);
  });
  return means;
}

test('after a million bars the mean is as exact as after ten: within one unit in the last place', () => {
  const { ticks, prices } = walk(BARS, 7, 12_000);
  for (const period of [10, 30, 200]) {
    const exact = exactMeans(ticks, period);
    let worst = 0;
    sma(prices, period).forEach((mean, i) => {
      if (i < period - 1) return;
      const value = exact[i] as number;
      worst = Math.max(worst, Math.abs(mean - value) / (value * Number.EPSILON));
    });
    expect(worst).toBeLessThanOrEqual(1);
  }
});

// Adding up each window from left to right breaks two thirds of the ties. The few that break here break with exact
// sums too: the prices themselves are decimals rounded to binary.
test('two averages compare as their exact decimals do, on more than nine ties out of ten', () => {
  const { ticks, prices } = walk(BARS, 11, 12_000);
  const [fast, slow] = [sma(prices, 10), sma(prices, 30)];
  const [exactFast, exactSlow] = [exactMeans(ticks, 10), exactMeans(ticks, 30)];
  let ties = 0;
  let differences = 0;
  for (let i = 29; i < BARS; i++) {
    const order = Math.sign((exactFast[i] as number) - (exactSlow[i] as number));
    if (order === 0) ties++;
    if (Math.sign((fast[i] as number) - (slow[i] as number)) !== order) differences++;
  }
  expect(ties).toBeGreaterThan(500);
  expect(differences).toBeLessThan(ties / 10);
});

test('the mean of equal prices is that price', () => {
  const price = fc.integer({ min: 1, max: 10_000_000 }).map((tick) => tick / 10_000);
  fc.assert(
    fc.property(price, fc.integer({ min: 1, max: 300 }), (value, period) => {
      const means = sma(new Float64Array(period + 100).fill(value), period);
      expect(means.subarray(period - 1).every((mean) => mean === value)).toBe(true);
    }),
  );
});

test('the error bound holds on values of any size and sign', () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { maxLength: 300, size: 'max' }), fc.integer({ min: 1, max: 70 }), (values, period) => {
      const means = sma(Float64Array.from(values), period);
      const range = values.length > 0 ? Math.max(...values) - Math.min(...values) : 0;
      means.forEach((mean, i) => {
        if (i < period - 1) {
          expect(mean).toBeNaN();
          return;
        }
        const window = values.slice(i - period + 1, i + 1);
        const naive = window.reduce((sum, x) => sum + x, 0) / period;
        const magnitude = Math.max(...window.map(Math.abs));
        const bound = 2 * Math.max(64, 4 * period) * Number.EPSILON * range + (period + 1) * Number.EPSILON * magnitude;
        expect(Math.abs(mean - naive)).toBeLessThanOrEqual(bound);
      });
    }),
  );
});
