import fc from 'fast-check';
import { expect, test } from 'vitest';
import { topResults } from './top-results.ts';

test('are those that sorting everything would begin with', () => {
  const score = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(Number.NaN));
  fc.assert(
    fc.property(fc.array(score, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (scores, most) => {
      const values = Float64Array.from(scores);
      // The other way round than they came.
      const places = values.map((_, row) => values.length - row);
      const known = [...values.keys()].filter((row) => !Number.isNaN(values[row] ?? 0));
      const sorted = (sign: 1 | -1) =>
        known.toSorted((a, b) => sign * ((values[a] ?? 0) - (values[b] ?? 0)) || b - a).slice(0, most);
      expect(topResults(places, values, 'ascending', most)).toEqual(sorted(1));
      expect(topResults(places, values, 'descending', most)).toEqual(sorted(-1));
    }),
  );
});
