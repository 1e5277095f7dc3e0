import { HindcastError } from '#shared/domain/errors.ts';
import type { SeriesKey } from '#shared/domain/series.ts';
import { readActions } from '../../market/actions-file.ts';
import type { MarketStore } from '../../market/store/market-store.ts';
import type { RunRequest } from '../../runs/run-service.ts';
import type { Arguments, Flag } from './command.ts';

/** What a run reads beside the bars that it trades. */
export const DATA_FLAGS: Readonly<Record<string, Flag>> = {
  fx: { value: 'SERIES', help: 'a pair such as EURUSD, for symbols in other currencies than the account', many: true },
  finer: {
    value: 'SERIES',
    help: 'shorter bars of a symbol, to look into its bars (those that are stored)',
    many: true,
  },
  'no-finer': { help: 'don’t look for shorter bars' },
  'spread-series': { value: 'SERIES', help: 'distances between bid and ask, for --spread series', many: true },
  funding: { value: 'SERIES', help: 'funding rates of a perpetual future', many: true },
  actions: { value: 'FILE', help: 'splits and dividends: lines such as 2020-08-31,split,4' },
};

export const DATA_NOTES =
  'With several symbols --spread-series and --funding take SYMBOL=SERIES, and lines of --actions begin with the\n' +
  'symbol.';

/**
 * Finds the series that these flags name.
 * @param traded the series of the run
 * @throws HindcastError for series that aren't there, and for flags that contradict each other
 */
export function dataFlags(
  args: Arguments,
  market: MarketStore,
  traded: readonly SeriesKey[],
): Pick<RunRequest, 'fx' | 'finer' | 'spreads' | 'funding' | 'actions'> {
  const symbols = traded.map(({ symbol }) => symbol);
  const found = (flag: string) => args.texts(flag).map((text) => market.find(text.trim()));
  if (args.has('finer') && args.has('no-finer')) throw contradiction();
  const file = args.text('actions');
  return {
    fx: found('fx'),
    finer: args.has('no-finer') ? [] : args.has('finer') ? found('finer') : 'stored',
    spreads: bySymbol('spread-series', args, market, symbols),
    funding: bySymbol('funding', args, market, symbols),
    ...(file !== undefined && { actions: readActions(file, symbols) }),
  };
}

function bySymbol(
  flag: string,
  args: Arguments,
  market: MarketStore,
  symbols: readonly string[],
): Record<string, SeriesKey> {
  return Object.fromEntries(
    args.texts(flag).map((text) => {
      const split = text.indexOf('=');
      const named = symbols.find((symbol) => symbol.toLowerCase() === text.slice(0, split).trim().toLowerCase());
      if (named !== undefined) return [named, market.find(text.slice(split + 1).trim())];
      const [only, ...others] = symbols;
      if (only === undefined || others.length > 0) throw whichSymbol(flag, text, symbols);
      return [only, market.find(text.trim())];
    }),
  );
}

function whichSymbol(flag: string, text: string, symbols: readonly string[]): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.which-symbol',
    message: `--${flag} ${text} doesn't say which symbol it is for.`,
    hint: `Write --${flag} SYMBOL=${text}. The run has ${symbols.join(', ')}.`,
  });
}

function contradiction(): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.contradiction',
    message: '--finer names shorter bars and --no-finer leaves them out.',
    hint: 'Give one of them.',
  });
}
