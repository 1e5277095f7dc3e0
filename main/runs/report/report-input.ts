import type { Manifest } from '#shared/domain/manifest.ts';
import type { RunResult } from '#shared/domain/run-result.ts';
import type { Ms } from '#shared/domain/units.ts';

/** Everything that the report of one run shows. */
export interface ReportInput {
  run: {
    /** Null for a run that was not stored. */
    id: string | null;
    createdAt: Ms;
  };
  strategy: {
    name: string;
    /** File name as the user gave it. */
    file: string;
    /** The text whose SHA-256 the manifest holds. */
    source: string;
  };
  manifest: Manifest;
  manifestId: string;
  result: RunResult;
  /** Currency of the account: cash, equity, profits and costs. */
  currency: string;
}
