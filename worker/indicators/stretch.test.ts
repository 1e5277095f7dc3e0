import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignStarts, eachStretch } from './stretch.ts';

const X = Number.NaN;

test('stretches are the longest series of bars on which every input is a finite number', () => {
  const first = Float64Array.of(X, 1, 2, 3, X, 4, 5, Number.POSITIVE_INFINITY, 6);
  const second = Float64Array.of(1, 1, X, 1, 1, 1, 1, 1, 1);
  const out = new Float64Array(9).fill(7);
  const seen: number[][] = [];
  eachStretch([first, second], 1, [out], (start, end) => {
    seen.push([start, end]);
    out.fill(0, start + 1, end);
  });
  expect(seen).toEqual([[5, 7]]);
  expect([...out]).toEqual([X, X, X, X, X, X, 0, X, X]);
});

test('any gaps in any columns are found', () => {
  const value = fc.oneof({ weight: 40, arbitrary: fc.constant(1) }, fc.constantFrom(X, Number.NEGATIVE_INFINITY));
  const columns = fc
    .integer({ min: 0, max: 400 })
    .chain((length) =>
      fc.array(fc.array(value, { minLength: length, maxLength: length }), { minLength: 1, maxLength: 3 }),
    );
  fc.assert(
    fc.property(columns, (rows) => {
      const inputs = rows.map((row) => Float64Array.from(row));
      const out = new Float64Array(rows[0]?.length ?? 0);
      eachStretch(inputs, 0, [out], (start, end) => out.fill(1, start, end));
      const expected = [...out].map((_, i) => (inputs.every((column) => Number.isFinite(column[i])) ? 1 : X));
      expect([...out]).toEqual(expected);
    }),
  );
});

test('columns start together', () => {
  const early = Float64Array.of(X, 1, 2, 3, X, 4);
  const late = Float64Array.of(X, X, 5, 6, 7, 8);
  alignStarts([early, late]);
  expect([...early]).toEqual([X, X, 2, 3, X, 4]);
  expect([...late]).toEqual([X, X, 5, 6, X, 8]);
});
