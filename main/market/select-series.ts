import type { SeriesSummary } from '#shared/domain/series.ts';
import { isTimeframe } from '#shared/domain/timeframe.ts';
import { ambiguousSeries, noSuchSeries } from './market-errors.ts';
import { isSnapshot } from './snapshot-source.ts';

/**
 * The one series that a selector names: `SYMBOL`, `SYMBOL:1d` or `SYMBOL:1d:source`. Capitals count only where
 * two timeframes differ by them (`1m` a minute, `1M` a month).
 * @throws HindcastError of kind `data` when it names none or several, with those there are.
 */
export function selectSeries(selector: string, stored: readonly SeriesSummary[]): SeriesSummary {
  const [symbol = '', timeframe, ...source] = selector.trim().split(':');
  // The snapshots that runs keep are meant only when they are named.
  const offered = source.length === 0 ? stored.filter((series) => !isSnapshot(series.source)) : stored;
  const matches = offered.filter(
    (series) =>
      sameText(series.symbol, symbol) &&
      (timeframe === undefined || series.timeframe === asTimeframe(timeframe)) &&
      (source.length === 0 || sameText(series.source, source.join(':'))),
  );
  const [only, ...others] = matches;
  if (!only) throw noSuchSeries(selector, symbol, offered);
  if (others.length > 0) throw ambiguousSeries(selector, matches);
  return only;
}

const sameText = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
const asTimeframe = (text: string) => (isTimeframe(text) ? text : text.toLowerCase());
