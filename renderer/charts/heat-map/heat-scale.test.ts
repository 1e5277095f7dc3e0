import { expect, test } from 'vitest';
import { heatScale, heatStops, positionOn } from './heat-scale.ts';

test.each([
  [[-1, Number.NaN, 3], { kind: 'diverging', min: -3, max: 3 }],
  [[-4, 3], { kind: 'diverging', min: -4, max: 4 }],
  [[2, 5, Number.POSITIVE_INFINITY], { kind: 'sequential', min: 2, max: 5 }],
  [[-2, 0], { kind: 'sequential', min: -2, max: 0 }],
  [[0, 2], { kind: 'sequential', min: 0, max: 2 }],
  [[Number.NaN], null],
])('%o', (values, scale) => {
  expect(heatScale(Float64Array.from(values))).toEqual(scale);
});

test('zero lies in the middle of a diverging scale', () => {
  const scale = { kind: 'diverging', min: -3, max: 3 } as const;
  expect([-3, 0, 3, 9, -9].map((value) => positionOn(scale, value))).toEqual([0, 0.5, 1, 1, 0]);
});

test('values that are all alike are the best there are', () => {
  expect(positionOn({ kind: 'sequential', min: 2, max: 2 }, 2)).toBe(1);
});

test('a scale on both sides of zero has two colours', () => {
  const colours = { raised: 'r', up: 'u', down: 'd', accent: 'a' };
  expect(heatStops({ kind: 'diverging', min: -1, max: 1 }, colours)).toEqual(['d', 'r', 'u']);
  expect(heatStops({ kind: 'sequential', min: 0, max: 1 }, colours)).toEqual(['r', 'a']);
});
