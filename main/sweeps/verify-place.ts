import { isDeepStrictEqual } from 'node:util';
import type { Manifest } from '#shared/domain/manifest.ts';
import type { MetricId } from '#shared/domain/metric-catalog.ts';
import { orNull } from '#shared/domain/or-null.ts';
import { Levels } from '#shared/domain/search-space.ts';
import { manifestId } from '../runs/manifest.ts';
import type { RunRecord } from '../runs/run-record.ts';
import type { SweepRecord } from './sweep-record.ts';
import type { SweepRun } from './sweep-results.ts';

export interface PlaceVerification {
  /** The run is that of the place and says the same, to the last bit. */
  isVerified: boolean;
  /** Made from the same strategy, bars, terms, parameters and engine. */
  isSame: boolean;
  differences: { metric: MetricId; sweep: number | null; run: number | null }[];
}

/**
 * Compares a place of a sweep with a run in full.
 * @param swept what came of the place
 * @param manifest that of the sweep; null before it began
 */
export function compareWithRun(
  { search }: Pick<SweepRecord, 'search'>,
  swept: SweepRun,
  manifest: Manifest | null,
  run: Pick<RunRecord, 'manifest' | 'summary'>,
): PlaceVerification {
  const levels = new Levels(search.space);
  const searched = levels.paramsAt(levels.placeOf(swept.place));
  const expected = manifest && { ...manifest, params: { ...manifest.params, ...searched } };
  const isSame =
    expected !== null &&
    isDeepStrictEqual(expected.params, run.manifest.params) &&
    manifestId(expected) === manifestId(run.manifest);
  const differences = search.metrics.flatMap((metric, column) => {
    const [here, there] = [swept.metrics[column] ?? Number.NaN, run.summary?.metrics[metric]?.value ?? Number.NaN];
    const isEqual = here === there || (Number.isNaN(here) && Number.isNaN(there));
    return isEqual ? [] : [{ metric, sweep: orNull(here), run: orNull(there) }];
  });
  return { isVerified: isSame && run.summary !== null && differences.length === 0, isSame, differences };
}
