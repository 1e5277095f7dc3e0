import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listWindow } from './list-window.ts';

const day = (number: number, count: number) => ({
  day: number,
  label: `day ${number}`,
  items: Array.from({ length: count }, (_, place) => `${number}.${place}`),
});
const SIZES = { heading: 20, line: 40 };
const drawn = (groups: readonly ReturnType<typeof day>[], top: number, height: number, folded: number[] = []) =>
  listWindow(groups, new Set(folded), { ...SIZES, top, height });

describe('a list in a window', () => {
  test('has what is seen and as much again on both sides', () => {
    const { parts, before, after, reachesEnd } = drawn([day(1, 100)], 1_220, 400);
    // Seen from 820 to 2020 px; the heading takes the first 20.
    expect(parts).toHaveLength(1);
    expect(parts[0]).toMatchObject({ hasHeading: false, first: 20, isOpen: true });
    expect(parts[0]?.items).toHaveLength(30);
    expect(before).toBe(20 + 20 * 40);
    expect(after).toBe(50 * 40);
    expect(reachesEnd).toBe(false);
  });

  test('has headings where they are, and none of a day that is folded but its own', () => {
    const { parts, before, after, reachesEnd } = drawn([day(1, 2), day(2, 50), day(3, 1)], 0, 200, [2]);
    expect(parts.map(({ group, hasHeading, items }) => [group.day, hasHeading, items.length])).toEqual([
      [1, true, 2],
      [2, true, 0],
      [3, true, 1],
    ]);
    expect([before, after, reachesEnd]).toEqual([0, 0, true]);
  });

  test('has nothing below its end, which is then to be loaded', () => {
    expect(drawn([day(1, 3)], 90_000, 400)).toEqual({ parts: [], before: 140, after: 0, reachesEnd: true });
    expect(drawn([], 0, 400)).toEqual({ parts: [], before: 0, after: 0, reachesEnd: true });
  });

  test('keeps its height and its order, wherever it is, and never draws much', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 20 });
    fc.assert(
      fc.property(counts, fc.nat(30_000), fc.array(fc.nat(20)), (lengths, top, folded) => {
        const groups = lengths.map((length, number) => day(number, length));
        const { parts, before, after } = drawn(groups, top, 400, folded);
        const shownLines = parts.reduce((sum, { items }) => sum + items.length, 0);
        const headings = parts.filter(({ hasHeading }) => hasHeading).length;
        const whole = groups.reduce(
          (sum, { day: number, items }) => sum + 20 + (folded.includes(number) ? 0 : 40 * items.length),
          0,
        );
        expect(before + after + headings * 20 + shownLines * 40).toBe(whole);
        expect(shownLines).toBeLessThanOrEqual(32);
        // Whatever is seen is drawn.
        if (top < whole) expect(before).toBeLessThanOrEqual(top);
        for (const { group, items, first } of parts)
          expect(items).toEqual(group.items.slice(first, first + items.length));
      }),
    );
  });
});
