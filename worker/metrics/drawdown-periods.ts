import type { BarIndex, Fraction, Ms } from '#shared/domain/units.ts';

/** One stretch under water: from the last bar at the high to the bar that reaches it again. */
export interface DrawdownPeriod {
  /** Last bar at the high. Bars are positions in the columns given. */
  readonly peak: BarIndex;
  /** First bar at the lowest equity. */
  readonly trough: BarIndex;
  /** Bar at which the high was reached again; null when the data ends before. */
  readonly recovery: BarIndex | null;
  /** Equity at the trough against the peak, minus one: −0.25 = a quarter lost; below −1 when in debt. */
  readonly depth: Fraction;
  /** From peak to recovery, or to the last bar. */
  readonly duration: Ms;
}

/**
 * All drawdowns of an equity curve, in time order; empty for a curve that never falls.
 *
 * @param time open times of the bars, ms
 * @param equity equity at their closes, starting above zero; the first one counts as a high
 */
export function drawdownPeriods(time: Float64Array, equity: Float64Array): DrawdownPeriod[] {
  const periods: DrawdownPeriod[] = [];
  let peak = 0;
  let trough = 0;
  let high = equity[0] ?? Number.NaN;
  let low = high;

  const surface = (recovery: BarIndex | null) => {
    const end = recovery ?? equity.length - 1;
    const duration = (time[end] as number) - (time[peak] as number);
    periods.push({ peak, trough, recovery, depth: low / high - 1, duration });
  };

  for (let bar = 1; bar < equity.length; bar++) {
    const value = equity[bar] as number;
    if (value >= high) {
      if (trough > peak) surface(bar);
      peak = trough = bar;
      high = low = value;
    } else if (value < low) {
      trough = bar;
      low = value;
    }
  }
  if (trough > peak) surface(null);
  return periods;
}
