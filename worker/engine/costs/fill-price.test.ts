import { describe, expect, test } from 'vitest';
import type { CostsSpec } from '#shared/domain/costs.ts';
import { FILL_RULES } from '#shared/domain/run-result.ts';
import type { OrderRequest } from '#shared/strategy-api/orders.ts';
import { dailyBars, instrument, type Quote } from '../../../tests/support/bars.ts';
import { runStrategy } from '../../../tests/support/run-strategy.ts';

const FLAT: Quote = [100, 100, 100, 100];
const ONE: Quote = [1, 1, 1, 1];
const SPREAD_AND_TICKS: Partial<CostsSpec> = {
  spread: { model: 'fixed', points: 2 },
  slippage: { model: 'ticks', ticks: 3 },
};

/** Every fill of one order given on the first bar: rule, reference, half spread, slippage, price. */
function fills(side: 'buy' | 'sell', request: OrderRequest, costs: Partial<CostsSpec>, ...bars: Quote[]) {
  const run = runStrategy(
    dailyBars(bars),
    {
      onBar({ bar, order }) {
        if (bar.index === 0) order[side]({ size: 1, ...request });
      },
    },
    { costs, instruments: [instrument({ tickSize: 0.1 })] },
  );
  const { rule, reference, spread, slippage, price } = run.fills;
  return [...rule.keys()].map((row) => [
    FILL_RULES[rule[row] ?? -1],
    reference[row],
    spread[row],
    slippage[row],
    price[row],
  ]);
}

describe('half the spread and the slippage', () => {
  const slip = 3 * 0.1;

  test.each([
    ['buy', 1],
    ['sell', -1],
  ] as const)('are paid by a market order to %s, and by its close at the end', (side, sign) => {
    expect(fills(side, {}, SPREAD_AND_TICKS, FLAT, FLAT)).toEqual([
      ['market-open', 100, 1, slip, 100 + sign * (1 + slip)],
      ['end-of-data', 100, 1, slip, 100 - sign * (1 + slip)],
    ]);
  });

  test('are paid by stops, touched or jumped, and by a stop-loss', () => {
    const [entry, exit] = fills(
      'buy',
      { stop: 103, stopLoss: 98 },
      SPREAD_AND_TICKS,
      FLAT,
      [100, 104, 99, 103],
      FLAT,
      [97, 97, 97, 97],
    );
    expect(entry).toEqual(['stop-touch', 103, 1, slip, 104 + slip]);
    expect(exit).toEqual(['stop-gap', 97, 1, slip, 97 - (1 + slip)]);
  });

  test('are not paid by limits, touched or jumped, nor by a take-profit', () => {
    const touched = fills(
      'buy',
      { limit: 98, takeProfit: 104 },
      SPREAD_AND_TICKS,
      FLAT,
      [100, 100, 98, 99],
      [99, 105, 99, 104],
    );
    expect(touched).toEqual([
      ['limit-touch', 98, 0, 0, 98],
      ['limit-touch', 104, 0, 0, 104],
    ]);
    const jumped = fills(
      'buy',
      { limit: 98, takeProfit: 104 },
      SPREAD_AND_TICKS,
      FLAT,
      [97, 97, 97, 97],
      [106, 106, 106, 106],
    );
    expect(jumped).toEqual([
      ['limit-gap', 97, 0, 0, 97],
      ['limit-gap', 106, 0, 0, 106],
    ]);
  });

  test('are each a fraction of the price when they are given in percent', () => {
    const costs: Partial<CostsSpec> = {
      spread: { model: 'percent', fraction: 0.02 },
      slippage: { model: 'percent', fraction: 0.005 },
    };
    expect(fills('buy', {}, costs, FLAT, FLAT)[0]).toEqual(['market-open', 100, 1, 0.5, 101.5]);
  });

  test('take a whole price at most', () => {
    const wide: Partial<CostsSpec> = { spread: { model: 'fixed', points: 10 } };
    const slow: Partial<CostsSpec> = { spread: { model: 'fixed', points: 1 }, slippage: { model: 'ticks', ticks: 90 } };
    expect(fills('sell', {}, wide, ONE, ONE)[0]).toEqual(['market-open', 1, 1, 0, 0]);
    expect(fills('sell', {}, slow, ONE, ONE)[0]).toEqual(['market-open', 1, 0.5, 0.5, 0]);
  });
});
