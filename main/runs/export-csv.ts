import type { RunResult } from '#shared/domain/run-result.ts';
import { exportTrades } from './export-json.ts';

const COLUMNS = [
  'symbol',
  'side',
  'qty',
  'entryTime',
  'entryPrice',
  'exitTime',
  'exitPrice',
  'pnl',
  'returnPct',
  'commission',
  'exitReason',
  'forced',
  'favourable',
  'adverse',
] as const;

/** The trade list as CSV (RFC 4180), times as ISO 8601; the columns are those of the JSON export. */
export function tradesCsv(result: RunResult): string {
  const rows = exportTrades(result).map((trade) => {
    const cells = {
      ...trade,
      entryTime: new Date(trade.entryTime).toISOString(),
      exitTime: new Date(trade.exitTime).toISOString(),
    };
    return COLUMNS.map((column) => cell(String(cells[column]))).join(',');
  });
  return [COLUMNS.join(','), ...rows, ''].join('\r\n');
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
