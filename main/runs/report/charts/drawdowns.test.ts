import { expect, test } from 'vitest';
import { drawdowns } from './drawdowns.ts';

test('is zero at a peak and the loss since the peak elsewhere', () => {
  expect([...drawdowns(Float64Array.of(100, 80, 90, 110, 55))]).toEqual([0, 80 / 100 - 1, 90 / 100 - 1, 0, -0.5]);
});
