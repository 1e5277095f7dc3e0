import { describe, expect, test } from 'vitest';
import type { Series } from '#shared/contract/market.ts';
import { shownSeries } from './dataset-order.ts';

const series = (symbol: string, timeframe: Series['timeframe'], rest: Partial<Series> = {}): Series => ({
  id: `${symbol}:${timeframe}:import`,
  symbol,
  timeframe,
  source: 'import',
  rows: 10,
  firstTime: 0,
  lastTime: 1,
  hash: 'ab',
  closeOnly: false,
  instrument: { symbol, quoteCurrency: 'USD', tickSize: 0, lotStep: 1, multiplier: 1 },
  updatedAt: 0,
  isSnapshot: false,
  bytes: 480,
  gaps: 0,
  ...rest,
});

const GOLD = series('gold', '1d', { rows: 30, gaps: null, updatedAt: 2 });
const GOLD_HOURS = series('gold', '1h', { rows: 90, gaps: 0, updatedAt: 3, source: 'File' });
const SP500 = series('SP500', '1d', { rows: 60, gaps: 4, updatedAt: 1, bytes: 1, firstTime: -5, lastTime: -1 });
const ALL = [SP500, GOLD, GOLD_HOURS];

const order = (column: string, direction: 'ascending' | 'descending' = 'ascending') =>
  shownSeries(ALL, '', { column, direction }).map(({ id }) => id.replace(':import', ''));

describe('the order', () => {
  test.each([
    ['symbol', ['gold:1h', 'gold:1d', 'SP500:1d']],
    ['timeframe', ['gold:1h', 'gold:1d', 'SP500:1d']],
    ['from', ['SP500:1d', 'gold:1h', 'gold:1d']],
    ['to', ['SP500:1d', 'gold:1h', 'gold:1d']],
    ['bars', ['gold:1d', 'SP500:1d', 'gold:1h']],
    ['gaps', ['gold:1d', 'gold:1h', 'SP500:1d']],
    ['size', ['SP500:1d', 'gold:1h', 'gold:1d']],
    ['source', ['gold:1h', 'gold:1d', 'SP500:1d']],
    ['updated', ['SP500:1d', 'gold:1d', 'gold:1h']],
    ['unknown', ['gold:1h', 'gold:1d', 'SP500:1d']],
  ])('by %s', (column, ids) => {
    expect(order(column)).toEqual(ids);
  });

  test('turns round, but not among equals', () => {
    expect(order('bars', 'descending')).toEqual(['gold:1h', 'SP500:1d', 'gold:1d']);
    expect(order('from', 'descending')).toEqual(['gold:1h', 'gold:1d', 'SP500:1d']);
  });

  test('leaves the list as it came', () => {
    order('bars');
    expect(ALL).toEqual([SP500, GOLD, GOLD_HOURS]);
  });
});

describe('the filter', () => {
  test.each([
    ['', 3],
    ['GOLD', 2],
    [' gold  1h ', 1],
    ['500', 1],
    ['silver', 0],
  ])('%o leaves %d', (filter, count) => {
    expect(shownSeries(ALL, filter, { column: 'symbol', direction: 'ascending' })).toHaveLength(count);
  });
});
