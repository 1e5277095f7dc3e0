import type { LoadedSeries, SeriesKey, SeriesSummary } from '#shared/domain/series.ts';
import { fitsInto, TIMEFRAMES } from '#shared/domain/timeframe.ts';
import type { Ms } from '#shared/domain/units.ts';
import { barEnd } from '#worker/timeframes/bar-end.ts';
import { idleFiner } from '../errors.ts';

/** Bars of more than this are not read unasked: 240 MB. */
const MOST_ROWS = 5_000_000;

/** The time from the opening of the first bar to the last moment of the last one. */
export function spanOf({ key, bars }: Pick<LoadedSeries, 'key' | 'bars'>): { from: Ms; to: Ms } {
  const { time } = bars;
  return { from: time[0] as number, to: barEnd(time, time.length - 1, TIMEFRAMES[key.timeframe]) - 1 };
}

/** Of the series that were named for looking into bars those of a symbol. */
export function namedFiner(
  series: Pick<LoadedSeries, 'key' | 'closeOnly'>,
  named: readonly SeriesKey[],
): SeriesKey | null {
  return named.find((key) => isFiner(key, series)) ?? null;
}

/** @throws HindcastError `usage.idle-finer` for one with which nothing can be done */
export function requireFinerUsed(
  all: readonly Pick<LoadedSeries, 'key' | 'closeOnly'>[],
  named: readonly SeriesKey[],
): void {
  const idle = named.find((key) => !all.some((series) => namedFiner(series, named) === key));
  if (idle !== undefined) throw idleFiner(idle);
}

/** The shortest bars of the same symbol and source that are stored and cover all of a series; null where there are none. */
export function storedFiner(series: LoadedSeries, stored: readonly SeriesSummary[]): SeriesKey | null {
  const { key, bars, closeOnly } = series;
  const { to } = spanOf(series);
  const [first = 0, last = 0] = [bars.time[0], bars.time.at(-1)];
  const firstEnd = Math.min(to, barEnd(bars.time, 0, TIMEFRAMES[key.timeframe]) - 1);
  const covers = (one: SeriesSummary) =>
    one.source === key.source &&
    !one.closeOnly &&
    one.rows <= MOST_ROWS &&
    isFiner(one, { key, closeOnly }) &&
    one.firstTime <= firstEnd &&
    one.lastTime >= last &&
    first <= one.lastTime;
  const [shortest] = stored.filter(covers).sort((a, b) => TIMEFRAMES[a.timeframe] - TIMEFRAMES[b.timeframe]);
  return shortest ?? null;
}

function isFiner(one: SeriesKey, { key, closeOnly }: Pick<LoadedSeries, 'key' | 'closeOnly'>): boolean {
  return !closeOnly && one.symbol.toLowerCase() === key.symbol.toLowerCase() && fitsInto(one.timeframe, key.timeframe);
}
