import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSet } from './bits.ts';
import { ColumnComparer, type Operand, type Outcome } from './column-comparer.ts';

/** Values that tie, that differ by less than single precision shows, that are unknown or not finite. */
const value = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 3, arbitrary: fc.integer({ min: -2, max: 2 }).map((n) => 100 + n * 1e-9) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1e300, 1e300, 1e-310, -0, 0) },
);

const pairs = fc.integer({ min: 1, max: 100 }).chain((rows) => {
  const column = fc.array(value, { minLength: rows, maxLength: rows }).map((values) => Float64Array.from(values));
  /** Unknown at first, as indicators are, and known without a gap from then on. */
  const indicator = fc
    .tuple(fc.nat(rows), fc.array(fc.integer({ min: -3, max: 3 }), { minLength: rows, maxLength: rows }))
    .map(([lead, values]) => Float64Array.from(values).fill(Number.NaN, 0, lead));
  return fc.record({ rows: fc.constant(rows), a: fc.oneof(column, indicator), b: fc.oneof(column, indicator, value) });
});

const at = (operand: Operand, row: number) => (typeof operand === 'number' ? operand : (operand[row] ?? Number.NaN));

const PARTS = ['above', 'below', 'over', 'under'] as const;

function expected(a: Operand, b: Operand, row: number): Record<keyof Outcome, boolean> {
  const [now, otherNow, before, otherBefore] = [at(a, row), at(b, row), at(a, row - 1), at(b, row - 1)];
  return {
    above: now > otherNow,
    below: now < otherNow,
    over: row > 0 && now > otherNow && before <= otherBefore,
    under: row > 0 && now < otherNow && before >= otherBefore,
  };
}

function expectOutcome(outcome: Outcome, rows: number, a: Operand, b: Operand): void {
  const all = Array.from({ length: rows }, (_, row) => row);
  const found = all.map((row) => PARTS.map((part) => isSet(outcome[part], row)));
  expect(found).toEqual(all.map((row) => PARTS.map((part) => expected(a, b, row)[part])));
}

describe('columns', () => {
  test('are compared as one by one, whatever is in them', () => {
    const comparer = new ColumnComparer();
    fc.assert(
      fc.property(pairs, ({ rows, a, b }) => {
        comparer.begin(rows);
        const compared = [
          [a, b],
          [b, a],
          [a, a],
          [a, 1],
        ] as const;
        for (const [left, right] of compared) comparer.compare(left, right);
        for (const [left, right] of compared) expectOutcome(comparer.outcomeOf(left, right), rows, left, right);
      }),
      { numRuns: 1_000 },
    );
  });

  test('are known from their first value on', () => {
    const comparer = new ColumnComparer();
    comparer.begin(40);
    const late = new Float64Array(40).fill(1).fill(Number.NaN, 0, 35);
    const never = new Float64Array(40).fill(Number.NaN);
    const broken = new Float64Array(40).fill(2).fill(Number.NaN, 5, 9);
    expect(comparer.compare(late, broken)).toBe(35);
    expect(comparer.compare(broken, 7)).toBe(0);
    expect(comparer.compare(never, late)).toBe(40);
  });
});

describe('the memory of a comparer', () => {
  const ramp = (rows: number, from: number) => Float64Array.from({ length: rows }, (_, row) => from + row);

  test('keeps what was compared while it grows', () => {
    const comparer = new ColumnComparer();
    const rows = 20_000;
    comparer.begin(rows);
    const columns = Array.from({ length: 20 }, (_, i) => ramp(rows, i));
    for (const column of columns) comparer.compare(column, 10_000.5);
    columns.forEach((column, i) => {
      const { over } = comparer.outcomeOf(column, 10_000.5);
      expect([isSet(over, 10_000 - i), isSet(over, 10_001 - i), isSet(over, 10_002 - i)]).toEqual([false, true, false]);
    });
  });

  test('lasts for a plan; copies of columns last until it begins anew', () => {
    const comparer = new ColumnComparer();
    comparer.begin(3);
    const column = Float64Array.of(1, 2, 3);
    comparer.compare(column, 2);
    comparer.beginPlan();
    expect(() => comparer.outcomeOf(column, 2)).toThrow('before it was compared');
    column.fill(9);
    comparer.compare(column, 2);
    expect(isSet(comparer.outcomeOf(column, 2).above, 0)).toBe(false);
    comparer.begin(3);
    comparer.compare(column, 2);
    expect(isSet(comparer.outcomeOf(column, 2).above, 0)).toBe(true);
  });

  test('is given up when there is too much of it', () => {
    const comparer = new ColumnComparer(80_000);
    const rows = 10_000;
    comparer.begin(rows);
    const columns = [new Float64Array(rows), new Float64Array(rows)] as const;
    const isAbove = () => isSet(comparer.outcomeOf(columns[0], 1).above, 5);
    comparer.compare(columns[0], 1);
    columns[0].fill(2);
    comparer.beginPlan();
    comparer.compare(columns[0], 1);
    comparer.compare(columns[1], 1);
    expect(isAbove()).toBe(false);
    comparer.beginPlan();
    comparer.compare(columns[0], 1);
    expect(isAbove()).toBe(true);
  });
});
