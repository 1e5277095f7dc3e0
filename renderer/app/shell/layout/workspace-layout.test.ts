import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLayout, STANDARD_LAYOUT, type WorkspaceLayout, writeLayout } from './workspace-layout.ts';

const layout: WorkspaceLayout = {
  widths: { side: 320, inspector: 410 },
  dock: {
    split: 'column',
    parts: [
      { share: 0.75, at: { tabs: ['prices'], shown: 'prices' } },
      { share: 0.25, at: { tabs: ['trades', 'log'], shown: 'log' } },
    ],
  },
};
const written = (change: object) => JSON.stringify({ version: 1, ...layout, ...change });

describe('a stored layout', () => {
  test.each([layout, STANDARD_LAYOUT, { ...layout, dock: 'closed' as const }])('is read as it was written', (one) => {
    expect(readLayout(writeLayout(one))).toEqual(one);
  });

  test('was written in the first version', () => {
    expect(readLayout(written({}))).toEqual(layout);
  });

  test.each<[string, string | undefined]>([
    ['that was never stored', undefined],
    ['of another version', written({ version: 2 })],
    ['of no version', JSON.stringify(layout)],
    ['that isn’t JSON', '{'],
    ['that is nothing', 'null'],
    ['with more than it may have', written({ script: 'x' })],
    ['with a width of nothing', written({ widths: { side: 0, inspector: 300 } })],
    ['with a width that no screen has', written({ widths: { side: 248, inspector: 1e9 } })],
    ['with a broken dock', written({ dock: { tabs: [] } })],
  ])('%s is the standard one', (_, text) => {
    expect(readLayout(text)).toBe(STANDARD_LAYOUT);
  });

  test('never fails, whatever it says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readLayout(text)).toBe(STANDARD_LAYOUT);
      }),
    );
  });
});
