import { HindcastError } from '#shared/domain/errors.ts';

export function noSuchRun(selector: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.no-such-run',
    message: selector === 'last' ? 'There is no run yet.' : `There is no single run ${selector}.`,
    hint: 'hindcast runs list shows all runs; an id may be shortened as long as it is unique.',
  });
}

export function mixedCurrencies(currencies: readonly string[]): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.mixed-currencies',
    message: `The series are quoted in different currencies (${currencies.join(', ')}), and a run has one account currency.`,
    hint: 'Run on series of one currency.',
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
    hint: 'Say it with --tick-size when the prices are read, or give slippage in percent.',
  });
}

export function damagedRun(id: string, cause?: unknown): HindcastError {
  return new HindcastError(
    {
      kind: 'storage',
      code: 'storage.damaged-run',
      message: `Run ${id} is damaged: what is stored of it does not match its hashes.`,
      hint: 'Run the strategy again, or see with hindcast verify whether its result can still be had.',
    },
    { cause },
  );
}
