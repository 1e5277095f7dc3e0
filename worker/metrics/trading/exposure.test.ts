import { describe, expect, it } from 'vitest';
import { inputWith } from '../source.fixture.ts';
import { exposure } from './exposure.ts';

describe('exposure', () => {
  const equity = new Float64Array(10).fill(100);

  it('leaves warm-up out', () => {
    expect(exposure.compute(inputWith(equity, { barsInMarket: 3, firstTradableBar: 4 }))).toBe(0.5);
  });

  it('is undefined when warm-up took all bars', () => {
    expect(exposure.compute(inputWith(equity, { firstTradableBar: 10 }))).toBeNaN();
  });
});
