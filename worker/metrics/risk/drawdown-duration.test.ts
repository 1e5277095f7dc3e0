import { describe, expect, it } from 'vitest';
import { inputWith } from '../source.fixture.ts';
import { averageDrawdownDuration, maxDrawdownDuration } from './drawdown-duration.ts';

describe('drawdown duration', () => {
  const DAY = 86_400_000;
  const time = Float64Array.of(0, 1, 2, 3, 4, 6).map((day) => day * DAY);
  const input = inputWith(Float64Array.of(100, 90, 100, 110, 60, 100), { time });

  it('is in calendar days, to the end of the data where there is no recovery', () => {
    expect(maxDrawdownDuration.compute(input)).toBe(3);
    expect(averageDrawdownDuration.compute(input)).toBe(2.5);
  });

  it('is 0, and on average undefined, for a curve that never falls', () => {
    const rising = inputWith(Float64Array.of(100, 101));
    expect(maxDrawdownDuration.compute(rising)).toBe(0);
    expect(averageDrawdownDuration.compute(rising)).toBeNaN();
  });

  it('is undefined without bars', () => {
    expect(maxDrawdownDuration.compute(inputWith(Float64Array.of(), { initialCash: 1 }))).toBeNaN();
  });
});
