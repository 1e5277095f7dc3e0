import type { RunResult } from '#shared/domain/run-result.ts';
import { exportTrade } from './export-json.ts';

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

/** Trades whose text is made at a time. */
const TRADES_AT_ONCE = 512;

/**
 * The trade list as CSV (RFC 4180), times as ISO 8601; the columns are those of the JSON export.
 * @returns the text piece by piece
 */
export function* tradesCsv(result: RunResult): Generator<string, void, void> {
  yield `${COLUMNS.join(',')}\r\n`;
  const trades = result.trades.symbol.length;
  for (let start = 0; start < trades; start += TRADES_AT_ONCE) {
    const length = Math.min(TRADES_AT_ONCE, trades - start);
    yield Array.from({ length }, (_, i) => `${tradeRow(result, start + i)}\r\n`).join('');
  }
}

function tradeRow(result: RunResult, row: number): string {
  const trade = exportTrade(result, row);
  const cells = {
    ...trade,
    entryTime: new Date(trade.entryTime).toISOString(),
    exitTime: new Date(trade.exitTime).toISOString(),
  };
  return COLUMNS.map((column) => cell(String(cells[column]))).join(',');
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
