import { expect, test } from 'vitest';
import { dragged, stepped } from './split.ts';

const first = { min: 100, max: 400, grows: 1 } as const;
const second = { min: 100, max: 400, grows: -1 } as const;

test.each([
  ['ArrowRight', false, first, 208],
  ['ArrowLeft', false, first, 192],
  ['ArrowLeft', true, first, 136],
  ['ArrowRight', false, second, 192],
  ['Home', false, first, 100],
  ['End', false, first, 400],
  ['Home', false, second, 400],
  ['End', false, second, 100],
  ['ArrowUp', false, first, null],
  ['a', false, first, null],
] as const)('%s, large %s', (key, isLarge, limits, size) => {
  expect(stepped(key, isLarge, 'row', 200, limits)).toBe(size);
});

test('one above the other', () => {
  expect(stepped('ArrowDown', false, 'column', 200, first)).toBe(208);
  expect(stepped('ArrowUp', false, 'column', 200, first)).toBe(192);
  expect(stepped('ArrowRight', false, 'column', 200, first)).toBeNull();
});

test('stays within its limits', () => {
  expect(stepped('ArrowRight', true, 'row', 390, first)).toBe(400);
  expect(stepped('ArrowLeft', true, 'row', 110, first)).toBe(100);
  expect(dragged({ pointer: 10, size: 200 }, 1_000, first)).toBe(400);
});

test('follows the pointer', () => {
  expect(dragged({ pointer: 10, size: 200 }, 30.4, first)).toBe(220);
  expect(dragged({ pointer: 10, size: 200 }, 30, second)).toBe(180);
});
