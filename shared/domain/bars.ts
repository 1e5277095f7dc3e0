/**
 * Bars of one series as columns of equal length, oldest first, times strictly ascending.
 * `time` is the bar's open in ms UTC; `volume` is NaN where the source has none.
 * A close-only series has open = high = low = close.
 */
export interface BarColumns {
  readonly time: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
}

/** The columns in the order in which they are stored and hashed. */
export const BAR_COLUMNS = ['time', 'open', 'high', 'low', 'close', 'volume'] as const;

/** Columns for `rows` bars; `shared` puts them in memory that workers read without copying. */
export function allocateBars(rows: number, memory: 'own' | 'shared'): BarColumns {
  const bytes = rows * Float64Array.BYTES_PER_ELEMENT;
  const column = () => new Float64Array(memory === 'shared' ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes));
  return {
    time: column(),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
  };
}

/** The bars from `start` up to but not including `end`, as views on the same memory. */
export function sliceBars(bars: BarColumns, start: number, end: number): BarColumns {
  return {
    time: bars.time.subarray(start, end),
    open: bars.open.subarray(start, end),
    high: bars.high.subarray(start, end),
    low: bars.low.subarray(start, end),
    close: bars.close.subarray(start, end),
    volume: bars.volume.subarray(start, end),
  };
}
