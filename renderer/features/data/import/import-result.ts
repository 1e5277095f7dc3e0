import type { JobResult } from '#shared/contract/job.ts';
import { formatCount } from '../../../ui/format/count.ts';

export type ImportResult = Extract<JobResult, { kind: 'import' }>;

/** What an import did to one series: `new: 5,104 bars`, `12 bars added, 3 replaced`, `nothing new`. */
export function seriesWords({ added, replaced, unchanged, isNew }: ImportResult['series'][number]): string {
  if (isNew) return `new: ${barsOf(added)}`;
  if (added + replaced === 0) return `nothing new: ${barsOf(unchanged)} were there already`;
  const parts = [added > 0 && `${barsOf(added)} added`, replaced > 0 && `${barsOf(replaced)} replaced`];
  return parts.filter(Boolean).join(', ');
}

/** `2 series, 10,208 rows, 3 bad rows left out` */
export function resultWords({ series, rows, badRowCount }: ImportResult): string {
  const bad =
    badRowCount === 0 ? '' : `, ${formatCount(badRowCount)} bad ${badRowCount === 1 ? 'row' : 'rows'} left out`;
  return `${formatCount(series.length)} series from ${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}${bad}`;
}

function barsOf(count: number): string {
  return count === 1 ? '1 bar' : `${formatCount(count)} bars`;
}
