import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { NO_COSTS } from '#shared/domain/costs.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import type { SeriesKey } from '#shared/domain/series.ts';
import type { StrategySource } from '#worker/task.ts';
import { snapshotFile } from '../../../market/snapshot.ts';
import { runText } from '../../../runs/run-file.ts';
import type { RunRequest } from '../../../runs/run-service.ts';
import { loadStrategySource } from '../../../strategies/load-source.ts';
import { ACCOUNT_FLAGS, accountFlags } from '../account-flags.ts';
import type { Arguments, Command, CommandContext } from '../command.ts';
import { commissionFlag, slippageFlag, spreadFlag } from '../cost-flags.ts';
import { DATA_FLAGS, DATA_NOTES, dataFlags } from '../data-flags.ts';
import { fromFlag, numberFlag, paramFlags, semanticsFlag, toFlag, wholeFlag } from '../flag-values.ts';
import { formatNumber } from '../format.ts';
import { IMPORT_FLAGS, importOptions } from '../import-flags.ts';
import { LIMIT_FLAGS } from '../limits.ts';
import { openFile } from '../open-file.ts';
import { printRun, runExitCode } from '../print-run.ts';
import { SESSION_NOTES } from '../session-flag.ts';
import { writeOutput } from '../write-output.ts';
import { showImport } from './import.ts';

/** How a price file is read; the currency that it is quoted in is that of the account. */
const { currency: _, ...FILE_FLAGS } = IMPORT_FLAGS;

export const run: Command = {
  name: 'run',
  usage: 'STRATEGY.ts --data SERIES|FILE',
  summary: 'backtest a strategy',
  positionals: [1, 1],
  flags: {
    data: { value: 'SERIES|FILE', help: 'a stored series (SYMBOL, SYMBOL:1d) or a price file', many: true },
    param: { value: 'NAME=VALUE', help: 'value of a parameter', many: true },
    from: { value: 'DATE', help: 'first bar: 2010, 2010-05, 2010-05-31 or with time and zone' },
    to: { value: 'DATE', help: 'last bar, included' },
    cash: { value: 'AMOUNT', help: 'capital (100000)' },
    commission: { value: 'C', help: '0.1%, 2 (money a fill), 2+0.1% or more, see below (none)' },
    spread: { value: 'S', help: '0.02% of the price, price points, or series (none)' },
    slippage: { value: 'S', help: '0.02% of the price, 2ticks or more, see below (none)' },
    semantics: {
      value: 'ID',
      help: 'rules of fills: hindcast-1, backtesting.py, tradingview or vectorbt (hindcast-1)',
    },
    seed: { value: 'N', help: 'seed of random() (0)' },
    ...ACCOUNT_FLAGS,
    ...DATA_FLAGS,
    json: { value: 'FILE', help: 'write the run as JSON; - for standard output' },
    html: { value: 'FILE', help: 'write the report' },
    open: { help: 'open the report in the browser' },
    'no-type-check': { help: 'run without checking the types of the strategy' },
    ...LIMIT_FLAGS,
    ...FILE_FLAGS,
  },
  notes:
    'The flags from --symbol on say how a price file is read, as for import. Several --data make a portfolio; the\n' +
    'first one is the series that data.close means in the strategy.\n' +
    '\n' +
    '--commission also takes 0.005/share,min=1,max=1% (for each unit), 0.2%to10000,0.1%,min=1,max=40 (tiers of the\n' +
    'value of a fill) and maker=0.02%,taker=0.04%. --slippage also takes impact=10%,limit=2.5% (grows with the\n' +
    'square root of the share of the volume) and range=5% (of the usual range of a bar).\n' +
    '\n' +
    `${DATA_NOTES}\n\n${SESSION_NOTES}`,
  async run(context) {
    const { args, terminal, app, signal } = context;
    const [file = ''] = args.positionals;
    if (args.has('open') && args.text('html') === undefined) throw openWithoutReport();
    const terms = readTerms(args);
    const { text: source } = await loadStrategySource(file);
    const { runService, market } = app();
    const [series] = await Promise.all([findData(context), checkStrategy(context, { source, file })]);
    const { record, result } = await runService.run(
      { ...terms, ...dataFlags(args, market, series), strategy: { source, file }, series },
      {
        signal,
        onProgress: ({ bar, bars }) =>
          terminal.progress('Running', bar / bars, `bar ${formatNumber(bar, 0)} of ${formatNumber(bars, 0)}`),
      },
    );
    terminal.clearProgress();
    const json = args.text('json');
    const html = args.text('html');
    if (json !== undefined) await writeOutput(terminal, json, runText('json', record, result, source));
    if (html !== undefined) await writeOutput(terminal, html, runText('html', record, result, source));
    if (json !== '-' && html !== '-') printRun(terminal, record, result, source);
    if (html !== undefined && html !== '-') terminal.note(`Report: ${resolve(html)}`);
    if (html !== undefined && args.has('open')) openFile(terminal, resolve(html));
    return runExitCode(record);
  },
};

/** Syntax first: its errors say more than what the type checker makes of them. */
export async function checkStrategy({ args, app, signal }: CommandContext, strategy: StrategySource): Promise<void> {
  const { runService, typeChecker } = app();
  await runService.describe(strategy, { signal });
  if (!args.has('no-type-check')) await typeChecker.check(strategy.source, strategy.file);
}

export function readTerms(args: Arguments): Omit<RunRequest, 'strategy' | 'series'> {
  const from = args.text('from');
  const to = args.text('to');
  const commission = args.text('commission');
  const spread = args.text('spread');
  const slippage = args.text('slippage');
  const range = {
    ...(from !== undefined && { from: fromFlag('from', from) }),
    ...(to !== undefined && { to: toFlag('to', to) }),
  };
  if (range.from !== undefined && range.to !== undefined && range.from > range.to) throw emptyRange(from, to);
  return {
    ...range,
    params: paramFlags(args.texts('param')),
    cash: numberFlag('cash', args.text('cash') ?? '100000', 0.01, 'an amount above 0'),
    costs: {
      commission: commission === undefined ? NO_COSTS.commission : commissionFlag(commission),
      spread: spread === undefined ? NO_COSTS.spread : spreadFlag(spread),
      slippage: slippage === undefined ? NO_COSTS.slippage : slippageFlag(slippage),
    },
    account: accountFlags(args),
    semantics: semanticsFlag(args.text('semantics') ?? 'hindcast-1'),
    seed: wholeFlag('seed', args.text('seed') ?? '0', 0, 'a whole number, 0 or more'),
  };
}

/** Files are stored as they are now; everything else names a stored series. */
export async function findData({ args, terminal, app, signal }: CommandContext): Promise<SeriesKey[]> {
  const wanted = args.texts('data').flatMap((text) => (isFile(text) ? [text] : text.split(',')));
  if (wanted.length === 0) throw noData();
  const idle = wanted.some(isFile) ? undefined : Object.keys(FILE_FLAGS).find((flag) => args.has(flag));
  if (idle !== undefined) throw noFileToRead(idle);
  const { market } = app();
  const found: SeriesKey[] = [];
  for (const text of wanted) {
    if (!isFile(text)) found.push(market.find(text.trim()));
    else {
      const controls = { signal, onProgress: showImport(terminal) };
      found.push(...(await snapshotFile(text, market, importOptions(args), controls)));
      terminal.clearProgress();
    }
  }
  return found;
}

/** A path is meant where a file is, or where the text looks like nothing else. */
function isFile(text: string): boolean {
  const looksLikePath = /[/\\]|\.(csv|tsv|txt|json|jsonl|ndjson|parquet|gz|zip)$/i.test(text);
  return looksLikePath || statSync(text, { throwIfNoEntry: false })?.isFile() === true;
}

function noData(): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.no-data',
    message: 'There is nothing to run on.',
    hint: 'Add --data with a stored series (hindcast data list) or a price file.',
  });
}

function noFileToRead(flag: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.no-file-to-read',
    message: `--${flag} says how a price file is read, and there is none: all data is stored already.`,
    hint: `Import the file again with --${flag}, or leave it out.`,
  });
}

function emptyRange(from: string | undefined, to: string | undefined): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.empty-range',
    message: `--from ${from} lies after --to ${to}.`,
  });
}

function openWithoutReport(): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.open-without-html',
    message: '--open opens the report, and there is none.',
    hint: 'Add --html FILE.',
  });
}
