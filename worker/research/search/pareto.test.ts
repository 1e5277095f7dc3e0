import { describe, expect, it } from 'vitest';
import { crowdingDistances, dominates, paretoFronts } from './pareto.ts';

describe('domination', () => {
  it('takes something better and nothing worse', () => {
    expect(dominates([1, 2], [1, 1])).toBe(true);
    expect(dominates([1, 1], [1, 1])).toBe(false);
    expect(dominates([2, 0], [1, 1])).toBe(false);
    expect(dominates([0, 0], [Number.NaN, 0])).toBe(true);
    expect(dominates([Number.NaN, 0], [0, 0])).toBe(false);
  });
});

describe('fronts', () => {
  it('lie behind one another', () => {
    const scores = [
      [1, 1],
      [3, 1],
      [1, 3],
      [2, 2],
      [0, 0],
      [2, 1],
    ];
    expect(paretoFronts(scores)).toEqual([[1, 2, 3], [5], [0], [4]]);
    expect(paretoFronts([])).toEqual([]);
  });
});

describe('crowding', () => {
  it('is the way between the neighbours, by the range of each objective', () => {
    const front = [
      [0, 100],
      [4, 10],
      [1, 40],
      [2, 20],
    ];
    expect(crowdingDistances(front)).toEqual([
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      2 / 4 + 80 / 90,
      3 / 4 + 30 / 90,
    ]);
  });

  it('is none where all are alike', () => {
    expect(crowdingDistances([[1], [1], [1]])[1]).toBe(0);
  });
});
