import { describe, expect, test } from 'vitest';
import type { OrderRequest } from '#shared/strategy-api/orders.ts';
import { instrument } from '../../tests/support/bars.ts';
import type { RunOptions } from '../../tests/support/run-strategy.ts';
import { endsOf, FLAT, fillsOf, played, still } from './scenario.fixture.ts';

function fitted(request: OrderRequest, options: RunOptions = {}, side: 'buy' | 'sell' = 'buy') {
  return played(
    [FLAT, FLAT, FLAT],
    { 0: ({ order }) => order[side](request) },
    {
      ...options,
      account: { reduceToFit: true, closeAtEnd: false, ...options.account },
    },
  );
}

describe('an order that the account can’t bear', () => {
  test('is cut to what it can, long and short', () => {
    expect(fillsOf(fitted({ size: 250 }))).toEqual([[1, 100, 100]]);
    expect(fillsOf(fitted({ size: 250 }, {}, 'sell'))).toEqual([[1, -100, 100]]);
    expect(endsOf(fitted({ size: 250 }))).toEqual([['filled', 100, 100]]);
  });

  test('leaves room for its costs', () => {
    const costs = { commission: { model: 'percent', fraction: 0.01 }, spread: { model: 'fixed', points: 4 } } as const;
    // 100 + 2 a unit, and a hundredth of that.
    expect(fillsOf(fitted({ size: 250 }, { costs }))).toEqual([[1, 97, 102]]);
  });

  test('is cut to lots, however small', () => {
    const lots = (lotStep: number) =>
      fillsOf(fitted({ size: 250 }, { cash: 9_999, instruments: [instrument({ lotStep })] }))[0]?.[1];
    expect(lots(25)).toBe(75);
    expect(lots(0.01)).toBe(99.99);
    expect(lots(0)).toBeCloseTo(99.99, 6);
  });

  test('is cut with leverage in mind, and what is held already', () => {
    const run = played(
      [FLAT, FLAT, FLAT],
      { 0: ({ order }) => order.buy({ size: 150 }), 1: ({ order }) => order.buy({ size: 150 }) },
      { account: { reduceToFit: true, leverage: 2, closeAtEnd: false } },
    );
    expect(fillsOf(run).map(([, units]) => units)).toEqual([150, 50]);
  });

  test('is rejected where not even a lot is borne', () => {
    expect(endsOf(fitted({ size: 250 }, { cash: 99 }))).toEqual([['rejected', 0, 250, 'not enough free equity']]);
  });

  test('is cut again where a later part costs more than was left', () => {
    const run = played(
      [FLAT, FLAT, still(150), FLAT],
      { 0: ({ order }) => order.buy({ size: 100 }) },
      {
        account: { reduceToFit: true, participation: 0.05, closeAtEnd: false },
      },
    );
    // Fifty at 100; at 150 equity of 12,500 bears 83 in all.
    expect(fillsOf(run)).toEqual([
      [1, 50, 100],
      [2, 33, 150],
    ]);
    expect(endsOf(run)).toEqual([['filled', 83, 83]]);
  });

  test('is not cut where it is borne', () => {
    expect(fillsOf(fitted({ size: 100 }))).toEqual([[1, 100, 100]]);
  });
});
