import { expect, test } from 'vitest';
import { CASH_FLOW_KINDS } from '#shared/domain/run-result.ts';
import { stocks } from '../fixtures/price-files.ts';
import { smaCrossInput } from '../fixtures/sma-cross-run.ts';
import { costTable } from './cost-table.ts';

/** One fill of 10 units at 100: 5 of commission, 2 of spread, 1 of slippage for a unit of price 0.2 and 0.1. */
function inputWith(profit: number, multiplier = 1) {
  const input = smaCrossInput(stocks().slice(0, 1), { fast: 3, slow: 8 });
  const one = (value: number) => Float64Array.of(value);
  const fills = {
    ...input.result.fills,
    symbol: Int32Array.of(0),
    qty: one(10),
    commission: one(5),
    spread: one(0.2),
    slippage: one(0.1),
  };
  const [series] = input.manifest.data;
  if (series === undefined) throw new Error('the fixture has a series');
  return {
    ...input,
    result: { ...input.result, fills, equity: Float64Array.of(10_000, 10_000 + profit, Number.NaN) },
    manifest: { ...input.manifest, data: [{ ...series, instrument: { ...series.instrument, multiplier } }] },
  };
}

function cells(markup: string) {
  return [...markup.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, text]) => text),
  );
}

test('adds up each kind and its share of costs and of gross profit', () => {
  expect(cells(costTable(inputWith(12)).markup)).toEqual([
    ['Cost', 'USD', 'Share of costs', 'Share of gross profit'],
    ['Commission', '5.00', '62.5\u202f%', '25.0\u202f%'],
    ['Spread', '2.00', '25.0\u202f%', '10.0\u202f%'],
    ['Slippage', '1.00', '12.5\u202f%', '5.0\u202f%'],
    ['Total', '8.00', '100.0\u202f%', '40.0\u202f%'],
  ]);
});

test('shows the way from gross to net profit', () => {
  const { markup } = costTable(inputWith(12));
  const steps = [...markup.matchAll(/<dt>(.*?)<\/dt>.*?<dd class="number">(.*?)<\/dd>/g)].map(([, name, change]) => [
    name,
    change,
  ]);
  expect(steps).toEqual([
    ['Gross profit', '+20.00'],
    ['Commission', '\u22125.00'],
    ['Spread', '\u22122.00'],
    ['Slippage', '\u22121.00'],
    ['Net profit', '+12.00'],
  ]);
  expect(markup).toContain('<i class="loss" style="left:75.00%;width:25.00%">');
  expect(markup).toContain('<i class="gain" style="left:0.00%;width:60.00%">');
});

test('counts what a point is worth', () => {
  expect(cells(costTable(inputWith(12, 50)).markup)[2]?.[1]).toBe('100.00');
});

test('without a gross profit there is no share of it', () => {
  const { markup } = costTable(inputWith(-20));
  expect(cells(markup).at(-1)).toEqual(['Total', '8.00', '100.0\u202f%', '–']);
  expect(markup).toContain('there was no gross profit');
});

test('sums what moved without a fill by kind', () => {
  const input = inputWith(12);
  expect(costTable(input).markup).not.toContain('without a trade');
  const kinds = ['interest', 'dividend', 'interest', 'borrow-fee'] as const;
  const cashFlows = {
    bar: new Int32Array(4),
    symbol: new Int32Array(4).fill(-1),
    kind: Uint8Array.from(kinds, (kind) => CASH_FLOW_KINDS.indexOf(kind)),
    amount: Float64Array.of(1.5, 20, -0.5, -3),
  };
  const { markup } = costTable({ ...input, result: { ...input.result, cashFlows } });
  expect(cells(markup).slice(-5)).toEqual([
    ['Flow', 'Times', 'USD'],
    ['Dividends', '1', '+20.00'],
    ['Fees for borrowed units', '1', '\u22123.00'],
    ['Interest', '2', '+1.00'],
    ['Total', '4', '+18.00'],
  ]);
});
