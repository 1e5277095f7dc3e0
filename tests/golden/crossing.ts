import type { Series } from '#shared/strategy-api/series.ts';

/** backtesting.py's crossover: strict on both bars, so a bar of equality swallows the crossing. */
export function crosses(above: Series | number, below: Series | number): boolean {
  return at(above, 1) < at(below, 1) && at(above, 0) > at(below, 0);
}

function at(line: Series | number, barsAgo: number): number {
  return typeof line === 'number' ? line : line.ago(barsAgo);
}
