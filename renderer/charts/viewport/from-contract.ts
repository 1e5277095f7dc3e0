import type { BarViewport, EquityViewport, LinesViewport } from '#shared/contract/viewport.ts';
import type { LineBuckets, Markers, Viewport } from './viewport.ts';

/** Ids of the lines in a viewport of equity. */
export const EQUITY = 'equity';
export const BENCHMARK = 'benchmark';
export const DRAWDOWN = 'drawdown';

/** Id of a run's line, by its place in the list of them. */
export function lineId(place: number): string {
  return `line ${place}`;
}

/**
 * An answer of `market.viewport` or `runs.barViewport`, with one of `runs.markers` and one of `runs.linesViewport`, as a
 * chart draws it.
 */
export function viewportOfBars(answer: BarViewport, markers?: Markers, lines?: LinesViewport): Viewport {
  const { open, high, low, close, volume } = answer;
  return {
    ...bucketsOf(answer),
    bars: { open, high, low, close, volume },
    lines: lines === undefined ? {} : linesOf(lines),
    markers: markers === undefined ? [] : [markers],
  };
}

/** An answer of `runs.equityViewport` as a chart draws it. */
export function viewportOfEquity(answer: EquityViewport): Viewport {
  return {
    ...bucketsOf(answer),
    bars: null,
    lines: {
      [EQUITY]: { min: answer.equityMin, max: answer.equityMax, last: answer.equityLast },
      [BENCHMARK]: { min: answer.benchmarkMin, max: answer.benchmarkMax, last: answer.benchmarkLast },
      [DRAWDOWN]: { min: answer.drawdownMin, max: answer.drawdownLast, last: answer.drawdownLast },
    },
    markers: [],
  };
}

function linesOf({ lines }: LinesViewport): Record<string, LineBuckets> {
  return Object.fromEntries(lines.map(({ min, max, last }, place) => [lineId(place), { min, max, last }]));
}

function bucketsOf(answer: BarViewport | EquityViewport) {
  const { totalRows, rowsPerBucket, firstRow, rows, time } = answer;
  return { totalRows, rowsPerBucket, firstRow, rows, time };
}
