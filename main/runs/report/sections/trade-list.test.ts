import { expect, test } from 'vitest';
import { sp500, stocks } from '../fixtures/price-files.ts';
import { smaCrossInput } from '../fixtures/sma-cross-run.ts';
import { tradeList } from './trade-list.ts';

function rowsOf(markup: string) {
  const body = markup.slice(markup.indexOf('<tbody>'));
  return [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, text = '']) => text.replace(/<[^>]*>/g, '')),
  );
}

test('shows every trade of a run of ordinary length', () => {
  const input = smaCrossInput([sp500()]);
  const { markup } = tradeList(input);
  const rows = rowsOf(markup);
  expect(rows).toHaveLength(input.result.trades.qty.length);
  expect(rows[0]).toEqual([
    '1',
    '↗ Long',
    '6',
    '2000-03-17',
    '1,458.91',
    '2000-04-19',
    '1,441.18',
    '\u2212115.08',
    '\u22121.31\u202f%',
    '23',
    'signal',
  ]);
  expect(rows.at(-1)?.at(-1)).toBe('end of data forced');
  expect(markup).toContain('88 in all · 37 won · 51 not · 1 closed because the data ends (forced)');
  expect(markup).not.toContain('hindcast runs export');
});

test('names the symbol when there are several, and short trades', () => {
  const rows = rowsOf(tradeList(smaCrossInput(stocks(), { fast: 3, slow: 8, shorts: true })).markup);
  expect(new Set(rows.map((row) => row[1]))).toEqual(new Set(['MSFT', 'AMZN', 'IBM', 'GOOG', 'AAPL']));
  expect(new Set(rows.map((row) => row[2]))).toEqual(new Set(['↗ Long', '↘ Short']));
  expect(rows.some((row) => row.at(-1) === 'reversal')).toBe(true);
});

test('a long list is cut in the middle, with the count and the export that has all', () => {
  const input = smaCrossInput([sp500()], { fast: 1, slow: 2, commission: 0, spread: 0, slippage: 0 });
  const total = input.result.trades.qty.length;
  const { markup } = tradeList(input);
  const rows = rowsOf(markup);
  expect(total).toBeGreaterThan(1_000);
  expect(rows).toHaveLength(501);
  expect(rows[250]).toEqual([`${(total - 500).toLocaleString('en-US')} trades in between are left out`]);
  expect(rows[249]?.[0]).toBe('250');
  expect(rows[251]?.[0]).toBe(String(total - 249));
  expect(rows[500]?.[0]).toBe(String(total));
  expect(markup).toContain(`of ${total.toLocaleString('en-US')} trades are shown`);
  expect(markup).toContain('hindcast runs export 2f6c1a90');
  expect(tradeList({ ...input, run: { ...input.run, id: null } }).markup).toContain('hindcast run … --json FILE');
});

test('says so when there are none', () => {
  expect(tradeList(smaCrossInput([sp500()], { cash: 100 })).markup).toContain('There are no trades.');
});
