import { BAR_COLUMNS, type BarColumns } from '#shared/domain/bars.ts';
import type { Manifest } from '#shared/domain/manifest.ts';
import type { Ms } from '#shared/domain/units.ts';

/** One bar; `volume` is NaN where the source has none. */
export type Bar = Record<(typeof BAR_COLUMNS)[number], number>;

/** The bars of a run by symbol; null where they are no longer stored as the run saw them. */
export type BarsOfRun = (symbol: string) => BarColumns | null;

/** Two runs that saw different bars of one symbol. */
export interface SeriesDifference {
  symbol: string;
  /** Null where the hashes differ and the bars are no longer at hand. */
  first: DifferingBar | null;
}

/** The first bar that isn't the same in both. */
export type DifferingBar = {
  time: Ms;
  /** From when on a run can be another for it: the bar itself, or the last bar of the data that end before it. */
  felt: Ms;
} & (
  | { in: 'both'; a: Bar; b: Bar }
  /** Only one run has a bar at that time; null all the same where it is no longer stored. */
  | { in: 'a' | 'b'; a: Bar | null; b: Bar | null }
);

type UsedSeries = Manifest['data'][number];

/** The series that aren't, bar by bar, the same in both runs, each with the first bar that differs. */
export function seriesDifferences(
  a: Manifest,
  b: Manifest,
  barsOfA: BarsOfRun,
  barsOfB: BarsOfRun,
): SeriesDifference[] {
  const symbols = new Set([...a.data, ...b.data].map(({ symbol }) => symbol));
  return [...symbols].flatMap((symbol) => {
    const [x, y] = [a, b].map(({ data }) => data.find((series) => series.symbol === symbol));
    if (x?.sha256 === y?.sha256) return [];
    return [{ symbol, first: firstDiffering(x, y, barsOfA(symbol), barsOfB(symbol)) }];
  });
}

/** The bar that opens at this time, null where there is none. */
export function barAt(bars: BarColumns | null, time: Ms): Bar | null {
  const row = bars?.time.indexOf(time) ?? -1;
  return bars === null || row === -1 ? null : rowOf(bars, row);
}

function firstDiffering(
  x: UsedSeries | undefined,
  y: UsedSeries | undefined,
  a: BarColumns | null,
  b: BarColumns | null,
): DifferingBar | null {
  const startA = x?.firstTime ?? Number.POSITIVE_INFINITY;
  const startB = y?.firstTime ?? Number.POSITIVE_INFINITY;
  // Where the ranges start apart, the manifests alone tell.
  if (startA < startB) return { time: startA, in: 'a', a: barAt(a, startA), b: null, felt: startA };
  if (startB < startA) return { time: startB, in: 'b', a: null, b: barAt(b, startB), felt: startB };
  if (a === null || b === null) return null;
  const most = Math.min(a.time.length, b.time.length);
  let row = 0;
  while (row < most && isSameBar(a, b, row)) row++;
  const timeA = a.time[row] ?? Number.POSITIVE_INFINITY;
  const timeB = b.time[row] ?? Number.POSITIVE_INFINITY;
  if (timeA === timeB) return { time: timeA, in: 'both', a: rowOf(a, row), b: rowOf(b, row), felt: timeA };
  const time = Math.min(timeA, timeB);
  const felt = row < most ? time : (a.time[row - 1] as number);
  return timeA < timeB
    ? { time, in: 'a', a: rowOf(a, row), b: null, felt }
    : { time, in: 'b', a: null, b: rowOf(b, row), felt };
}

function isSameBar(a: BarColumns, b: BarColumns, row: number): boolean {
  return BAR_COLUMNS.every((column) => Object.is(a[column][row], b[column][row]));
}

function rowOf(bars: BarColumns, row: number): Bar {
  return Object.fromEntries(BAR_COLUMNS.map((column) => [column, bars[column][row]])) as Bar;
}
