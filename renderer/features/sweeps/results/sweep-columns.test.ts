import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GrowingColumns } from './sweep-columns.ts';

test('keeps what comes in pieces as if it had come at once', () => {
  const pieces = fc.array(fc.array(fc.double({ noNaN: true }), { maxLength: 400 }), { maxLength: 8 });
  fc.assert(
    fc.property(pieces, (all) => {
      const columns = new GrowingColumns();
      for (const piece of all) {
        const values = Float64Array.from(piece);
        columns.append({ places: values, metrics: { sharpe: values.map((value) => -value) } });
      }
      const whole = Float64Array.from(all.flat());
      expect(columns.count).toBe(whole.length);
      expect(columns.snapshot().places).toEqual(whole);
      if (all.length > 0) expect(columns.snapshot().metrics['sharpe']).toEqual(whole.map((value) => -value));
    }),
    { numRuns: 30 },
  );
});

test('leaves what was told before as it was', () => {
  const columns = new GrowingColumns();
  columns.append({ places: Float64Array.of(3), metrics: {} });
  const before = columns.snapshot();
  columns.append({ places: Float64Array.of(4, 5), metrics: {} });
  expect([...before.places]).toEqual([3]);
  expect([...columns.snapshot().places]).toEqual([3, 4, 5]);
});
