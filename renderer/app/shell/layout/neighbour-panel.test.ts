import { expect, test } from 'vitest';
import { neighbourPanel } from './neighbour-panel.ts';

test.each([
  [0, 1, 1],
  [2, 1, 0],
  [1, -1, 0],
  [0, -1, 2],
  [-1, 1, 0],
  [-1, -1, 2],
] as const)('from panel %i of three, a step of %i leads to panel %i', (current, step, expected) => {
  expect(neighbourPanel(current, step, 3)).toBe(expected);
});
