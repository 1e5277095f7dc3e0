import { formatMetric } from '#shared/domain/format-metric.ts';
import type { Manifest } from '#shared/domain/manifest.ts';
import { METRIC_CATALOG, type MetricId } from '#shared/domain/metric-catalog.ts';
import type { RunResult } from '#shared/domain/run-result.ts';
import { caretLines } from '#worker/sandbox/source-text.ts';
import { accountCurrency, commissionCurrency } from '../../runs/account-currency.ts';
import { costsInWords } from '../../runs/report/sections/costs-in-words.ts';
import { returnInterval } from '../../runs/return-interval.ts';
import type { RunRecord } from '../../runs/run-record.ts';
import { EXIT, type ExitCode } from './command.ts';
import { formatDay, formatNumber } from './format.ts';
import { printTrust } from './print-trust.ts';
import type { Terminal } from './terminal.ts';

/** What a person looks at first; everything is in the report and the JSON. */
export const HEADLINE: readonly MetricId[] = [
  'finalEquity',
  'totalReturn',
  'buyAndHoldReturn',
  'cagr',
  'volatility',
  'sharpe',
  'sortino',
  'maxDrawdown',
  'maxDrawdownDuration',
  'exposure',
  'trades',
  'winRate',
  'profitFactor',
  'expectancy',
  'sqn',
  'totalCosts',
];

/**
 * The summary of a run: what ran on what, the main metrics with their conventions, whether they can be trusted,
 * warnings, and the hashes.
 * @param result null for a run without one
 */
export function printRun(terminal: Terminal, record: RunRecord, result: RunResult | null, source: string): void {
  const { manifest } = record;
  const params = Object.entries(manifest.params).map(([name, value]) => `${name}=${value}`);
  terminal.print(terminal.styled('bold', [record.strategyName, ...params].join(' ')));
  for (const { symbol, timeframe, rows, firstTime, lastTime } of manifest.data) {
    terminal.print(
      `  ${symbol}:${timeframe}  ${formatNumber(rows, 0)} bars, ${formatDay(firstTime)} to ${formatDay(lastTime)}`,
    );
  }
  const currency = accountCurrency(manifest);
  for (const line of [...costLines(manifest), ...warmUpLine(result)]) terminal.print(`  ${line}`);
  const metrics = result?.metrics ?? record.summary?.metrics ?? {};
  terminal.print();
  terminal.table(
    HEADLINE.flatMap((id) => {
      const metric = metrics[id];
      return metric === undefined
        ? []
        : [[METRIC_CATALOG[id].label, formatMetric(metric, currency), terminal.styled('dim', metric.convention)]];
    }),
    [1],
  );
  for (const line of result === null ? [] : ambiguityLine(result, manifest)) terminal.print(`  ${line}`);
  const failure = result?.failure ?? record.summary?.failure ?? null;
  terminal.print();
  if (failure !== null) {
    terminal.print(`${terminal.styled('red', 'Failed')}: ${placeOf(record, failure)}${failure.message}`);
    if (failure.line !== null && failure.column !== null) {
      for (const line of caretLines(source, failure.line, failure.column)) terminal.print(`  ${line}`);
    }
    terminal.print('What is shown is the run up to that bar.');
  }
  if (record.error !== null) terminal.print(`${terminal.styled('red', record.status)}: ${record.error.message}`);
  if (result !== null) printTrust(terminal, result);
  for (const { code, message } of result?.warnings ?? record.summary?.warnings ?? []) {
    // What the funnel says at length is not said twice.
    if (code === 'no-trades' && (result?.funnel ?? null) !== null) continue;
    terminal.print(`${terminal.styled('yellow', 'Note')}: ${message}`);
  }
  const logged = result?.log.length ?? 0;
  if (logged > 0) terminal.print(`The strategy wrote to its log (${logged}): see the report or the JSON.`);
  terminal.print('Hypothetical result: simulated on past prices, with the benefit of hindsight; no real trading.');
  terminal.print();
  terminal.table([
    ['run', record.id],
    ['manifestId', record.manifestId],
    ['resultHash', record.resultHash ?? '–'],
  ]);
}

/** What trading costs in this run; that it costs nothing is worth a line too. */
function costLines(manifest: Manifest): string[] {
  const { costs } = manifest;
  const words = costsInWords(costs, commissionCurrency(manifest));
  const charged = (['commission', 'spread', 'slippage'] as const).filter((part) => costs[part].model !== 'none');
  return charged.length === 0 ? ['no costs'] : charged.map((part) => `${part}: ${words[part]}`);
}

/** Metrics begin where the strategy could first trade; only a whole result knows where that is. */
function warmUpLine(result: RunResult | null): string[] {
  const first = result?.firstTradableBar ?? 0;
  const time = result?.time[first - 1];
  return time === undefined ? [] : [`measured from ${formatDay(time)}, after a warm-up of ${first} bars`];
}

/** Between which returns the truth lies, where bars leave it open. */
function ambiguityLine(result: RunResult, { cash }: Manifest): string[] {
  const interval = returnInterval(result, cash);
  if (interval === null) return [];
  const [least, most] = [interval.least, interval.most].map((value) =>
    formatMetric({ value, unit: 'fraction', convention: '' }, ''),
  );
  return [`The total return lies between ${least} and ${most}: some bars don't tell which order filled first.`];
}

/** A run whose strategy threw ends the process with the code for errors in the strategy. */
export function runExitCode(record: RunRecord): ExitCode {
  if (record.status === 'done') return EXIT.ok;
  return record.summary?.failure === null || record.summary === null ? EXIT.failedRun : EXIT.strategy;
}

function placeOf(record: RunRecord, { line, column }: { line: number | null; column: number | null }): string {
  return line === null ? '' : `${record.strategyFile}:${line}:${column} `;
}
