import { expect, it } from 'vitest';
import { type FillRow, fillsOf, inputWith } from '../source.fixture.ts';
import { maxGrossExposure } from './gross-exposure.ts';

type Deal = { bar: number; side: 'buy' | 'sell'; qty: number; price: number; symbol?: number; commission?: number };

/** The largest exposure of an account of 1,000 that makes these deals while symbols close at these prices. */
function exposureOf(deals: readonly Deal[], ...closes: number[][]): number {
  const rows = deals.map(({ qty, price, symbol = 0, commission = 0 }): FillRow => {
    return { symbol, qty, price, spread: 0, slippage: 0, commission };
  });
  const fills = {
    ...fillsOf(rows),
    bar: Int32Array.from(deals, ({ bar }) => bar),
    side: Uint8Array.from(deals, ({ side }) => (side === 'buy' ? 0 : 1)),
  };
  const bars = closes[0]?.length ?? 3;
  return maxGrossExposure.compute(
    inputWith(new Float64Array(bars).fill(1_000), {
      fills,
      closes: closes.map((prices) => Float64Array.from(prices)),
      multipliers: [1, 2],
    }),
  );
}

it('is the share of what is held, at its best close', () => {
  // 400 of 1,000, then 800 of 1,400
  expect(exposureOf([{ bar: 1, side: 'buy', qty: 4, price: 100 }], [100, 100, 200])).toBeCloseTo(800 / 1_400, 12);
});

it('counts the commission as gone', () => {
  const deal: Deal = { bar: 1, side: 'buy', qty: 4, price: 100, commission: 50 };
  expect(exposureOf([deal], [100, 100, 100])).toBeCloseTo(400 / 950, 12);
});

it('binds twice what units were sold short for, until they are bought back', () => {
  const sold: Deal = { bar: 0, side: 'sell', qty: 4, price: 100 };
  expect(exposureOf([sold], [100, 100])).toBeCloseTo(400 / (400 + 1_400 - 800), 12);
  // Half of it is bought back: half of the debt is left, whatever the price was.
  const half: Deal = { bar: 1, side: 'buy', qty: 2, price: 300 };
  expect(exposureOf([sold, half], [100, 300])).toBeCloseTo(600 / (600 + 800 - 400), 12);
  const rest: Deal = { bar: 1, side: 'buy', qty: 4, price: 100 };
  expect(exposureOf([sold, rest, { bar: 1, side: 'buy', qty: 9, price: 100 }], [100, 100])).toBeCloseTo(0.9, 12);
});

it('turns a long into a short with a debt for the short alone', () => {
  const deals: Deal[] = [
    { bar: 0, side: 'buy', qty: 1, price: 100 },
    { bar: 1, side: 'sell', qty: 6, price: 100 },
  ];
  expect(exposureOf(deals, [100, 100])).toBeCloseTo(500 / (500 + 1_500 - 1_000), 12);
});

it('sums the symbols, each with its money per point', () => {
  const deals: Deal[] = [
    { bar: 0, side: 'buy', qty: 1, price: 100 },
    { bar: 0, side: 'buy', qty: 1, price: 50, symbol: 1 },
  ];
  expect(exposureOf(deals, [100, 100], [50, 100])).toBeCloseTo(300 / 1_100, 12);
});

it('is 0 without a position and unknown without prices', () => {
  expect(exposureOf([], [100, 100])).toBe(0);
  expect(exposureOf([{ bar: 0, side: 'buy', qty: 1, price: 100 }])).toBeNaN();
});
