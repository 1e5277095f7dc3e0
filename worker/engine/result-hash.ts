import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { MetricValue, RunResult } from '#shared/domain/run-result.ts';

/** The parts of a result that the hash covers. */
export type HashedResult = Pick<
  RunResult,
  'symbols' | 'time' | 'equity' | 'fills' | 'trades' | 'orders' | 'cashFlows' | 'texts' | 'metrics'
>;

/**
 * SHA-256 over ledger, equity and metrics: column by column in the order of their names, little-endian, then the
 * texts. Two runs with equal hashes made the same fills at the same prices.
 */
export function resultHash(result: HashedResult): string {
  const hash = createHash('sha256');
  hash.update(canonicalJson({ symbols: result.symbols, texts: result.texts, metrics: exactMetrics(result.metrics) }));
  for (const [table, columns] of [
    ['clock', { time: result.time, equity: result.equity }],
    ['fills', result.fills],
    ['trades', result.trades],
    ['orders', result.orders],
    ['cashFlows', result.cashFlows],
  ] as const) {
    for (const [name, column] of Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1))) {
      hash.update(`${table}.${name}:${column.length};`);
      hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
    }
  }
  return hash.digest('hex');
}

/** Shortest text that reads back as the same number, so that NaN has a place too. */
function exactMetrics(metrics: Readonly<Record<string, MetricValue>>): Record<string, string> {
  return Object.fromEntries(Object.entries(metrics).map(([id, metric]) => [id, String(metric.value)]));
}
