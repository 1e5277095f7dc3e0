import { describe, expect, test } from 'vitest';
import type { OrderRequest } from '#shared/strategy-api/orders.ts';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';

const CLOSE_100: Quote = [99, 102, 98, 100];
const CLOSE_10: Quote = [9, 12, 8, 10];

function send(side: 'buy' | 'sell', request: OrderRequest) {
  return () =>
    runStrategy(
      [dailyBars([CLOSE_100, CLOSE_100]), dailyBars([CLOSE_10, CLOSE_10])],
      {
        onBar({ bar, order }) {
          if (bar.index === 0) order[side]({ size: 1, ...request });
        },
      },
      { instruments: [instrument({ symbol: 'A' }), instrument({ symbol: 'B' })] },
    );
}

describe('an exit on the wrong side of its entry is refused', () => {
  test.each<[string, OrderRequest, number]>([
    ['the close', {}, 100],
    ['the limit', { limit: 95 }, 95],
    ['the stop', { stop: 105 }, 105],
    ['the limit of a stop-limit', { stop: 105, limit: 107 }, 107],
    ['the close of its own symbol', { symbol: 'B' }, 10],
  ])('against %s', (_, request, entry) => {
    for (const wrong of [entry, entry + 0.01]) {
      expect(send('buy', { ...request, stopLoss: wrong })).toThrow(
        `order.buy: stopLoss ${wrong} must be below the price ${entry}.`,
      );
      expect(send('sell', { ...request, takeProfit: wrong })).toThrow(
        `order.sell: takeProfit ${wrong} must be below the price ${entry}.`,
      );
    }
    for (const wrong of [entry, entry - 0.01]) {
      expect(send('buy', { ...request, takeProfit: wrong })).toThrow(
        `order.buy: takeProfit ${wrong} must be above the price ${entry}.`,
      );
      expect(send('sell', { ...request, stopLoss: wrong })).toThrow(
        `order.sell: stopLoss ${wrong} must be above the price ${entry}.`,
      );
    }
    const below = entry - 0.01;
    const above = entry + 0.01;
    expect(send('buy', { ...request, stopLoss: below, takeProfit: above })).not.toThrow();
    expect(send('sell', { ...request, stopLoss: above, takeProfit: below })).not.toThrow();
  });
});
