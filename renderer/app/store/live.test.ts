import { expect, test } from 'vitest';
import { connectionAfter } from './live.ts';

test('a window that the host no longer knows is locked out; any other end is a lost connection', () => {
  expect(connectionAfter(Object.assign(new Error('Unauthorized'), { status: 401 }))).toBe('locked');
  expect(connectionAfter(Object.assign(new Error('Broken'), { status: 500 }))).toBe('lost');
  expect(connectionAfter(new TypeError('Failed to fetch'))).toBe('lost');
  expect(connectionAfter(null)).toBe('lost');
});
