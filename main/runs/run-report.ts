import type { RunResult } from '#shared/domain/run-result.ts';
import { accountCurrency } from './account-currency.ts';
import { renderReport } from './report/report.ts';
import type { RunRecord } from './run-record.ts';

/** The HTML report of a stored run. */
export function reportOf(record: RunRecord, result: RunResult, source: string): string {
  const { manifest, manifestId, strategyName, strategyFile } = record;
  return renderReport({
    run: { id: record.id, createdAt: record.createdAt },
    strategy: { name: strategyName, file: strategyFile, source },
    manifest,
    manifestId,
    result,
    currency: accountCurrency(manifest),
  });
}
