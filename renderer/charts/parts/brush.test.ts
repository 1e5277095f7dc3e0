import { expect, test } from 'vitest';
import { gripAt } from './brush.ts';

test.each([
  [94, 'from'],
  [100, 'from'],
  [106, 'from'],
  [107, 'middle'],
  [150, 'middle'],
  [194, 'to'],
  [206, 'to'],
  [207, null],
  [93, null],
])('a pointer at %d grips %s of a brush from 100 to 200', (x, grip) => {
  expect(gripAt(x, 100, 200)).toBe(grip);
});

test('a narrow brush is gripped by the nearer edge', () => {
  expect(gripAt(101, 100, 103)).toBe('from');
  expect(gripAt(102, 100, 103)).toBe('to');
});
