import type { Json } from '#shared/domain/canonical-json.ts';
import { formatMetric } from '#shared/domain/format-metric.ts';
import { isoTime } from '#shared/domain/iso-time.ts';
import type { Manifest } from '#shared/domain/manifest.ts';
import { METRIC_CATALOG } from '#shared/domain/metric-catalog.ts';
import type { RunExport } from '#shared/domain/run-export.ts';
import type { MetricUnit } from '#shared/domain/run-result.ts';
import { accountCurrency } from '../../runs/account-currency.ts';
import { percentagePoints } from '../../runs/report/figures.ts';
import type { RunDiff } from '../../runs/run-diff.ts';
import { type ManifestDifference, manifestValue } from '../../runs/run-diff-manifest.ts';
import type { MetricDifference } from '../../runs/run-diff-metrics.ts';
import type { DiffLine, SourceHunk } from '../../runs/run-diff-source.ts';
import { printDivergence } from './print-divergence.ts';
import { HEADLINE } from './print-run.ts';
import type { Terminal } from './terminal.ts';

type UsedSeries = Manifest['data'][number];

const HASH = /^[0-9a-f]{64}$/;

/** What two runs do not share: manifests, the first order that differs, its cause, and the headline metrics. */
export function printDiff(terminal: Terminal, a: RunExport, b: RunExport, diff: RunDiff): void {
  terminal.table([nameOf('A', a), nameOf('B', b)]);
  terminal.print();
  if (diff.isEqual) {
    terminal.print(`${terminal.styled('green', 'Equal')}: the same manifest gave the same result.`);
    terminal.table([
      ['manifestId', a.manifestId],
      ['resultHash', a.resultHash],
    ]);
    return;
  }
  printManifest(terminal, diff);
  if (diff.divergence !== null) printDivergence(terminal, diff.divergence, diff.bars);
  else terminal.print(terminal.styled('bold', sameness(a, b)));
  terminal.print();
  printCauses(terminal, diff);
  printMetrics(terminal, a, b, diff.metrics);
}

function sameness(a: RunExport, b: RunExport): string {
  return a.resultHash === b.resultHash
    ? 'The results are the same.'
    : 'Orders, fills and equity are the same; texts or metrics are not.';
}

function nameOf(letter: string, { runId, strategy, resultHash, failure }: RunExport): string[] {
  const end = failure === null ? '' : `failed on ${isoTime(failure.time)}`;
  return [letter, runId ?? '–', strategy.name, strategy.file, `result ${shortened(resultHash)}`, end];
}

function printManifest(terminal: Terminal, { manifest, source }: RunDiff): void {
  terminal.print(terminal.styled('bold', manifest.length === 0 ? 'The manifests are the same' : 'Manifest'));
  if (manifest.length > 0) {
    terminal.table([['', 'A', 'B'], ...manifest.map((one) => [one.path.join(' '), ...valuesOf(one)])]);
  }
  const isCodeChanged = manifest.some(({ area }) => area === 'code');
  if (isCodeChanged && source?.length === 0) terminal.print('  The sources differ in their line ends only.');
  for (const hunk of source ?? []) printHunk(terminal, hunk);
  terminal.print();
}

function valuesOf({ path, a, b }: ManifestDifference): [string, string] {
  const [part, , field] = path;
  const text = (value: Json | undefined) => {
    if (part === 'data' && path.length === 2 && value !== undefined) return seriesInWords(value as UsedSeries);
    if (/^(first|last)Time$/.test(field ?? '') && typeof value === 'number') return isoTime(value);
    return shortened(manifestValue(value));
  };
  return [text(a), text(b)];
}

function seriesInWords({ timeframe, rows, firstTime, lastTime }: UsedSeries): string {
  return `${rows} bars of ${timeframe}, ${isoTime(firstTime)} to ${isoTime(lastTime)}`;
}

function printHunk(terminal: Terminal, { startA, startB, lines }: SourceHunk): void {
  const count = (absent: DiffLine['kind']) => lines.filter(({ kind }) => kind !== absent).length;
  terminal.print(terminal.styled('cyan', `  @@ -${startA},${count('added')} +${startB},${count('removed')} @@`));
  for (const { kind, text } of lines) {
    if (kind === 'added') terminal.print(terminal.styled('green', `  +${text}`));
    else if (kind === 'removed') terminal.print(terminal.styled('red', `  -${text}`));
    else terminal.print(`   ${text}`.trimEnd());
  }
}

function printCauses(terminal: Terminal, { causes }: RunDiff): void {
  const [likely, ...others] = causes;
  if (likely === undefined) return;
  terminal.print(`${terminal.styled('bold', 'Likely cause')}, ${likely.area}: ${likely.reason}`);
  for (const { area, reason } of others) terminal.print(`  also possible, ${area}: ${reason}`);
  terminal.print();
}

function printMetrics(terminal: Terminal, a: RunExport, b: RunExport, metrics: readonly MetricDifference[]): void {
  const [currencyOfA, currencyOfB] = [accountCurrency(a.manifest), accountCurrency(b.manifest)];
  const rows = HEADLINE.flatMap((id) => {
    const metric = metrics.find((one) => one.id === id);
    if (metric === undefined) return [];
    const difference = signed(metric, currencyOfA === currencyOfB ? currencyOfA : '');
    const values = [formatted(metric.a, metric, currencyOfA), formatted(metric.b, metric, currencyOfB)];
    return [[METRIC_CATALOG[id].label, ...values, difference]];
  });
  terminal.table([['', 'A', 'B', 'B − A'], ...rows], [1, 2, 3]);
  const others = metrics.filter(({ id, a, b }) => a !== b && !HEADLINE.some((shown) => shown === id)).length;
  if (others > 0) terminal.print(`  and ${others} more that differ: see --json`);
}

function formatted(value: number | null, { unit }: MetricDifference, currency: string): string {
  return formatMetric({ value: value ?? Number.NaN, unit: unit as MetricUnit, convention: '' }, currency).trimEnd();
}

function signed(metric: MetricDifference, currency: string): string {
  const { difference } = metric;
  if (difference === 0 || (metric.a === null && metric.b === null)) return '';
  if (metric.unit === 'fraction') return percentagePoints(difference ?? Number.NaN);
  return `${difference !== null && difference > 0 ? '+' : ''}${formatted(difference, metric, currency)}`;
}

/** Enough of a hash to tell two apart; the JSON has all of it. */
function shortened(text: string): string {
  return HASH.test(text) ? `${text.slice(0, 12)}…` : text;
}
