import { expect, test } from 'vitest';
import { chartLines } from './chart-lines.ts';

test('lines keep their order and their panes; those on the prices read like prices', () => {
  expect(
    chartLines(
      [
        { name: 'fast', pane: null, min: 90, max: 110 },
        { name: 'rsi', pane: 'rsi', min: 3, max: 99 },
      ],
      3,
    ),
  ).toEqual([
    { id: 'line 0', name: 'fast', decimals: 3 },
    { id: 'line 1', name: 'rsi', pane: 'rsi', decimals: 2 },
  ]);
});

test.each([
  [-0.004, 0.001, 6],
  [-1e-9, 1e-9, 8],
  [0, 0, 0],
  [null, null, 0],
  [-1, 1, 3],
  [0, 100, 1],
  [-250_000, 10, 0],
])('values from %s to %s have %i decimals', (min, max, decimals) => {
  expect(chartLines([{ name: 'x', pane: 'x', min, max }], 2)[0]?.decimals).toBe(decimals);
});
