import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Axis, Levels } from '#shared/domain/search-space.ts';
import type { Place, Search, Trial } from './search.ts';
import { SEARCHES, type SearchMethod } from './searches.ts';

const METHODS = Object.keys(SEARCHES) as SearchMethod[];
const range = (name: string, max: number): Axis => ({ kind: 'range', name, min: 0, max, step: 1 });
const plane = new Levels({ axes: [range('x', 99), range('y', 99)], constraints: [] });

/** Asks and answers until the search is over. */
function tried(search: Search, scoresOf: (place: Place) => readonly number[], batch = 10): Trial[] {
  const trials: Trial[] = [];
  for (let places = search.propose(batch); places.length > 0; places = search.propose(batch)) {
    expect(places.length).toBeLessThanOrEqual(batch);
    const told = places.map((place) => ({ place, scores: scoresOf(place) }));
    search.tell(told);
    trials.push(...told);
  }
  return trials;
}

/** A hill with its top at (70, 20). */
const hill = ([x = 0, y = 0]: Place) => [-((x - 70) ** 2) - (y - 20) ** 2];
const best = (trials: readonly Trial[]) => Math.max(...trials.map(({ scores: [score = Number.NaN] }) => score));

describe.each(METHODS)('%s', (method) => {
  it('tries places of the space, each once, as many as it may, and is the same for the same seed', () => {
    const spaces = fc.record({
      sizes: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 }),
      budget: fc.integer({ min: 1, max: 60 }),
      batch: fc.integer({ min: 1, max: 13 }),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(spaces, ({ sizes, budget, batch, seed }) => {
        const levels = new Levels({ axes: sizes.map((max, k) => range(`p${k}`, max)), constraints: [] });
        const score = (place: Place) => [place[0] === 0 ? Number.NaN : place.reduce((sum, level) => sum + level, 0)];
        const trials = tried(SEARCHES[method]({ levels, budget, seed }), score, batch);
        const numbers = trials.map(({ place }) => levels.indexOf(place));
        expect(new Set(numbers).size).toBe(numbers.length);
        for (const number of numbers) expect(number >= 0 && number < levels.size).toBe(true);
        expect(trials.length).toBe(Math.min(budget, levels.size));
        expect(tried(SEARCHES[method]({ levels, budget, seed }), score, batch)).toEqual(trials);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps to constraints', () => {
    const levels = new Levels({
      axes: [range('fast', 5), range('slow', 5)],
      constraints: [{ left: 'fast', sign: '<', right: 'slow' }],
    });
    const trials = tried(SEARCHES[method]({ levels, budget: 100, seed: 1 }), ([x = 0]) => [x]);
    expect(trials.map(({ place }) => levels.indexOf(place)).sort((a, b) => a - b)).toEqual(
      [...new Array(36).keys()].filter((index) => levels.allows(levels.placeOf(index))),
    );
  });
});

describe('learning', () => {
  it('beats chance', () => {
    const mean = (method: SearchMethod) => {
      const results = Array.from({ length: 10 }, (_, seed) =>
        best(tried(SEARCHES[method]({ levels: plane, budget: 200, seed }), hill)),
      );
      return results.reduce((sum, result) => sum + result, 0) / results.length;
    };
    const chance = mean('random');
    expect(mean('tpe')).toBeGreaterThan(chance / 3);
    expect(mean('genetic')).toBeGreaterThan(chance / 3);
  });

  it('finds the trade-off of two objectives', () => {
    const scores = ([x = 0, y = 0]: Place) => [x - Math.abs(y - 50), 99 - x - Math.abs(y - 50)];
    const trials = tried(SEARCHES.genetic({ levels: plane, budget: 600, seed: 4 }), scores);
    const onFront = new Set(trials.filter(({ place }) => place[1] === 50).map(({ place: [x] }) => x));
    expect(onFront.size).toBeGreaterThan(40);
    expect(Math.min(...(onFront as Set<number>))).toBeLessThan(15);
    expect(Math.max(...(onFront as Set<number>))).toBeGreaterThan(85);
  });
});

describe('a Latin hypercube', () => {
  it('has one place in each part of every axis', () => {
    const trials = tried(SEARCHES['latin-hypercube']({ levels: plane, budget: 20, seed: 3 }), hill);
    for (const axis of [0, 1]) {
      const parts = trials.map(({ place }) => Math.floor((place[axis] ?? 0) / 5)).sort((a, b) => a - b);
      expect(parts).toEqual([...new Array(20).keys()]);
    }
  });
});

it('a grid goes along its last axis first', () => {
  const places = SEARCHES.grid({ levels: plane, budget: 3 }).propose(10);
  expect(places).toEqual([
    [0, 0],
    [0, 1],
    [0, 2],
  ]);
});
