import type { RunExport } from '#shared/domain/run-export.ts';
import type { Ms } from '#shared/domain/units.ts';
import { type Cause, likelyCauses } from './run-diff-cause.ts';
import { type Bar, type BarsOfRun, barAt, type SeriesDifference, seriesDifferences } from './run-diff-data.ts';
import { type ManifestDifference, manifestDifferences } from './run-diff-manifest.ts';
import { type MetricDifference, metricDifferences } from './run-diff-metrics.ts';
import { type Divergence, type Fill, firstDivergence, type TracedOrder } from './run-diff-orders.ts';
import { type SourceHunk, sourceHunks } from './run-diff-source.ts';

/** A run with what its comparison can use. */
export interface ComparedRun {
  run: RunExport;
  /** Null where it is not at hand. */
  source: string | null;
  bars: BarsOfRun;
}

/** A bar at the place where two runs part, as either saw it; null where it had none, or none is stored any more. */
export interface BarOfBoth {
  symbol: string;
  time: Ms;
  a: Bar | null;
  b: Bar | null;
}

/** Where two runs differ, and why. */
export interface RunDiff {
  /** The same manifest and the same result. */
  isEqual: boolean;
  manifest: ManifestDifference[];
  /** Changed lines of the strategy; null where the sources differ and one of them is not at hand. */
  source: SourceHunk[] | null;
  data: SeriesDifference[];
  /** Null when orders, fills and equity are the same. */
  divergence: Divergence | null;
  /** The bars on which the diverging order was sent and filled. */
  bars: BarOfBoth[];
  /** The likeliest first; none without a divergence. */
  causes: Cause[];
  metrics: MetricDifference[];
}

/** Compares two runs: manifests, orders up to the first that differs, the cause of that, and metrics. */
export function compareRuns(a: ComparedRun, b: ComparedRun): RunDiff {
  const manifest = manifestDifferences(a.run.manifest, b.run.manifest);
  const source = changedSource(a, b);
  const data = seriesDifferences(a.run.manifest, b.run.manifest, a.bars, b.bars);
  const divergence = firstDivergence(a.run, b.run);
  const evidence = { a: a.run, b: b.run, manifest, hunks: source, sources: [a.source, b.source], data };
  return {
    isEqual: manifest.length === 0 && a.run.resultHash === b.run.resultHash && divergence === null,
    manifest,
    source,
    data,
    divergence,
    bars: divergence === null ? [] : barsOf(divergence, a, b),
    causes: divergence === null ? [] : likelyCauses({ ...evidence, divergence }),
    metrics: metricDifferences(a.run.metrics, b.run.metrics),
  };
}

function changedSource(a: ComparedRun, b: ComparedRun): SourceHunk[] | null {
  if (a.run.manifest.strategy.sha256 === b.run.manifest.strategy.sha256) return [];
  return a.source === null || b.source === null ? null : sourceHunks(a.source, b.source);
}

/** The bars on which the order was sent and first filled; of an order that one run alone sent, those of that run. */
function barsOf(divergence: Divergence, a: ComparedRun, b: ComparedRun): BarOfBoth[] {
  if (divergence.kind === 'equity') return [];
  const onlyIn = divergence.kind === 'order' ? divergence.onlyIn : null;
  const [x, y] = [onlyIn === 'b' ? null : divergence.a, onlyIn === 'a' ? null : divergence.b];
  const places = [...placesOf(x), ...placesOf(y)];
  const different = new Map(places.map((place) => [`${place.time} ${place.symbol}`, place]));
  return [...different.values()]
    .sort((one, other) => one.time - other.time)
    .map((place) => ({
      ...place,
      a: barAt(a.bars(place.symbol), place.time) ?? filledBar(x, place),
      b: barAt(b.bars(place.symbol), place.time) ?? filledBar(y, place),
    }));
}

type Place = Pick<BarOfBoth, 'symbol' | 'time'>;

function placesOf(one: TracedOrder | Fill | null): Place[] {
  if (one === null) return [];
  const { symbol } = one;
  const times = 'fills' in one ? [one.placedTime, ...one.fills.slice(0, 1).map(({ time }) => time)] : [one.time];
  return times.map((time) => ({ symbol, time }));
}

/** A fill keeps the prices of its bar, also when the series is no longer stored. */
function filledBar(one: TracedOrder | Fill | null, { symbol, time }: Place): Bar | null {
  const fills = one === null ? [] : 'fills' in one ? one.fills : [one];
  const fill = fills.find((each) => each.time === time && each.symbol === symbol);
  if (fill === undefined) return null;
  const { open, high, low, close } = fill;
  if (open === null || high === null || low === null || close === null) return null;
  return { time, open, high, low, close, volume: Number.NaN };
}
