import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allocateBars } from '#shared/domain/bars.ts';
import { BarPicture } from './bar-picture.ts';
import { LinesPicture } from './lines-picture.ts';

const value = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: -50, max: 50 }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);
const timesOf = (rows: number) => Float64Array.from({ length: rows }, (_, row) => 1_000 * row);
const lineOf = (name: string, pane: string | null, values: readonly number[]) => ({
  name,
  pane,
  values: Float64Array.from(values),
});

it('has of each line the first, lowest, highest and last value of every bucket, in those of the bars', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 400 }),
      fc.double({ noNaN: true, min: -100, max: 500 }),
      fc.nat(500),
      fc.integer({ min: 1, max: 40 }),
      (pairs, from, span, most) => {
        const columns = [0, 1].map((i) => pairs.map((pair) => pair[i] as number));
        const time = timesOf(pairs.length);
        const picture = new LinesPicture(time, { lines: columns.map((one) => lineOf('x', null, one)), leftOut: 0 });
        const { lines, ...grid } = picture.viewport(from, from + span, most);
        const bars = allocateBars(pairs.length, 'own');
        bars.time.set(time);
        expect(grid).toEqual(
          expect.objectContaining(
            (({ totalRows, rowsPerBucket, firstRow, rows, time }) => ({
              totalRows,
              rowsPerBucket,
              firstRow,
              rows,
              time,
            }))(new BarPicture(bars).viewport(from, from + span, most)),
          ),
        );
        lines.forEach(({ first, min, max, last }, line) => {
          grid.firstRow.forEach((row, bucket) => {
            const known = (columns[line] ?? [])
              .slice(row, row + (grid.rows[bucket] as number))
              .filter((one) => !Number.isNaN(one));
            const expected = known.length === 0 ? [] : [known[0], Math.min(...known), Math.max(...known), known.at(-1)];
            const got = [first[bucket], min[bucket], max[bucket], last[bucket]];
            expect(got).toEqual(known.length === 0 ? got.map(() => Number.NaN) : expected);
          });
        });
      },
    ),
    { numRuns: 150 },
  );
});

it('says what its lines are, and from where to where they go', () => {
  const lines = [
    lineOf('rsi', 'rsi', [Number.NaN, 30, 70, 50]),
    lineOf('mean', null, [Number.NaN, Number.NaN, Number.NaN, Number.NaN]),
  ];
  const picture = new LinesPicture(timesOf(4), { lines, leftOut: 3 });
  expect(picture.leftOut).toBe(3);
  expect(picture.summaries).toEqual([
    { name: 'rsi', pane: 'rsi', min: 30, max: 70 },
    { name: 'mean', pane: null, min: Number.NaN, max: Number.NaN },
  ]);
});

it('ends where the run ended', () => {
  const picture = new LinesPicture(timesOf(2), { lines: [lineOf('x', null, [1, 2, 99])], leftOut: 0 });
  expect(picture.summaries[0]).toMatchObject({ min: 1, max: 2 });
  const { totalRows, lines } = picture.viewport(0, 3, 10);
  expect(totalRows).toBe(2);
  expect([...(lines[0]?.last ?? [])]).toEqual([1, 2]);
});

it('knows its memory: the values and a third for four pyramids', () => {
  const values = new Array<number>(4_096).fill(1);
  const { bytes } = new LinesPicture(timesOf(4_096), {
    lines: [lineOf('x', null, values), lineOf('y', null, values)],
    leftOut: 0,
  });
  const column = 4_096 * 8;
  expect(bytes).toBeGreaterThan(2 * column * 1.3);
  expect(bytes).toBeLessThan(2 * column * 1.36);
});
