import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../../engine/random.ts';
import { resampled, shuffled, withSkips } from './draws.ts';
import { type MonteCarloTerms, monteCarlo } from './monte-carlo.ts';

const terms: MonteCarloTerms = { paths: 200, seed: 1, points: 4, quantiles: [0.05, 0.5, 0.95], ruin: 0.5 };
const steps = Float64Array.of(0.1, -0.2, 0.05, 0.3, -0.1, 0.02, -0.04, 0.07);
const drawn = (draw: ReturnType<typeof shuffled>, length: number, seed = 5) => {
  const into = new Float64Array(length);
  draw(into, mulberry32(seed));
  return into;
};

describe('other histories', () => {
  it('that are shuffled hold the same steps', () => {
    const history = drawn(shuffled(steps), 8);
    expect(history.toSorted()).toEqual(steps.toSorted());
    expect(history).not.toEqual(steps);
  });

  it('that are shuffled come in every order as often', () => {
    const draw = shuffled(Float64Array.of(1, 2, 3));
    const random = mulberry32(11);
    const counts = new Map<string, number>();
    const into = new Float64Array(3);
    for (let round = 0; round < 6_000; round++) {
      draw(into, random);
      counts.set(into.join(), (counts.get(into.join()) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(120);
  });

  it('that are resampled hold no other steps', () => {
    for (const value of drawn(resampled(steps, 3), 8)) expect(steps).toContain(value);
  });

  it('that skip leave out as many steps as they should', () => {
    const history = drawn(withSkips(new Float64Array(10_000).fill(0.1), 0.2), 10_000);
    const skipped = history.filter((value) => value === 0).length;
    expect(skipped / 10_000).toBeCloseTo(0.2, 1);
    expect(drawn(withSkips(steps, 0), 8)).toEqual(steps);
  });
});

describe('Monte Carlo', () => {
  it('ends where it did when only the order changes, having fallen further or less', () => {
    const { finals, drawdowns } = monteCarlo(shuffled(steps), 8, terms);
    const end = steps.reduce((equity, step) => equity * (1 + step), 1);
    expect(finals[0]).toBeCloseTo(end, 12);
    expect(finals.at(-1)).toBeCloseTo(end, 12);
    expect(drawdowns[0]).toBeLessThan(-0.25);
    expect(drawdowns.at(-1)).toBeCloseTo(-0.2, 12);
  });

  it('draws the fan at its points', () => {
    const sure = monteCarlo(withSkips(Float64Array.of(0.1, 0.1, 0.1, 0.1, 0.1), 0), 5, { ...terms, points: 2 });
    expect(sure.steps).toEqual([0, 3, 5]);
    for (const line of sure.fan) {
      expect(line[0]).toBe(1);
      expect(line[1]).toBeCloseTo(1.331, 12);
      expect(line[2]).toBeCloseTo(1.61051, 12);
    }
  });

  it('has lines that lie above one another, within what was drawn', () => {
    const values = fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, (list) => {
        const { fan, finals, drawdowns, ruined } = monteCarlo(resampled(Float64Array.from(list), 2), list.length, {
          ...terms,
          paths: 40,
        });
        fan.slice(1).forEach((line, place) => {
          for (const [point, value] of line.entries()) expect(value).toBeGreaterThanOrEqual(fan[place]?.[point] ?? 0);
        });
        expect(finals).toContain(fan[1]?.at(-1));
        expect(ruined).toBeGreaterThanOrEqual(finals.filter((final) => final <= 0.5).length / 40);
        for (const deepest of drawdowns) expect(deepest >= -1 && deepest <= 0).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('counts ruin on the way, and ends at nothing', () => {
    const rise = monteCarlo(withSkips(Float64Array.of(-0.6, 2), 0), 2, terms);
    expect(rise.ruined).toBe(1);
    expect(rise.finals[0]).toBeCloseTo(1.2, 12);
    const gone = monteCarlo(withSkips(Float64Array.of(-1.5, 2), 0), 2, terms);
    expect(gone.finals[0]).toBe(0);
    expect(gone.drawdowns[0]).toBe(-1);
  });

  it('is the same for the same seed', () => {
    expect(monteCarlo(resampled(steps, 2), 8, terms)).toEqual(monteCarlo(resampled(steps, 2), 8, terms));
    expect(monteCarlo(resampled(steps, 2), 8, { ...terms, seed: 2 })).not.toEqual(
      monteCarlo(resampled(steps, 2), 8, terms),
    );
  });

  it('refuses nothing', () => {
    expect(() => monteCarlo(shuffled(steps), 0, terms)).toThrow('a step, a path and a point');
    expect(() => monteCarlo(shuffled(steps), 8, { ...terms, paths: 0 })).toThrow('a step, a path and a point');
  });
});
