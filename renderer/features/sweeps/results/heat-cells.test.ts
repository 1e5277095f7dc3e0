import { expect, test } from 'vitest';
import { type Axis, Levels } from '#shared/domain/search-space.ts';
import { cellOf, firstView, heatCells } from './heat-cells.ts';

const range = (name: string, max: number): Axis => ({ kind: 'range', name, min: 0, max, step: 1 });
const cube = new Levels({ axes: [range('x', 1), range('y', 2), range('z', 1)], constraints: [] });
const places = Float64Array.from({ length: cube.size }, (_, index) => index);
/** 100·x + 10·y + z. */
const scores = places.map((index) => cube.placeOf(index).reduce((sum, level) => sum * 10 + level, 0));

test('the best of the other axes is shown, row by row', () => {
  const best = heatCells(cube, firstView(cube), places, scores, 'maximum');
  expect(best.columns).toEqual(['0', '1']);
  expect(best.rows).toEqual(['0', '1', '2']);
  expect([...best.values]).toEqual([1, 101, 11, 111, 21, 121]);
  expect([...best.results].map((result) => scores[result])).toEqual([...best.values]);
  const least = heatCells(cube, firstView(cube), places, scores, 'minimum');
  expect([...least.values]).toEqual([0, 100, 10, 110, 20, 120]);
});

test('a slice shows one level of an axis; a level of an axis that is shown fixes nothing', () => {
  const slice = heatCells(cube, { x: 2, y: 0, fixed: [1, 2, null] }, places, scores, 'maximum');
  expect([...slice.values]).toEqual([20, 21, 120, 121]);
});

test('what failed gives way to what came to something, whichever came first', () => {
  const view = firstView(cube);
  const both = Float64Array.of(0, 1);
  for (const pair of [
    [Number.NaN, -5],
    [-5, Number.NaN],
  ]) {
    expect(heatCells(cube, view, both, Float64Array.from(pair), 'maximum').values[0]).toBe(-5);
  }
  const failed = heatCells(cube, view, Float64Array.of(0), Float64Array.of(Number.NaN), 'maximum');
  expect([failed.results[0], failed.results[1]]).toEqual([0, -1]);
});

test('one axis makes one row', () => {
  const line = new Levels({ axes: [range('x', 2)], constraints: [] });
  const cells = heatCells(line, firstView(line), Float64Array.of(2), Float64Array.of(7), 'maximum');
  expect(cells.rows).toEqual(['']);
  expect([...cells.values]).toEqual([Number.NaN, Number.NaN, 7]);
});

test('neighbouring levels share a cell where there are too many', () => {
  const long = new Levels({ axes: [range('x', 399), range('y', 1)], constraints: [] });
  const view = firstView(long);
  expect(cellOf(long, view, [399, 1])).toBe(399);
  const cells = heatCells(long, view, Float64Array.of(long.indexOf([3, 0])), Float64Array.of(1), 'maximum');
  expect(cells.columns.slice(0, 3)).toEqual(['0', '2', '4']);
  expect(cells.values[1]).toBe(1);
});
