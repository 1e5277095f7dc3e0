import { expect, test } from 'vitest';
import { sameParams } from './same-params.ts';

test.each([
  [{}, {}, true],
  [{ fast: 1, slow: 2 }, { slow: 2, fast: 1 }, true],
  [{ fast: 1 }, { fast: 2 }, false],
  [{ fast: 1 }, { fast: 1, slow: 2 }, false],
  [{ fast: 1, slow: 2 }, { fast: 1 }, false],
  [{ fast: 1 }, { slow: 1 }, false],
  [{ shorts: false }, { shorts: 0 }, false],
])('%j and %j: %s', (a, b, expected) => {
  expect(sameParams(a, b)).toBe(expected);
});
