import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allFrom, firstSet, isSet, pack, wordsFor } from './bits.ts';

const flags = fc.array(fc.boolean(), { minLength: 1, maxLength: 130 });
const packed = (list: readonly boolean[], rows = list.length) => pack(rows, (row) => list[row] === true);

test('rows fill words of 32', () => {
  expect([0, 1, 32, 33, 64, 65].map(wordsFor)).toEqual([0, 1, 1, 2, 2, 3]);
});

test('what was packed is what is set', () => {
  fc.assert(
    fc.property(flags, (list) => {
      const bits = packed(list);
      expect(bits).toHaveLength(wordsFor(list.length));
      expect(list.map((_, row) => isSet(bits, row))).toEqual(list);
    }),
  );
});

test('the first row that is set in either, wherever one looks from', () => {
  fc.assert(
    fc.property(flags, flags, fc.nat(140), (one, other, from) => {
      const rows = Math.max(one.length, other.length);
      const first = Array.from({ length: rows }, (_, row) => row).find(
        (row) => row >= from && (one[row] || other[row]),
      );
      expect(firstSet(packed(one, rows), packed(other, rows), from, rows)).toBe(first ?? rows);
    }),
  );
});

test('bits behind the last row are never found', () => {
  expect(firstSet(Int32Array.of(-1), Int32Array.of(0), 5, 5)).toBe(5);
  expect(firstSet(Int32Array.of(0b100000), Int32Array.of(0), 0, 5)).toBe(5);
});

test('all rows from one on', () => {
  fc.assert(
    fc.property(fc.nat(130), fc.integer({ min: 1, max: 130 }), (first, rows) => {
      const bits = allFrom(first, rows);
      for (let row = 0; row < rows; row++) expect(isSet(bits, row)).toBe(row >= first);
    }),
  );
});
