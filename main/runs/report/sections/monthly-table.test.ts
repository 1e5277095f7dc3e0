import { expect, test } from 'vitest';
import { sp500 } from '../fixtures/price-files.ts';
import { smaCrossInput } from '../fixtures/sma-cross-run.ts';
import { monthlyTable } from './monthly-table.ts';

const { result } = smaCrossInput([sp500()]);

function tableOf(closes: readonly (readonly [string, number])[], firstTradableBar = 0) {
  const time = Float64Array.from(closes, ([day]) => Date.parse(day));
  const equity = Float64Array.from(closes, ([, value]) => value);
  const { markup } = monthlyTable({ ...result, time, equity, firstTradableBar });
  const rows = [...markup.matchAll(/<tr>(.*?)<\/tr>/gs)].slice(1);
  return {
    markup,
    rows: rows.map(([, row = '']) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, text]) => text)),
  };
}

const closes = [
  ['2023-11-01', 1_000],
  ['2023-11-30', 1_100],
  ['2023-12-29', 990],
  ['2024-01-31', 990],
  ['2024-03-28', 1_485],
] as const;

test('holds each month, empty where there are no bars, and the compounded year', () => {
  expect(tableOf(closes).rows).toEqual([
    ['2023', ...Array(10).fill('·'), '+10.0', '\u221210.0', '\u22121.0'],
    ['2024', '0.0', '·', '+50.0', ...Array(9).fill('·'), '+50.0'],
  ]);
});

test('the ground says how large and of which sign, a still month has none', () => {
  const { markup } = tableOf(closes);
  expect(markup).toContain('<td class="">0.0</td>');
  expect(markup).toMatch(/<td class="gain-\d">\+50\.0<\/td>/);
  expect(markup).toMatch(/<td class="loss-\d">−10\.0<\/td>/);
  expect(markup).toContain('2 of 4 months gained · best +50.0\u202f% · worst \u221210.0\u202f%');
});

test('the warm-up is not measured', () => {
  expect(tableOf(closes, 3).rows).toEqual([
    ['2023', ...Array(11).fill('·'), '0.0', '0.0'],
    ['2024', '0.0', '·', '+50.0', ...Array(9).fill('·'), '+50.0'],
  ]);
});

test('says so when there is no month', () => {
  expect(tableOf([]).markup).toContain('No month to show.');
});
