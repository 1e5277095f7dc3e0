import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { purgedCombinations } from './purged-combinations.ts';

const gaps = { purge: 0, embargo: 0 };

describe('combinatorial purged cross-validation', () => {
  it('makes as many splits and paths as the book', () => {
    const small = purgedCombinations(600, { groups: 6, tested: 2, ...gaps });
    expect([small.splits.length, small.paths.length]).toEqual([15, 5]);
    const large = purgedCombinations(600, { groups: 10, tested: 2, ...gaps });
    expect([large.splits.length, large.paths.length]).toEqual([45, 9]);
  });

  it('leaves gaps around what is tested', () => {
    const { splits } = purgedCombinations(60, { groups: 6, tested: 2, purge: 3, embargo: 2 });
    expect(splits[0]).toEqual({ tested: [0, 1], testing: [{ from: 0, to: 20 }], training: [{ from: 22, to: 60 }] });
    expect(splits.find(({ tested }) => tested.join() === '1,4')).toEqual({
      tested: [1, 4],
      testing: [
        { from: 10, to: 20 },
        { from: 40, to: 50 },
      ],
      training: [
        { from: 0, to: 7 },
        { from: 22, to: 37 },
        { from: 52, to: 60 },
      ],
    });
  });

  it('makes paths of every group once, each tested by a split of its own', () => {
    const shape = fc
      .integer({ min: 2, max: 8 })
      .chain((groups) => fc.record({ groups: fc.constant(groups), tested: fc.integer({ min: 1, max: groups - 1 }) }));
    fc.assert(
      fc.property(shape, fc.nat(4), fc.nat(4), ({ groups, tested }, purge, embargo) => {
        const { splits, paths } = purgedCombinations(100, { groups, tested, purge, embargo });
        const used = new Set<string>();
        for (const path of paths) {
          expect(path).toHaveLength(groups);
          path.forEach((split, group) => {
            expect(splits[split]?.tested).toContain(group);
            used.add(`${split} ${group}`);
          });
        }
        expect(used.size).toBe(splits.length * tested);
        for (const { training, testing } of splits) {
          for (const { from, to } of training) {
            for (const test of testing) expect(to + purge <= test.from || from >= test.to + embargo).toBe(true);
          }
        }
      }),
    );
  });

  it('refuses what can’t be split', () => {
    expect(() => purgedCombinations(60, { groups: 6, tested: 6, ...gaps })).toThrow('6 can’t be tested');
    expect(() => purgedCombinations(60, { groups: 6, tested: 0, ...gaps })).toThrow('0 can’t be tested');
    expect(() => purgedCombinations(5, { groups: 6, tested: 2, ...gaps })).toThrow('5 periods');
  });
});
