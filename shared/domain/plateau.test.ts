import { describe, expect, it } from 'vitest';
import { plateauCentre, plateaus } from './plateau.ts';
import { type Axis, Levels } from './search-space.ts';

const range = (name: string, max: number): Axis => ({ kind: 'range', name, min: 0, max, step: 1 });
const square = new Levels({ axes: [range('x', 9), range('y', 9)], constraints: [] });
const everyPlace = [...new Array(square.size).keys()].map((index) => square.placeOf(index));

describe('a plateau', () => {
  it('is preferred to a lonely peak', () => {
    const scores = Float64Array.from(everyPlace, ([x = 0, y = 0]) => {
      if (x === 2 && y === 2) return 9;
      return Math.abs(x - 6) <= 1 && Math.abs(y - 7) <= 1 ? 3 : 0;
    });
    const centre = plateauCentre(plateaus(square, everyPlace, scores));
    expect(everyPlace[centre?.tried ?? -1]).toEqual([6, 7]);
    expect(centre).toMatchObject({ median: 3, worst: 3, neighbours: 8, possible: 8 });
  });

  it('ends at the edge and at constraints', () => {
    const [corner] = plateaus(square, everyPlace, new Float64Array(100));
    expect(corner).toMatchObject({ neighbours: 3, possible: 3 });
    const triangle = new Levels({
      axes: [range('x', 9), range('y', 9)],
      constraints: [{ left: 'x', sign: '<', right: 'y' }],
    });
    expect(plateaus(triangle, [[4, 5]], Float64Array.of(1))[0]).toMatchObject({ neighbours: 0, possible: 5 });
  });

  it('isn’t seen where too few neighbours were tried', () => {
    const lonely = plateaus(
      square,
      [
        [5, 5],
        [0, 0],
      ],
      Float64Array.of(9, 1),
    );
    expect(plateauCentre(lonely)).toBeUndefined();
  });

  it('takes what came to nothing as the worst', () => {
    const near = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ];
    const [corner] = plateaus(square, near, Float64Array.of(5, Number.NaN, -2, 4));
    expect(corner).toMatchObject({ median: 1, worst: -2 });
  });

  it('has no neighbours along what has no order', () => {
    const levels = new Levels({
      axes: [range('x', 2), { kind: 'values', name: 'ma', values: ['sma', 'ema'] }],
      constraints: [],
    });
    const all = [...new Array(6).keys()].map((index) => levels.placeOf(index));
    const scores = Float64Array.from(all, ([, kind]) => (kind === 0 ? 1 : 100));
    expect(plateaus(levels, all, scores).map(({ median }) => median)).toEqual([1, 100, 1, 100, 1, 100]);
  });
});
