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

/** Brings the bar of a time into the middle of a view. */
export async function goToTime(view: ChartView, source: ViewportSource, time: Ms, signal: AbortSignal): Promise<void> {
  const row = await source.rowAt(time, signal);
  if (!signal.aborted) view.goTo(row);
}
