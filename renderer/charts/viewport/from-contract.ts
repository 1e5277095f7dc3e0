import type { BarViewport, EquityViewport } from '#shared/contract/viewport.ts';
import type { Markers, Viewport } from './viewport.ts';

/** Ids of the lines in a viewport of equity. */
export const EQUITY = 'equity';
export const BENCHMARK = 'benchmark';
export const DRAWDOWN = 'drawdown';

/** An answer of `market.viewport` or `runs.barViewport`, with one of `runs.markers`, as a chart draws it. */
export function viewportOfBars(answer: BarViewport, markers?: Markers): Viewport {
  const { open, high, low, close, volume } = answer;
  return {
    ...bucketsOf(answer),
    bars: { open, high, low, close, volume },
    lines: {},
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

function bucketsOf(answer: BarViewport | EquityViewport) {
  const { totalRows, rowsPerBucket, firstRow, rows, time } = answer;
  return { totalRows, rowsPerBucket, firstRow, rows, time };
}
