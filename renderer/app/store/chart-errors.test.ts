import { expect, test } from 'vitest';
import { INTERNAL_ERROR } from '#shared/contract/errors.ts';
import { withoutError } from './chart-errors.ts';

test('an error stands until the part that had it is answered', () => {
  const failed = { overview: INTERNAL_ERROR };
  expect(withoutError(failed, 'plot')).toBe(failed);
  expect(withoutError({ ...failed, plot: INTERNAL_ERROR }, 'plot')).toEqual(failed);
  expect(withoutError(failed, 'overview')).toEqual({});
});
