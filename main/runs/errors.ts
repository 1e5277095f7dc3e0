import { HindcastError } from '#shared/domain/errors.ts';
import type { SeriesKey } from '#shared/domain/series.ts';
import type { Fraction } from '#shared/domain/units.ts';

export function noSuchRun(selector: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.no-such-run',
    message: selector === 'last' ? 'There is no run yet.' : `There is no single run ${selector}.`,
    hint: 'An id may be shortened as long as it is unique.',
  });
}

export function missingRate(symbol: string, quote: string, account: string): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.missing-fx',
    message: `${symbol} is quoted in ${quote} and the account is held in ${account}: the rate of exchange ${quote}${account} is missing.`,
    hint: `Add a stored series of ${quote}${account} or ${account}${quote} to the run, or run on symbols of one currency.`,
  });
}

/** @param known the first bar from which on the rate is known; null where that is none */
export function rateUnknown(pair: string, symbol: string, time: string, known: string | null): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.fx-unknown',
    message: `${pair} has no close from the ten days before ${time}, where ${symbol} needs one.`,
    hint:
      known === null ? `Import ${pair} up to then.` : `Import earlier bars of ${pair}, or begin the run at ${known}.`,
  });
}

export function idleFx(pair: string, currency: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.idle-fx',
    message: `The rate of exchange ${pair} has no use: no symbol of the run is quoted in a currency that it converts to ${currency}.`,
    hint: 'A pair is told by its name, such as EURUSD. Leave it out, or hold the account in another currency.',
  });
}

export function idleFiner({ symbol, timeframe }: SeriesKey): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.idle-finer',
    message: `The shorter bars ${symbol}:${timeframe} have no use: the run has no bars of ${symbol} that they fill.`,
    hint: 'Give shorter bars of a symbol of the run.',
  });
}

export function noPathToShow(semantics: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.no-path',
    message: `Under ${semantics} no way through a bar is followed, so shorter bars have nothing to show.`,
    hint: 'Leave them out, or run with the rules of hindcast-1.',
  });
}

/** Something was given for a symbol that the run doesn't have. */
export function unknownSymbolOf(what: string, symbol: string, symbols: readonly string[]): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.unknown-symbol',
    message: `There is no symbol ${symbol} in this run, and ${what} for it.`,
    hint: `It has ${symbols.join(', ')}.`,
  });
}

export function idleSpreadSeries(): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.idle-spread-series',
    message: 'There is a series of spreads, and nothing says that the spread follows it.',
    hint: 'Have the spread follow the series, or leave the series out.',
  });
}

export function noSpreadSeries(symbol: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.no-spread-series',
    message: `The spread of ${symbol} is to follow a series, and there is none.`,
    hint: `Give ${symbol} a stored series of distances between bid and ask.`,
  });
}

export function negativeSpread(symbol: string): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.negative-spread',
    message: `${symbol} has values below 0: it is no series of distances between bid and ask.`,
  });
}

export function noVolume(symbol: string): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.no-volume',
    message: `The bars of ${symbol} have no volume, which market impact and participation are measured by.`,
    hint: 'Import it with its volume, or leave out the limit of participation and slippage by market impact.',
  });
}

export function leveragedMargin(leverage: number, maintenance: Fraction): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.maintenance-margin',
    message: `A maintenance margin of ${round(maintenance * 100)}% is more than the ${round(100 / leverage)}% that a leverage of ${leverage} asks for in the first place.`,
    hint: 'Every full position would bring a margin call at once: lower the one or the other.',
  });
}

export function mixedTimeframes(timeframes: readonly string[]): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.mixed-timeframes',
    message: `The series have different timeframes (${timeframes.join(', ')}): a long bar is known only when the short ones inside it are over.`,
    hint: 'Run on series of one timeframe.',
  });
}

export function duplicateSymbol(symbol: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.duplicate-symbol',
    message: `${symbol} is given twice.`,
    hint: 'A run has each symbol once, in one timeframe.',
  });
}

export function noTickSize(symbol: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.no-tick-size',
    message: `Slippage in ticks needs a tick size, and ${symbol} has none.`,
    hint: 'Say it when the prices are imported, or give slippage in percent.',
  });
}

export function damagedRun(id: string, cause?: unknown): HindcastError {
  return new HindcastError(
    {
      kind: 'storage',
      code: 'storage.damaged-run',
      message: `Run ${id} is damaged: what is stored of it does not match its hashes.`,
      hint: 'Run the strategy again, or verify it to see whether its result can still be had.',
    },
    { cause },
  );
}

/** The bars that are stored are no longer those that the run saw. */
export function changedData(used: SeriesKey & { sha256: string }, { id }: { id: string }): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.changed',
    message: `The bars of ${used.symbol} (${used.timeframe}) are no longer those of run ${id}: some of them were replaced since.`,
    hint: `The run used bars with SHA-256 ${used.sha256}; import them again to verify it.`,
  });
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}

export function noSuchSymbol(symbol: string, symbols: readonly string[]): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.no-such-symbol',
    message: `There is no symbol ${symbol} in this run.`,
    hint: `It has ${symbols.join(', ')}.`,
  });
}

export function noSuchRowOf(what: 'trade' | 'fill', row: number): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: `usage.no-such-${what}`,
    message: `The run has no ${what} ${row}.`,
  });
}

export function runInProgress(id: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.run-in-progress',
    message: `Run ${id} is still running.`,
    hint: 'Cancel it first.',
  });
}
