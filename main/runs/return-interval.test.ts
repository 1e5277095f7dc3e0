import { expect, test } from 'vitest';
import { returnInterval } from './return-interval.ts';

test('goes from the result as it is to the best that ambiguous bars allow', () => {
  expect(returnInterval({ ambiguity: { pessimistic: 900, optimistic: 1_250 } }, 1_000)).toEqual({
    least: expect.closeTo(-0.1, 12),
    most: 0.25,
  });
});

test('is none where both are the same', () => {
  expect(returnInterval({ ambiguity: { pessimistic: 900, optimistic: 900 } }, 1_000)).toBeNull();
});
