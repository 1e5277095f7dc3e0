import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DockSplit, type DockTree, dockTreeSchema, isSameTree, panelsOf, stacked, tidied } from './dock-tree.ts';
import { fromDockview, toDockview } from './dockview-json.ts';

const KNOWN = ['a', 'b', 'c', 'd', 'e'];
const { tree: trees } = fc.letrec<{ tree: DockTree; group: DockTree; split: DockTree }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4, withCrossShrink: true }, tie('group'), tie('split')),
  group: fc
    .array(fc.constantFrom(...KNOWN, 'unknown'), { minLength: 1, maxLength: 4 })
    .chain((tabs) => fc.record({ tabs: fc.constant(tabs), shown: fc.constantFrom(...tabs, 'unknown') })),
  split: fc.record({
    split: fc.constantFrom('row' as const, 'column' as const),
    parts: fc.array(fc.record({ share: fc.double({ min: 0.05, max: 1, noNaN: true }), at: tie('tree') }), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
}));
const tidyTrees = trees.map((tree) => tidied(tree, KNOWN)).filter((tree) => tree !== null);

const SIZE = { width: 1_000, height: 600 };
const group = (...tabs: string[]): DockTree => ({ tabs, shown: tabs[0] ?? '' });
const halves = (split: 'row' | 'column', first: DockTree, second: DockTree): DockTree => ({
  split,
  parts: [
    { share: 0.5, at: first },
    { share: 0.5, at: second },
  ],
});

describe('a tidied tree', () => {
  test('has each known panel at most once, and no other', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const tidy = tidied(tree, KNOWN);
        const panels = tidy === null ? [] : panelsOf(tidy);
        expect(new Set(panels).size).toBe(panels.length);
        expect([...panels].sort()).toEqual([...new Set(panelsOf(tree))].filter((id) => id !== 'unknown').sort());
      }),
    );
  });

  test('has no empty group, no split of one, no split in one of its direction, and shares of 1 in all', () => {
    const check = (tree: DockTree) => {
      if ('tabs' in tree) {
        expect(tree.tabs).toContain(tree.shown);
        return;
      }
      expect(tree.parts.length).toBeGreaterThan(1);
      expect(tree.parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
      for (const { at } of tree.parts) {
        if ('split' in at) expect(at.split).not.toBe(tree.split);
        check(at);
      }
    };
    fc.assert(fc.property(tidyTrees, check));
  });

  test('stays as it is when it is tidied again', () => {
    fc.assert(
      fc.property(tidyTrees, (tree) => {
        const again = tidied(tree, KNOWN);
        expect(again !== null && isSameTree(again, tree)).toBe(true);
      }),
    );
  });

  test('shares what a lost part had in proportion', () => {
    const tree: DockTree = {
      split: 'row',
      parts: [
        { share: 0.2, at: group('a') },
        { share: 0.3, at: group('unknown') },
        { share: 0.6, at: halves('row', group('b'), group('c')) },
      ],
    };
    expect(tidied(tree, KNOWN)).toEqual({
      split: 'row',
      parts: [
        { share: 0.25, at: group('a') },
        { share: 0.375, at: group('b') },
        { share: 0.375, at: group('c') },
      ].map(({ share, at }) => ({ share: expect.closeTo(share, 10), at })),
    });
  });

  test('shows its first panel where the one that was shown is gone', () => {
    expect(tidied({ tabs: ['a', 'unknown'], shown: 'unknown' }, KNOWN)).toEqual(group('a'));
    expect(tidied({ tabs: ['a', 'b'], shown: 'b' }, KNOWN)).toEqual({ tabs: ['a', 'b'], shown: 'b' });
  });

  test('is none where nothing is left', () => {
    expect(tidied(halves('row', group('unknown'), group('other')), KNOWN)).toBeNull();
  });
});

test('dockview writes what it read', () => {
  fc.assert(
    fc.property(tidyTrees, (tree) => {
      const json = toDockview(tree, SIZE, (id) => id.toUpperCase());
      expect(Object.keys(json.panels).sort()).toEqual([...panelsOf(tree)].sort());
      expect(json.panels[panelsOf(tree)[0] ?? '']?.title).toBe((panelsOf(tree)[0] ?? '').toUpperCase());
      const back = fromDockview(json);
      const tidy = back === null ? null : tidied(back, KNOWN);
      expect(tidy !== null && isSameTree(tidy, tree)).toBe(true);
    }),
  );
});

test('dockview is told sizes along the parts of each split', () => {
  const tree = halves('column', group('a'), halves('row', group('b'), group('c')));
  expect(toDockview(tree, SIZE, (id) => id).grid).toMatchObject({
    orientation: 'VERTICAL',
    ...SIZE,
    root: { size: 1_000, data: [{ size: 300 }, { size: 300, data: [{ size: 500 }, { size: 500 }] }] },
  });
  expect(toDockview(group('a'), SIZE, (id) => id).grid).toMatchObject({
    orientation: 'HORIZONTAL',
    root: { size: 600, data: [{ size: 1_000 }] },
  });
});

test('dockview’s empty groups are nothing, and a squeezed part keeps a share', () => {
  const json = toDockview(halves('column', group('a'), group('b')), SIZE, (id) => id);
  const leaf = (views: string[], size: number) => ({ type: 'leaf' as const, size, data: { id: 'x', views } });
  expect(fromDockview({ ...json, grid: { ...json.grid, root: { type: 'branch', data: [leaf([], 10)] } } })).toBeNull();
  const root = { type: 'branch' as const, data: [leaf(['a'], 0), leaf(['b'], 100)] };
  expect(fromDockview({ ...json, grid: { ...json.grid, root } })).toEqual({
    split: 'column',
    parts: [
      { share: 0.001, at: group('a') },
      { share: 1, at: group('b') },
    ],
  });
});

test('stacked, all panels are in one group', () => {
  const tree = halves('column', group('a'), halves('row', group('b'), group('c')));
  expect(stacked(tree, 'c')).toEqual({ tabs: ['a', 'b', 'c'], shown: 'c' });
  expect(stacked(tree, 'closed')).toEqual({ tabs: ['a', 'b', 'c'], shown: 'a' });
  expect(stacked(tree, undefined).shown).toBe('a');
});

test('trees differ by their groups, their order, what is shown and shares that can be seen', () => {
  const tree = halves('row', group('a', 'b'), group('c'));
  const shares = (first: number): DockSplit => ({
    split: 'row',
    parts: [
      { share: first, at: group('a', 'b') },
      { share: 1 - first, at: group('c') },
    ],
  });
  expect(isSameTree(tree, shares(0.505))).toBe(true);
  expect(isSameTree(tree, shares(0.52))).toBe(false);
  expect(isSameTree(tree, halves('column', group('a', 'b'), group('c')))).toBe(false);
  expect(isSameTree(tree, halves('row', group('b', 'a'), group('c')))).toBe(false);
  expect(isSameTree(tree, halves('row', { tabs: ['a', 'b'], shown: 'b' }, group('c')))).toBe(false);
  expect(isSameTree(tree, group('a', 'b', 'c'))).toBe(false);
  const three: DockTree = { split: 'row', parts: [...shares(0.5).parts, { share: 0.001, at: group('d') }] };
  expect(isSameTree(shares(0.5), three)).toBe(false);
});

describe('the schema', () => {
  test('takes what can be made', () => {
    fc.assert(
      fc.property(tidyTrees, (tree) => {
        expect(dockTreeSchema.parse(tree)).toEqual(tree);
      }),
    );
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['an empty group', { tabs: [], shown: 'a' }],
    ['a group that shows nothing', { tabs: ['a'] }],
    ['a split into nothing', { split: 'row', parts: [] }],
    ['another direction', { split: 'across', parts: [{ share: 1, at: group('a') }] }],
    ['a share of nothing', { split: 'row', parts: [{ share: 0, at: group('a') }] }],
    ['a share of more than all', { split: 'row', parts: [{ share: 1.5, at: group('a') }] }],
    ['more than it knows', { ...group('a'), url: 'x' }],
    ['a panel without a name', group('')],
  ])('refuses %s', (_, tree) => {
    expect(dockTreeSchema.safeParse(tree).success).toBe(false);
  });

  test('refuses a tree without end rather than run out of stack', () => {
    const text = `${'{"split":"row","parts":[{"share":1,"at":'.repeat(1_500)}null${'}]}'.repeat(1_500)}`;
    expect(dockTreeSchema.safeParse(JSON.parse(text)).success).toBe(false);
  });
});
