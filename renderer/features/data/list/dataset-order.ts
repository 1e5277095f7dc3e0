import type { Series } from '#shared/contract/market.ts';
import { TIMEFRAMES } from '#shared/domain/timeframe.ts';
import type { GridSort } from '../../../ui/grid/column.ts';

/** What each column of the list is sorted by. */
const KEYS = {
  symbol: ({ symbol }) => symbol.toLowerCase(),
  timeframe: ({ timeframe }) => TIMEFRAMES[timeframe],
  from: ({ firstTime }) => firstTime,
  to: ({ lastTime }) => lastTime,
  bars: ({ rows }) => rows,
  // Uncounted gaps are fewer than none.
  gaps: ({ gaps }) => gaps ?? -1,
  size: ({ bytes }) => bytes,
  source: ({ source }) => source.toLowerCase(),
  updated: ({ updatedAt }) => updatedAt,
} satisfies Record<string, (series: Series) => string | number>;

const isKey = (column: string): column is keyof typeof KEYS => Object.hasOwn(KEYS, column);

/** The series that have every word of the filter, in the order of a column, and among equals by symbol and timeframe. */
export function shownSeries(all: readonly Series[], filter: string, { column, direction }: GridSort): Series[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const key = KEYS[isKey(column) ? column : 'symbol'];
  const sign = direction === 'ascending' ? 1 : -1;
  return all
    .filter(({ id }) => words.every((word) => id.toLowerCase().includes(word)))
    .sort((a, b) => sign * compared(key(a), key(b)) || compared(KEYS.symbol(a), KEYS.symbol(b)) || byTimeframe(a, b));
}

function byTimeframe(a: Series, b: Series): number {
  return KEYS.timeframe(a) - KEYS.timeframe(b);
}

function compared<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
