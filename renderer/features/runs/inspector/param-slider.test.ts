import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedParams, paramValues, sliderRange } from './param-slider.ts';

test.each([
  [{ min: 2, max: 100 }, 10, { min: 2, max: 100, step: 1 }],
  [{ min: 2, max: 100, step: 7 }, 10, { min: 2, max: 100, step: 7 }],
  [{ min: 2, max: 100 }, 120, { min: 2, max: 120, step: 1 }],
  [{ min: 2, max: 100 }, 1, { min: 1, max: 100, step: 1 }],
  [{}, 10, { min: 0, max: 50, step: 1 }],
  [{ min: 3, max: 3 }, 3, { min: 3, max: 4, step: 1 }],
])('an int of 10 with %j at %d', (bounds, value, range) => {
  expect(sliderRange({ name: 'n', kind: 'int', default: 10, ...bounds }, value)).toEqual(range);
});

test.each([
  [{ min: 0.5, max: 5, step: 0.1 }, 2, { min: 0.5, max: 5, step: 0.1 }],
  [{ min: 0, max: 1 }, 2, { min: 0, max: 2, step: 0.01 }],
  [{ min: 0, max: 10 }, 2, { min: 0, max: 10, step: 0.05 }],
  [{ max: 1 }, -2, { min: -10, max: 1, step: 0.05 }],
])('a number of −2 with %j at %d', (bounds, value, range) => {
  expect(sliderRange({ name: 'x', kind: 'number', default: -2, ...bounds }, value)).toEqual(range);
});

test('without bounds a default of nothing still has a slider', () => {
  expect(sliderRange({ name: 'x', kind: 'number', default: 0 }, 0)).toEqual({ min: 0, max: 2, step: 0.01 });
  expect(sliderRange({ name: 'x', kind: 'int', default: 0 }, 0)).toEqual({ min: 0, max: 20, step: 1 });
});

test('every value has its place on its slider', () => {
  const number = fc.double({ noNaN: true, min: -1e6, max: 1e6 });
  fc.assert(
    fc.property(number, number, fc.option(number, { nil: undefined }), (usual, value, min) => {
      const declared = { name: 'x', kind: 'number', default: usual } as const;
      const range = sliderRange(min === undefined ? declared : { ...declared, min }, value);
      expect(range.min).toBeLessThanOrEqual(value);
      expect(range.max).toBeGreaterThanOrEqual(value);
      expect(range.max).toBeGreaterThan(range.min);
      expect(range.step).toBeGreaterThan(0);
    }),
  );
});

const DECLARED = [
  { name: 'fast', kind: 'int', default: 10 },
  { name: 'shorts', kind: 'bool', default: false },
] as const;

test('a run says what its parameters are, the strategy says which there are', () => {
  expect(paramValues(DECLARED, { fast: 12, gone: 3 })).toEqual({ fast: 12, shorts: false });
});

test('only what differs from the defaults is asked for', () => {
  expect(changedParams(DECLARED, { fast: 12, shorts: false, gone: 3 })).toEqual({ fast: 12 });
  expect(changedParams(DECLARED, { fast: 10, shorts: true })).toEqual({ shorts: true });
});
