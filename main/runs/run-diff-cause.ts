import { isoTime } from '#shared/domain/iso-time.ts';
import type { RunExport } from '#shared/domain/run-export.ts';
import type { Bar, SeriesDifference } from './run-diff-data.ts';
import { type Area, type ManifestDifference, manifestValue } from './run-diff-manifest.ts';
import type { Aspect, Divergence, Fill } from './run-diff-orders.ts';
import type { SourceHunk } from './run-diff-source.ts';

/** What can have made two runs part. */
export interface Cause {
  /**
   * The part of the manifest; or `stop` (a strategy threw), `look-ahead` (the runs part before their data do) and
   * `unknown` (nothing that differs explains it).
   */
  area: Area | 'stop' | 'look-ahead' | 'unknown';
  /** One sentence that names the values of both runs. */
  reason: string;
}

export interface Evidence {
  a: RunExport;
  b: RunExport;
  manifest: readonly ManifestDifference[];
  /** Null where a source is not at hand. */
  hunks: readonly SourceHunk[] | null;
  /** Both sources, as far as they are at hand. */
  sources: readonly (string | null)[];
  data: readonly SeriesDifference[];
  divergence: Divergence;
}

/** Who is suspected first, by what came apart; what isn't known here comes last. */
const SUSPECTS: Readonly<Record<Aspect, readonly Area[]>> = {
  decision: ['code', 'parameter', 'data', 'seed', 'semantics', 'engine', 'instrument', 'capital', 'account', 'costs'],
  refusal: ['capital', 'account', 'costs', 'instrument', 'parameter', 'code', 'data', 'semantics', 'engine', 'seed'],
  size: ['capital', 'account', 'instrument', 'costs', 'parameter', 'code', 'data', 'semantics', 'engine', 'seed'],
  costs: ['costs', 'instrument', 'engine', 'semantics', 'account', 'capital', 'code', 'parameter', 'data', 'seed'],
  execution: ['data', 'semantics', 'account', 'engine', 'instrument', 'costs', 'code', 'parameter', 'capital', 'seed'],
  account: ['capital', 'account', 'data', 'instrument', 'semantics', 'engine', 'costs', 'code', 'parameter', 'seed'],
};

/**
 * Why two runs part where they do, the likeliest first. What can't matter at that place is left out: data that
 * differ only later, the seed of a strategy that draws no random number, code that differs in its line ends alone.
 */
export function likelyCauses(evidence: Evidence): Cause[] {
  const suspected = [...SUSPECTS[evidence.divergence.aspect], 'other' as const].flatMap((area): Cause[] => {
    const reason = REASONS[area](evidence);
    return reason === null ? [] : [{ area, reason }];
  });
  const causes = [...stops(evidence), ...suspected];
  if (causes.length === 0) return [lookAhead(evidence) ?? unexplained(evidence)];
  return isAtTheBar(evidence) ? dataFirst(causes) : causes;
}

function dataFirst(causes: readonly Cause[]): Cause[] {
  return [...causes.filter(({ area }) => area === 'data'), ...causes.filter(({ area }) => area !== 'data')];
}

const REASONS: Readonly<Record<Area, (evidence: Evidence) => string | null>> = {
  engine: (evidence) => valuesOf(evidence, 'engine', () => 'the engine’s version'),
  code: codeReason,
  parameter: (evidence) => valuesOf(evidence, 'parameter', ({ path }) => `the parameter ${path[1]}`),
  data: dataReason,
  instrument: (evidence) =>
    valuesOf(evidence, 'instrument', ({ path }) => `the ${path[3] ?? 'instrument'} of ${path[1]}`),
  capital: (evidence) => valuesOf(evidence, 'capital', () => 'the capital'),
  account: (evidence) => valuesOf(evidence, 'account', ({ path }) => `the account’s ${path[1] ?? 'terms'}`),
  costs: costsReason,
  semantics: (evidence) => valuesOf(evidence, 'semantics', () => 'the set of fill rules'),
  seed: (evidence) => (drawsRandomNumbers(evidence) ? valuesOf(evidence, 'seed', () => 'the seed of random()') : null),
  other: (evidence) => valuesOf(evidence, 'other', ({ path }) => path.join('.')),
};

/** `The capital is 1000 in A and 500 in B.`; null when none of these differs. */
function valuesOf(
  { manifest }: Evidence,
  area: Area,
  name: (difference: ManifestDifference) => string,
  isMeant: (difference: ManifestDifference) => boolean = () => true,
): string | null {
  const found = manifest.filter((difference) => difference.area === area && isMeant(difference));
  const parts = found.map((one) => `${name(one)} is ${manifestValue(one.a)} in A and ${manifestValue(one.b)} in B`);
  return parts.length === 0 ? null : asSentence(parts.join('; '));
}

function codeReason({ manifest, hunks }: Evidence): string | null {
  if (!manifest.some(({ area }) => area === 'code')) return null;
  if (hunks === null) return 'The strategy’s code differs; of one run only its hash is known.';
  if (hunks.length === 0) return null;
  const [inA, inB] = [changedLines(hunks, 'removed'), changedLines(hunks, 'added')];
  const places = [...(inA === '' ? [] : [`${inA} of A`]), ...(inB === '' ? [] : [`${inB} of B`])];
  return `The strategy’s code differs: ${places.join(', ')}.`;
}

/** `line 12`, `lines 12–14, 30`; empty when this side has no line of its own. */
function changedLines(hunks: readonly SourceHunk[], kind: 'removed' | 'added'): string {
  const changed = hunks.flatMap(({ startA, startB, lines }) => {
    const own = lines.filter((line) => line.kind === kind || line.kind === 'same');
    const start = kind === 'removed' ? startA : startB;
    return own.flatMap((line, i) => (line.kind === kind ? [start + i] : []));
  });
  const runs: [first: number, last: number][] = [];
  for (const line of changed) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === line - 1) run[1] = line;
    else runs.push([line, line]);
  }
  if (runs.length === 0) return '';
  const ranges = runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return `${changed.length === 1 ? 'line' : 'lines'} ${ranges.join(', ')}`;
}

/** A fill that is charged otherwise accuses the costs that were charged otherwise, not the rest. */
function costsReason(evidence: Evidence): string | null {
  const name = ({ path }: ManifestDifference) => `the ${path[1]}`;
  const fields = 'fields' in evidence.divergence ? evidence.divergence.fields : [];
  const charged = valuesOf(evidence, 'costs', name, ({ path }) => fields.includes(`fill.${path[1]}`));
  return charged ?? valuesOf(evidence, 'costs', name);
}

function dataReason(evidence: Evidence): string | null {
  const { manifest, data } = evidence;
  const parts = [
    ...barReasons(evidence),
    ...data.flatMap((one) => seriesReason(one, evidence)),
    ...manifest.filter(({ path }) => path.length === 1 && path[0] === 'data').map(orderOfSeries),
    ...manifest.filter(({ path }) => path[0] === 'data' && path[2] === 'timeframe').map(timeframes),
  ];
  return parts.length === 0 ? null : asSentence(parts.join('; '));
}

function seriesReason({ symbol, first }: SeriesDifference, { a, b, divergence }: Evidence): string[] {
  if (first === null) return [`the bars of ${symbol} differ, from when on is not known: they are no longer stored`];
  if (first.felt > divergence.until) return [];
  const [has, lacks, other] = first.in === 'a' ? ['A', 'B', b] : ['B', 'A', a];
  const time = isoTime(first.time);
  const used = other.manifest.data.find((series) => series.symbol === symbol);
  if (used === undefined) return [`${lacks} has no ${symbol}`];
  if (first.time < used.firstTime) {
    return [`the bars of ${symbol} begin on ${time} in ${has} and on ${isoTime(used.firstTime)} in ${lacks}`];
  }
  if (first.felt < first.time)
    return [`the bars of ${symbol} end on ${isoTime(first.felt)} in ${lacks} and go on in ${has}`];
  if (first.in !== 'both') return [`${symbol} has a bar on ${time} in ${has} and none in ${lacks}`];
  return [
    `the first bar of ${symbol} that differs is that of ${time}: ${quotes(first.a)} in A, ${quotes(first.b)} in B`,
  ];
}

/** Fills carry the bar on which they happened, also when the series is no longer stored. */
function barReasons({ data, divergence }: Evidence): string[] {
  const [x, y] = differingFillBars(divergence) ?? [];
  if (x === undefined || y === undefined) return [];
  if (!data.some(({ symbol, first }) => symbol === x.symbol && first === null)) return [];
  return [`the bar of ${x.symbol} on ${isoTime(x.time)} is ${quotes(x)} in A and ${quotes(y)} in B`];
}

function orderOfSeries({ a, b }: ManifestDifference): string {
  return `the series come in another order, ${manifestValue(a)} in A and ${manifestValue(b)} in B`;
}

function timeframes({ path, a, b }: ManifestDifference): string {
  return `${path[1]} has the timeframe ${manifestValue(a)} in A and ${manifestValue(b)} in B`;
}

/** The bar on which the runs part is itself another one, or one run has none: no other suspect is as close. */
function isAtTheBar({ a, b, data, divergence }: Evidence): boolean {
  const { time } = divergence;
  const isOutside = [a, b].some(({ equity }) => !equity.time.includes(time));
  return isOutside || data.some(({ first }) => first?.felt === time) || differingFillBars(divergence) !== null;
}

function differingFillBars(divergence: Divergence): [Fill, Fill] | null {
  if (divergence.kind === 'equity') return null;
  const [left, right] = [divergence.a, divergence.b].map((one) =>
    one === null ? [] : 'fills' in one ? one.fills : [one],
  ) as [Fill[], Fill[]];
  for (const [i, x] of left.entries()) {
    const y = right[i];
    if (y !== undefined && x.time === y.time && quotes(x) !== quotes(y)) return [x, y];
  }
  return null;
}

function stops({ a, b, divergence }: Evidence): Cause[] {
  return [
    { name: 'A', failure: a.failure },
    { name: 'B', failure: b.failure },
  ].flatMap(({ name, failure }): Cause[] => {
    const isOther = a.failure?.time !== b.failure?.time;
    if (failure === null || !isOther || failure.time > divergence.time) return [];
    return [{ area: 'stop', reason: `${name} stopped on ${isoTime(failure.time)}: ${failure.message}` }];
  });
}

/** Orders that differ although no bar up to them does come from bars that lay in the future. */
function lookAhead({ data, divergence }: Evidence): Cause | null {
  const isOrdered = divergence.aspect === 'decision' || divergence.aspect === 'size';
  if (!isOrdered || data.length === 0) return null;
  const felt = Math.min(...data.map(({ first }) => first?.felt ?? divergence.until));
  const [parted, differ] = [isoTime(divergence.until), isoTime(felt)];
  return {
    area: 'look-ahead',
    reason: `The runs part on ${parted}, and their data only on ${differ}: the strategy acts on bars that lie in the future.`,
  };
}

function unexplained({ manifest }: Evidence): Cause {
  const reason =
    manifest.length === 0
      ? 'The manifests are the same, so one result is not what its manifest gives: verifying both tells which.'
      : 'Nothing that differs between the manifests explains it: verifying both tells whether their results stand.';
  return { area: 'unknown', reason };
}

/** A source that isn't at hand may draw them. */
function drawsRandomNumbers({ sources }: Evidence): boolean {
  return sources.some((source) => source === null || /\brandom\b/.test(source));
}

type Quotes = { [name in 'open' | 'high' | 'low' | 'close']: number | null } & { volume?: Bar['volume'] };

function quotes({ open, high, low, close, volume }: Quotes): string {
  const traded = volume === undefined || Number.isNaN(volume) ? '' : ` V ${volume}`;
  return `O ${open} H ${high} L ${low} C ${close}${traded}`;
}

function asSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
