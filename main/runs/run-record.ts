import type { ErrorDetail } from '#shared/domain/errors.ts';
import type { Manifest } from '#shared/domain/manifest.ts';
import type { MetricValue, RunFailure, RunWarning } from '#shared/domain/run-result.ts';
import type { Ms } from '#shared/domain/units.ts';

export type RunStatus = 'running' | 'done' | 'failed' | 'cancelled';

/** One line of the list of runs. */
export interface RunRecord {
  id: string;
  createdAt: Ms;
  finishedAt: Ms | null;
  status: RunStatus;
  strategyName: string;
  strategyFile: string;
  manifestId: string;
  manifest: Manifest;
  resultHash: string | null;
  /** What lists and comparisons need without loading the result; null while there is none. */
  summary: RunSummary | null;
  /** Why there is no result. */
  error: ErrorDetail | null;
}

export interface RunSummary {
  bars: number;
  trades: number;
  metrics: Record<string, MetricValue>;
  warnings: RunWarning[];
  failure: RunFailure | null;
}
