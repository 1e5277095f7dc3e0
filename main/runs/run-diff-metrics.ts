import { METRIC_CATALOG } from '#shared/domain/metric-catalog.ts';
import type { RunExport } from '#shared/domain/run-export.ts';

/** One metric of two runs; null where it isn't defined. */
export interface MetricDifference {
  id: string;
  unit: string;
  a: number | null;
  b: number | null;
  /** b − a; null where either isn't defined. */
  difference: number | null;
}

/** Every metric that either run has, those of the catalogue in its order. */
export function metricDifferences(a: RunExport['metrics'], b: RunExport['metrics']): MetricDifference[] {
  const all = [...new Set([...Object.keys(METRIC_CATALOG), ...Object.keys(a), ...Object.keys(b)])];
  return all.flatMap((id) => {
    const unit = a[id]?.unit ?? b[id]?.unit;
    if (unit === undefined) return [];
    const [x, y] = [a[id]?.value ?? null, b[id]?.value ?? null];
    return [{ id, unit, a: x, b: y, difference: x === null || y === null ? null : y - x }];
  });
}
