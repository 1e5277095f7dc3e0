/**
 * What a terminal offers against an error, by its code. The error says what is wrong and what to do about it, in words
 * that fit every host; here stands how that is done with flags and commands.
 */
const REMEDIES: Readonly<Record<string, string>> = {
  'data.archive-choice': '--entry NAME names a file in an archive.',
  'data.bad-rows':
    '--skip-bad imports the other rows; --columns, --date-format, --delimiter and --decimal say how the file is read.',
  'data.columns': '--columns says it, for example --columns date=Day,close=Last or --columns date=1,close=5.',
  'data.date-format': '--date-format says how, --columns which.',
  'data.ambiguous-dates': '--date-format DD-MM-YYYY or --date-format MM-DD-YYYY says it.',
  'data.timeframe-unknown': '--timeframe 1d says it.',
  'data.overlapping-bars': 'hindcast import has --timezone for that.',
  'data.no-such-series': 'hindcast data list shows them, hindcast import FILE adds others.',
  'data.different-kind-of-bars': '--symbol and --source name another series, hindcast data delete SERIES deletes one.',
  'data.missing-fx': '--fx SERIES adds it.',
  'data.fx-unknown': '--from says where a run begins.',
  'data.no-volume': 'These are --participation and --slippage impact=….',
  'import.many-symbols': '--symbol is the one to leave out.',
  'import.symbol': '--symbol BTCUSD names it.',
  'import.instrument': 'These are --currency, --tick-size, --lot-step and --multiplier.',
  'usage.idle-fx': 'The one is --fx, the other --currency.',
  'usage.idle-finer': '--finer names them.',
  'usage.no-path': 'Leave out --finer, or add --semantics hindcast-1.',
  'usage.idle-spread-series': '--spread series has it followed, --spread-series is to be left out otherwise.',
  'usage.no-spread-series': '--spread-series SYMBOL=SERIES gives it.',
  'usage.no-tick-size': '--tick-size says it.',
  'usage.in-use': '--home DIR names another folder.',
  'usage.no-such-run': 'hindcast runs list shows all runs.',
  'usage.no-result': 'hindcast verify RUN runs it again, hindcast runs show RUN shows its summary.',
  'storage.damaged-run': 'hindcast verify RUN tells it.',
  'storage.damaged-series': 'hindcast data delete SERIES deletes it.',
  'strategy.timeout': '--time-limit SECONDS allows more time.',
  'strategy.out-of-memory': '--memory-limit MB allows more memory.',
};

/** How an error is mended from a terminal, where that isn't plain. */
export function remedyFor(code: string): string | undefined {
  return REMEDIES[code];
}
