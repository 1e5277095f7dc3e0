import { mulberry32 } from '#worker/engine/random.ts';
import type { BarBuckets, LineBuckets, Viewport } from '../../../renderer/charts/viewport/viewport.ts';
import type { ViewportQuery } from '../../../renderer/charts/viewport/viewport-source.ts';
import { syntheticBars } from '../synthetic-series.ts';

/** Bars and lines of one size of bucket. */
interface Level {
  readonly rowsPerBucket: number;
  readonly time: Float64Array;
  readonly bars: BarBuckets;
  readonly lines: Readonly<Record<string, LineBuckets>>;
}

/** Spans of the moving averages over the bars. */
export const SPANS = { fast: 12, slow: 48, long: 200 };
const STEP = 4;
const FEWEST = 1_000;
/** Fills that each view has, whatever its width. */
const FILLS_IN_VIEW = 250;

/** A synthetic series in levels of ×4, to be asked for viewports. */
export function pyramidOf(rows: number): (query: ViewportQuery) => Viewport {
  const { time, ...bars } = syntheticBars(rows);
  const averages = Object.entries(SPANS).map(([id, span]): [string, LineBuckets] => [
    id,
    flat(average(bars.close, span)),
  ]);
  const lines = {
    ...Object.fromEntries(averages),
    distance: flat(distance(bars.close, average(bars.close, SPANS.fast))),
  };
  const levels: Level[] = [{ rowsPerBucket: 1, time, bars, lines }];
  for (let last = levels[0]; last !== undefined && last.time.length > FEWEST; last = levels.at(-1)) {
    levels.push(coarser(last));
  }
  return (query) => answer(levels, rows, query);
}

function average(values: Float64Array, span: number): Float64Array {
  let mean = values[0] ?? 0;
  return values.map((value) => {
    mean += (value - mean) * (2 / (span + 1));
    return mean;
  });
}

/** An oscillator: how far values are from their average. */
function distance(values: Float64Array, means: Float64Array): Float64Array {
  return values.map((value, row) => value - (means[row] ?? Number.NaN));
}

const flat = (values: Float64Array): LineBuckets => ({ min: values, max: values, last: values });

function coarser({ rowsPerBucket, time, bars, lines }: Level): Level {
  return {
    rowsPerBucket: rowsPerBucket * STEP,
    time: gather(time, first),
    bars: {
      open: gather(bars.open, first),
      high: gather(bars.high, highest),
      low: gather(bars.low, lowest),
      close: gather(bars.close, last),
      volume: gather(bars.volume, sum),
    },
    lines: Object.fromEntries(
      Object.entries(lines).map(([id, line]) => [
        id,
        { min: gather(line.min, lowest), max: gather(line.max, highest), last: gather(line.last, last) },
      ]),
    ),
  };
}

type Gather = (values: Float64Array, start: number, end: number) => number;
const first: Gather = (values, start) => values[start] ?? Number.NaN;
const last: Gather = (values, _, end) => values[end - 1] ?? Number.NaN;
const highest: Gather = (values, start, end) => reduce(values, start, end, Math.max);
const lowest: Gather = (values, start, end) => reduce(values, start, end, Math.min);
const sum: Gather = (values, start, end) => reduce(values, start, end, (a, b) => a + b);

function reduce(values: Float64Array, start: number, end: number, join: (a: number, b: number) => number): number {
  let joined = values[start] ?? Number.NaN;
  for (let index = start + 1; index < end; index++) joined = join(joined, values[index] ?? Number.NaN);
  return joined;
}

function gather(values: Float64Array, how: Gather): Float64Array {
  const gathered = new Float64Array(Math.ceil(values.length / STEP));
  for (let index = 0; index < gathered.length; index++) {
    gathered[index] = how(values, index * STEP, Math.min(values.length, (index + 1) * STEP));
  }
  return gathered;
}

function answer(levels: readonly Level[], totalRows: number, { from, to, buckets }: ViewportQuery): Viewport {
  const level = levels.find(({ rowsPerBucket }) => (to - from) / rowsPerBucket <= buckets) ?? levels.at(-1);
  if (level === undefined) throw new RangeError('a series has one level at least');
  const { rowsPerBucket } = level;
  const start = Math.max(0, Math.floor(from / rowsPerBucket));
  const end = Math.max(start, Math.min(level.time.length, Math.ceil(to / rowsPerBucket)));
  const cut = (values: Float64Array) => values.slice(start, end);
  const { open, high, low, close, volume } = level.bars;
  const firstRow = Int32Array.from({ length: end - start }, (_, index) => (start + index) * rowsPerBucket);
  return {
    totalRows,
    rowsPerBucket,
    firstRow,
    rows: firstRow.map((row) => Math.min(rowsPerBucket, totalRows - row)),
    time: cut(level.time),
    bars: { open: cut(open), high: cut(high), low: cut(low), close: cut(close), volume: cut(volume) },
    lines: Object.fromEntries(
      Object.entries(level.lines).map(([id, line]) => [
        id,
        { min: cut(line.min), max: cut(line.max), last: cut(line.last) },
      ]),
    ),
    markers: [fillsOf(levels[0], Math.max(0, from), Math.min(totalRows, to))],
  };
}

/** Trades spread evenly over the rows, long and short in turn. */
function fillsOf(bars: Level | undefined, from: number, to: number): Viewport['markers'][number] {
  const random = mulberry32(Math.floor(from));
  const distance = Math.max(1, Math.floor((to - from) / FILLS_IN_VIEW));
  const row = Int32Array.from({ length: Math.floor((to - from) / distance) }, (_, index) => from + index * distance);
  const price = Float64Array.from(row, (at) => bars?.bars.close[at] ?? Number.NaN);
  const isExit = row.map((_, index) => index % 2);
  const trade = row.map((_, index) => index >> 1);
  const side = row.map((_, index) => ((index >> 1) % 2 === index % 2 ? 1 : -1));
  const pnl = Float64Array.from(row, (_, index) => (index % 2 === 1 ? random() - 0.45 : Number.NaN));
  return { kind: 'fills', row, fill: row.map((_, index) => index), trade, side, isExit, price, pnl };
}
