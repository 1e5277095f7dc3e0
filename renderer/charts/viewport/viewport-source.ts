import type { Ms } from '#shared/domain/units.ts';
import type { ChartView } from './chart-view.ts';
import type { Viewport } from './viewport.ts';

/** Rows from `from` up to but not including `to`, in at most `buckets` buckets (1 to `MOST_BUCKETS`). */
export interface ViewportQuery {
  readonly from: number;
  readonly to: number;
  readonly buckets: number;
}

/** The most buckets that a chart asks for at once. */
export const MOST_BUCKETS = 1_200;

/** Where a chart takes its buckets from. A series that changes gets another source. */
export interface ViewportSource {
  /**
   * Names the series. A source that takes the place of another one of the same name has more of the same rows, such as
   * lines: until it answers, the chart goes on showing what it has.
   */
  readonly series?: string;
  /** Rows of the whole series. */
  readonly totalRows: number;
  /** Length of one bar. */
  readonly barLength: Ms;
  /**
   * @returns between half of the buckets asked for and all, or one a row where there are fewer rows
   * @throws whatever the reader has to know; an abort by `signal` is not shown
   */
  query(query: ViewportQuery, signal: AbortSignal): Promise<Viewport>;
  /** The last row that opened at or before a time. */
  rowAt(time: Ms, signal: AbortSignal): Promise<number>;
}

/** When the first and the last bar of a series open. */
export async function endsOf(source: ViewportSource, signal: AbortSignal): Promise<{ first: Ms; last: Ms }> {
  const timeOf = async (row: number) => {
    const { time } = await source.query({ from: row, to: row + 1, buckets: 1 }, signal);
    return time[0] ?? Number.NaN;
  };
  const [first, last] = await Promise.all([timeOf(0), timeOf(Math.max(0, source.totalRows - 1))]);
  return { first, last };
}

/**
 * Brings the first bar that opens at or after a time into the middle of a view, and points at it.
 * @param first when the first bar of the series opens
 */
export async function goToTime(
  view: ChartView,
  source: ViewportSource,
  { time, first }: { time: Ms; first: Ms },
  signal: AbortSignal,
): Promise<void> {
  const before = time <= first ? -1 : await source.rowAt(time - 1, signal);
  if (signal.aborted) return;
  const row = Math.min(source.totalRows - 1, before + 1);
  view.goTo(row);
  view.point(row);
}
