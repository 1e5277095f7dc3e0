import { expect, test } from 'vitest';
import { usualHeight } from './usual-height.ts';

test.each([
  [1440, 0.5, 346],
  [1000, 0.5, 240],
  [720, 0.5, 140],
  [720, 0.4, 112],
  [400, 0.5, 80],
])('in a window %d px high, with a share of %d, a part has %d px', (window, share, height) => {
  expect(usualHeight(window, share)).toBe(height);
});
