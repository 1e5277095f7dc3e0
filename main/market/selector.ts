import type { SeriesKey } from '#shared/domain/series.ts';

/** The selector that names exactly this series: `AAPL:1d:import`. */
export function selectorOf({ symbol, timeframe, source }: SeriesKey): string {
  return `${symbol}:${timeframe}:${source}`;
}
