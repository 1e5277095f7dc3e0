import type { BarColumns } from '#shared/domain/bars.ts';
import type { Fraction, Ms } from '#shared/domain/units.ts';
import { medianStep } from '../metrics/sampling.ts';

/** The return of one bar, from the close before it to its own. */
export interface BarReturn {
  row: number;
  value: Fraction;
}

/** What a person looks at first in a series. */
export interface SeriesStatistics {
  low: number;
  high: number;
  firstClose: number;
  lastClose: number;
  /** Null with fewer than two bars. */
  worst: BarReturn | null;
  best: BarReturn | null;
  /** Bars without volume, and bars whose four prices are one. */
  withoutVolume: number;
  flat: number;
  /** Usual distance between two bars; NaN with fewer than two. */
  medianStep: Ms;
}

/** @param bars at least one */
export function seriesStatistics({ time, open, high, low, close, volume }: BarColumns): SeriesStatistics {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let worst: BarReturn | null = null;
  let best: BarReturn | null = null;
  let [withoutVolume, flat] = [0, 0];
  for (let row = 0; row < time.length; row++) {
    const [top, bottom, now] = [high[row] as number, low[row] as number, close[row] as number];
    if (bottom < lowest) lowest = bottom;
    if (top > highest) highest = top;
    if (top === bottom && open[row] === now) flat++;
    if (!((volume[row] as number) > 0)) withoutVolume++;
    if (row === 0) continue;
    const value = now / (close[row - 1] as number) - 1;
    if (!Number.isFinite(value)) continue;
    if (worst === null || value < worst.value) worst = { row, value };
    if (best === null || value > best.value) best = { row, value };
  }
  return {
    low: lowest,
    high: highest,
    firstClose: close[0] as number,
    lastClose: close[close.length - 1] as number,
    worst,
    best,
    withoutVolume,
    flat,
    medianStep: time.length < 2 ? Number.NaN : medianStep(time),
  };
}
