import { expect, it } from 'vitest';
import { normals } from '../overfitting/trial-returns.fixture.ts';
import { automaticBlockLength } from './automatic-block-length.ts';

/** x = memory · x before + noise. */
function autoregressive(memory: number, periods: number, seed: number): Float64Array {
  const next = normals(seed);
  const values = new Float64Array(periods);
  let value = 0;
  for (let t = 0; t < periods; t++) {
    value = memory * value + next();
    values[t] = value;
  }
  return values;
}

it('is what theory says for a memory that fades', () => {
  for (const memory of [0.5, 0.8]) {
    const theory = ((2 * memory) / (1 - memory ** 2)) ** (2 / 3) * 20_000 ** (1 / 3);
    const found = automaticBlockLength(autoregressive(memory, 20_000, 4));
    expect(found / theory).toBeGreaterThan(0.8);
    expect(found / theory).toBeLessThan(1.25);
  }
});

it('is short without memory', () => {
  expect(automaticBlockLength(autoregressive(0, 5_000, 4))).toBeLessThan(6);
  expect(automaticBlockLength(new Float64Array(100))).toBe(1);
});

it('stays a small part of the series', () => {
  expect(automaticBlockLength(autoregressive(0.99, 300, 4))).toBeLessThanOrEqual(52);
  expect(automaticBlockLength(Float64Array.of(1, 2, 3, 4, 5, 6))).toBeLessThanOrEqual(2);
});
