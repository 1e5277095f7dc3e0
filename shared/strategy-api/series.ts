/**
 * A column of numbers, one for each bar, read relative to the current bar. Nothing can read forward: in `onBar`
 * only the current bar and those before it exist.
 */
export interface Series {
  /**
   * The value at the current bar; NaN before the first one.
   * @throws in `setup`, where there is no current bar.
   */
  readonly now: number;

  /**
   * The value some bars back: `close.ago(1)` is the previous close; NaN before the first bar.
   * @param bars whole number ≥ 0
   */
  ago(bars: number): number;

  /**
   * The value at an absolute position, for building indicators of your own in `setup`, where the whole column
   * is visible.
   * @param index from 0 to `length − 1`
   * @throws when the position lies after the current bar.
   */
  at(index: number): number;

  /** Number of bars in the whole column. */
  readonly length: number;
}
