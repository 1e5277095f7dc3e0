import { describe, expect, it } from 'vitest';
import { inputWith } from '../source.fixture.ts';
import { finalEquity } from './final-equity.ts';

describe('final equity', () => {
  it('is the last one', () => {
    expect(finalEquity.compute(inputWith(Float64Array.of(100, 90, 130)))).toBe(130);
  });

  it('is undefined without bars', () => {
    expect(finalEquity.compute(inputWith(Float64Array.of(), { initialCash: 100 }))).toBeNaN();
  });
});
