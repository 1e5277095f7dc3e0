import { HindcastError } from '#shared/domain/errors.ts';
import type { SeriesKey, SeriesSummary } from '#shared/domain/series.ts';
import type { Ms } from '#shared/domain/units.ts';
import { nearestName } from './nearest-name.ts';
import { selectorOf } from './selector.ts';

const LISTED = 20;

/** Which series there are, as far as a person wants to read. */
function listed(series: readonly SeriesSummary[]): string[] {
  const lines = series
    .slice(0, LISTED)
    .map((one) => `${selectorOf(one)}  ${one.rows} bars, ${isoTime(one.firstTime)} to ${isoTime(one.lastTime)}`);
  return series.length > LISTED ? [...lines, `… and ${series.length - LISTED} more`] : lines;
}

/** ISO 8601, without the time of day at midnight: `2020-01-31` or `2020-01-31T14:30:00Z`. */
function isoTime(time: Ms): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return String(time);
  return date.toISOString().replace('.000Z', 'Z').replace('T00:00:00Z', '');
}

/** No stored series answers to `selector`, whose symbol part is `symbol`. */
export function noSuchSeries(selector: string, symbol: string, stored: readonly SeriesSummary[]): HindcastError {
  const code = 'data.no-such-series';
  const message = `There is no series "${selector}".`;
  if (stored.length === 0) {
    return new HindcastError({ kind: 'data', code, message, hint: 'Import a file first.' });
  }
  const ofSymbol = stored.filter((series) => series.symbol.toLowerCase() === symbol.toLowerCase());
  const nearest = nearestName(symbol, new Set(stored.map((series) => series.symbol)));
  const [first] = ofSymbol;
  const hint = first
    ? `Did you mean ${selectorOf(first)}?`
    : nearest
      ? `Did you mean ${nearest}?`
      : 'These series are stored; importing a file adds others.';
  return new HindcastError({ kind: 'data', code, message, hint, lines: listed(first ? ofSymbol : stored) });
}

/** `selector` names more than one series. */
export function ambiguousSeries(selector: string, matches: readonly SeriesSummary[]): HindcastError {
  const [first] = matches;
  return new HindcastError({
    kind: 'data',
    code: 'data.ambiguous-series',
    message: `"${selector}" names ${matches.length} series.`,
    hint: `Name one of them in full${first ? `, for example ${selectorOf(first)}` : ''}.`,
    lines: listed(matches),
  });
}

/** The series has no bar in the range that was asked for. */
export function noBarsInRange(series: SeriesSummary, from: Ms | undefined, to: Ms | undefined): HindcastError {
  const asked = [from !== undefined && `from ${isoTime(from)}`, to !== undefined && `to ${isoTime(to)}`];
  return new HindcastError({
    kind: 'data',
    code: 'data.no-bars-in-range',
    message: `${selectorOf(series)} has no bars ${asked.filter(Boolean).join(' ')}.`,
    hint: `It has ${series.rows} bars from ${isoTime(series.firstTime)} to ${isoTime(series.lastTime)}.`,
  });
}

/** An import of bars with one price into a series with four, or the other way round. */
export function differentKindOfBars(stored: SeriesSummary): HindcastError {
  const [has, gets] = stored.closeOnly
    ? ['close prices only', 'open, high, low and close']
    : ['open, high, low and close', 'close prices only'];
  return new HindcastError({
    kind: 'data',
    code: 'data.different-kind-of-bars',
    message: `${selectorOf(stored)} has ${has}; the file has ${gets}, and the two don't mix in one series.`,
    hint: `Import it under another symbol or source, or delete ${selectorOf(stored)} first.`,
  });
}

/** An import that has no bars for the series. */
export function nothingToImport(key: SeriesKey): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.nothing-to-import',
    message: `There are no bars to import for ${selectorOf(key)}.`,
    hint: 'Check that the file has rows below its header.',
  });
}

/** Stored bars that aren't what was written. `firstTime` tells which chunk; without it, chunks are missing. */
export function damagedSeries(key: SeriesKey, firstTime?: Ms): HindcastError {
  const where = firstTime === undefined ? 'bars are missing' : `the chunk that starts at ${isoTime(firstTime)}`;
  return new HindcastError({
    kind: 'storage',
    code: 'storage.damaged-series',
    message: `${selectorOf(key)} is damaged on disk: ${where}.`,
    hint: 'Delete it and import it again.',
  });
}

export function noSuchRow(row: number, rows: number): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.no-such-row',
    message: `There is no row ${row}: the last one is ${rows - 1}.`,
  });
}
