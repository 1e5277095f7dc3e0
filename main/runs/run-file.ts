import type { RunResult } from '#shared/domain/run-result.ts';
import { tradesCsv } from './export-csv.ts';
import { runJson } from './export-json.ts';
import type { RunRecord } from './run-record.ts';
import { reportOf } from './run-report.ts';

/** The HTML report, the trades as CSV, or everything as JSON. */
export type RunFormat = 'html' | 'csv' | 'json';

/** The text of a run as a file, piece by piece: each is made when it is asked for. */
export function runText(
  format: RunFormat,
  record: RunRecord,
  result: RunResult,
  source: string,
): Generator<string, void, void> {
  switch (format) {
    case 'html':
      return report(record, result, source);
    case 'csv':
      return tradesCsv(result);
    case 'json':
      return runJson(record, result);
  }
}

/** A report draws its curves with as many points however long the run is, and lists its first trades: it is small. */
function* report(record: RunRecord, result: RunResult, source: string): Generator<string, void, void> {
  yield reportOf(record, result, source);
}
