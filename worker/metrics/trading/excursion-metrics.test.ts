import { describe, expect, it } from 'vitest';
import type { Excursions } from '../excursions.ts';
import { inputTrading, inputWith, tradesWith } from '../source.fixture.ts';
import { averageMae } from './average-mae.ts';
import { averageMfe } from './average-mfe.ts';
import { edgeRatio } from './edge-ratio.ts';
import { maxMae } from './max-mae.ts';
import { maxMfe } from './max-mfe.ts';

function inputOpening(...fractions: readonly (readonly [favourable: number, adverse: number])[]) {
  const favourableFraction = Float64Array.from(fractions, ([favourable]) => favourable);
  const adverseFraction = Float64Array.from(fractions, ([, adverse]) => adverse);
  const excursions: Excursions = {
    favourable: favourableFraction.map((value) => value * 1_000),
    adverse: adverseFraction.map((value) => value * 1_000),
    favourableFraction,
    adverseFraction,
  };
  return inputWith(Float64Array.of(1, 1), { trades: tradesWith(fractions.map(() => 1)), excursions });
}

describe('excursion metrics', () => {
  const three = inputOpening([0.25, -0.125], [0.5, 0], [0, -0.5]);

  it('average the worst and the best moments of trades', () => {
    expect(averageMae.compute(three)).toBeCloseTo(-0.625 / 3, 12);
    expect(averageMfe.compute(three)).toBeCloseTo(0.25, 12);
  });

  it('find the worst and the best of all', () => {
    expect(maxMae.compute(three)).toBe(-0.5);
    expect(maxMfe.compute(three)).toBe(0.5);
  });

  it('divide the one by the other', () => {
    expect(edgeRatio.compute(three)).toBeCloseTo(0.75 / 0.625, 12);
  });

  it('are zero on the side to which no trade went', () => {
    const winners = inputOpening([0.25, 0]);
    expect([averageMae, maxMae].map((metric) => metric.compute(winners) + 0)).toEqual([0, 0]);
    expect(edgeRatio.compute(winners)).toBeNaN();
    const losers = inputOpening([0, -0.25]);
    expect([averageMfe, maxMfe, edgeRatio].map((metric) => metric.compute(losers))).toEqual([0, 0, 0]);
  });

  it.each([averageMae, averageMfe, maxMae, maxMfe, edgeRatio])('$id is undefined where nothing is known', (metric) => {
    expect(metric.compute(inputTrading([]))).toBeNaN();
    expect(metric.compute(inputTrading([5, -3]))).toBeNaN();
  });
});
