import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ColumnSeries, Cursor } from '../../strategy/series.ts';
import { type Expression, isTrueAt, seriesOf } from '../conditions/expression.ts';
import { isSet, pack } from './bits.ts';
import { Evaluator } from './evaluator.ts';

const ROWS = 70;
const cursor = new Cursor(new Float64Array(ROWS));
const values = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: ROWS, maxLength: ROWS });
const series = fc
  .tuple(values, fc.nat(6))
  .map(([list, lead]) => new ColumnSeries(Float64Array.from(list).fill(Number.NaN, 0, lead), cursor));

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3 },
    fc.record({
      kind: fc.constantFrom('above', 'below', 'crossOver', 'crossUnder'),
      a: series,
      b: fc.oneof(series, fc.integer({ min: 0, max: 4 })),
    }),
    fc.array(fc.boolean(), { minLength: ROWS, maxLength: ROWS }).map((list): Expression => {
      return { kind: 'given', bits: pack(ROWS, (row) => list[row] === true) };
    }),
    fc.record({ kind: fc.constantFrom('and', 'or'), left: tie('expression'), right: tie('expression') }),
    fc.record({ kind: fc.constant('not'), of: tie('expression') }),
  ) as fc.Arbitrary<Expression>,
}));

test('a condition is true on the same rows worked out at once as row by row', () => {
  const evaluator = new Evaluator();
  evaluator.begin(ROWS);
  fc.assert(
    fc.property(expression, expression, (one, other) => {
      evaluator.beginPlan();
      evaluator.compare(one);
      evaluator.compare(other);
      const all = [evaluator.bitsOf(one), evaluator.bitsOf(other)];
      const rows = Array.from({ length: ROWS }, (_, row) => row);
      const found = rows.map((row) => all.map((bits) => isSet(bits, row)));
      expect(found).toEqual(rows.map((row) => [isTrueAt(one, row), isTrueAt(other, row)]));
      const firsts = [...seriesOf(one), ...seriesOf(other)].map((each) => firstValue(each));
      expect(evaluator.readyRow).toBe(Math.max(0, ...firsts));
    }),
    { numRuns: 500 },
  );
});

function firstValue(one: ColumnSeries): number {
  let row = 0;
  while (Number.isNaN(one.at(row))) row++;
  return row;
}

test('nothing is true of no row', () => {
  const evaluator = new Evaluator();
  evaluator.begin(40);
  expect([...evaluator.none]).toEqual([0, 0]);
  evaluator.begin(3);
  const bits = evaluator.bitsOf({ kind: 'not', of: { kind: 'given', bits: evaluator.none } });
  expect([0, 1, 2].every((row) => isSet(bits, row))).toBe(true);
});
