import { expect, test } from 'vitest';
import { Levels } from '#shared/domain/search-space.ts';
import { plateauOf } from './plateau-of.ts';

const line = (max: number) =>
  new Levels({ axes: [{ kind: 'range', name: 'x', min: 0, max, step: 1 }], constraints: [] });
/** In the order in which they came: the last place first. */
const places = Float64Array.of(6, 5, 4, 3, 2, 1, 0);
const values = Float64Array.of(0, 5, 0, 0, 3, 4, 2);

test('a plateau is preferred to a peak, whichever way is better', () => {
  expect(plateauOf(line(6), places, values, 'maximum')).toEqual({ place: 1, value: 4, median: 3, worst: 2 });
  const turned = values.map((value) => -value);
  expect(plateauOf(line(6), places, turned, 'minimum')).toEqual({ place: 1, value: -4, median: -3, worst: -2 });
});

test('there is none where nothing was found, or too much to look at', () => {
  const nothing = new Float64Array(7).fill(Number.NaN);
  expect(plateauOf(line(6), places, nothing, 'maximum')).toBeNull();
  expect(plateauOf(line(6), new Float64Array(0), new Float64Array(0), 'maximum')).toBeNull();
  const many = new Float64Array(20_001);
  expect(plateauOf(line(6), many, many, 'maximum')).toBeNull();
});
