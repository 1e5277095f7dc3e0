import { expect, test } from 'vitest';
import { groupByDay } from './days.ts';

const NOW = new Date(2026, 10, 23, 12, 30).getTime();
const made = (...date: [number, number, number, number?, number?]) => ({ createdAt: new Date(...date).getTime() });

test.each([
  [made(2026, 10, 23, 0, 0), 'Today'],
  [made(2026, 10, 23, 23, 59), 'Today'],
  [made(2026, 10, 24, 1), 'Today'],
  [made(2026, 10, 22, 23, 59), 'Yesterday'],
  [made(2026, 10, 22, 0, 0), 'Yesterday'],
  [made(2026, 10, 21, 23, 59), 'Saturday'],
  [made(2026, 10, 17, 0, 0), 'Tuesday'],
  [made(2026, 10, 16, 23, 59), '16 Nov'],
  [made(2026, 0, 1), '1 Jan'],
  [made(2025, 11, 31), '31 Dec 2025'],
])('%j is of %s', (item, label) => {
  expect(groupByDay([item], NOW)).toEqual([
    { day: new Date(item.createdAt).setHours(0, 0, 0, 0), label, items: [item] },
  ]);
});

test('items of one day stay together, in their order', () => {
  const items = [made(2026, 10, 23, 9), made(2026, 10, 23, 8), made(2026, 10, 22, 20), made(2026, 10, 20, 3)];
  expect(groupByDay(items, NOW).map(({ label, items: those }) => [label, those.length])).toEqual([
    ['Today', 2],
    ['Yesterday', 1],
    ['Friday', 1],
  ]);
  expect(groupByDay([], NOW)).toEqual([]);
});
