import { describe, expect, test } from 'vitest';
import { EXIT_REASONS } from '#shared/domain/run-result.ts';
import type { OrderRequest } from '#shared/strategy-api/orders.ts';
import { dailyBars, type Quote } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';
import type { Simulation } from './backtest.ts';

const FLAT: Quote = [100, 100, 100, 100];

function sent(side: 'buy' | 'sell', request: OrderRequest, ...bars: Quote[]): Simulation {
  return runStrategy(dailyBars([FLAT, ...bars]), {
    onBar({ bar, order }) {
      if (bar.index === 0) order[side]({ size: 1, ...request });
    },
  });
}

function story(run: Simulation) {
  return {
    price: run.trades.exitPrice[0],
    reason: EXIT_REASONS[run.trades.exitReason[0] ?? -1],
    flags: [...run.fills.ambiguous],
    bars: run.ambiguousBars,
  };
}

describe('both levels in one bar', () => {
  const LONG = { stopLoss: 98, takeProfit: 104 };
  const SHORT = { stopLoss: 102, takeProfit: 96 };

  test.each<[string, 'buy' | 'sell', OrderRequest, Quote, number, string]>([
    ['a take-profit', 'buy', LONG, [106, 107, 97, 100], 106, 'take-profit'],
    ['a take-profit of a short', 'sell', SHORT, [95, 103, 94, 100], 95, 'take-profit'],
    ['a stop-loss', 'buy', LONG, [97, 105, 96, 100], 97, 'stop-loss'],
    ['a stop-loss of a short', 'sell', SHORT, [103, 104, 95, 100], 103, 'stop-loss'],
  ])('%s beyond which the bar opens is certain', (_, side, levels, bar, price, reason) => {
    expect(story(sent(side, levels, FLAT, bar, FLAT))).toEqual({ price, reason, flags: [0, 0], bars: 0 });
  });

  test('each such bar counts', () => {
    const run = runStrategy(dailyBars([FLAT, FLAT, [100, 105, 97, 100], [100, 105, 97, 100], FLAT]), {
      onBar({ bar, order }) {
        if (bar.index < 2) order.buy({ size: 1, ...LONG });
        if (bar.index === 2) order.buy({ size: 1, ...LONG });
      },
    });
    // Bar 2 ends two trades, bar 3 the one that began at its open.
    expect([...run.trades.exitBar]).toEqual([2, 2, 3]);
    expect(run.ambiguousBars).toBe(2);
  });
});

describe('an entry inside a bar that also touched its exit', () => {
  test('leaves the exit on that bar in doubt', () => {
    // 100 → 104 → 95 → 96: bought at 103 on the way up, stopped at 98 on the way down.
    const run = sent('buy', { stop: 103, stopLoss: 98 }, [100, 104, 95, 96], FLAT);
    expect(story(run)).toEqual({ price: 98, reason: 'stop-loss', flags: [0, 1], bars: 1 });
  });

  test('leaves an exit on a later bar certain', () => {
    // 100 → 97 → 104 → 101: bought at 103 after the low.
    const run = sent('buy', { stop: 103, stopLoss: 98 }, [100, 104, 97, 101], [101, 101, 97, 98]);
    expect(run.trades.exitBar[0]).toBe(2);
    expect(story(run)).toEqual({ price: 98, reason: 'stop-loss', flags: [0, 0], bars: 1 });
  });

  test('counts the bar once, not each leg', () => {
    const run = sent('buy', { stop: 103, stopLoss: 98, takeProfit: 103.5 }, [100, 104, 97, 101], FLAT);
    expect(story(run)).toEqual({ price: 103.5, reason: 'take-profit', flags: [0, 1], bars: 1 });
  });

  test('is certain when the bar stayed away from the exit, or opened with the entry', () => {
    expect(sent('buy', { stop: 103, stopLoss: 96 }, [100, 104, 97, 101], FLAT).ambiguousBars).toBe(0);
    expect(sent('buy', { stop: 103, stopLoss: 98 }, [104, 105, 97, 101], FLAT).ambiguousBars).toBe(0);
  });
});
