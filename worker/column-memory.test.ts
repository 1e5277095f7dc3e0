import { beforeEach, expect, test } from 'vitest';
import { columnMemory } from './column-memory.ts';

beforeEach(() => {
  columnMemory.recycle();
  columnMemory.recycle();
});

test('gives no memory twice within a task', () => {
  const columns = new Set(Array.from({ length: 5 }, () => columnMemory.take(8)));
  expect(columns.size).toBe(5);
});

test('gives what a task took to the next one, by length', () => {
  const [a, b] = [columnMemory.take(8), columnMemory.take(9)];
  columnMemory.recycle();
  expect(columnMemory.take(9)).toBe(b);
  expect(columnMemory.take(8)).toBe(a);
  expect(columnMemory.take(8)).not.toBe(a);
});

test('hands out zeros where zeros are asked for', () => {
  columnMemory.take(4).fill(7);
  columnMemory.recycle();
  expect([...columnMemory.takeZeros(4)]).toEqual([0, 0, 0, 0]);
});

test('leaves alone what is kept, until a task after it was given back', () => {
  const kept = columnMemory.take(8);
  columnMemory.keep(kept);
  columnMemory.recycle();
  expect(columnMemory.take(8)).not.toBe(kept);
  columnMemory.giveBack(kept);
  expect(columnMemory.take(8)).not.toBe(kept);
  columnMemory.recycle();
  const next = [columnMemory.take(8), columnMemory.take(8), columnMemory.take(8)];
  expect(next).toContain(kept);
});

test('lets go of what a whole task had no use for', () => {
  const idle = columnMemory.take(8);
  columnMemory.recycle();
  columnMemory.recycle();
  expect(columnMemory.take(8)).not.toBe(idle);
});
