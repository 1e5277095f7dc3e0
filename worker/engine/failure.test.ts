import { describe, expect, test } from 'vitest';
import { CASH_ACCOUNT } from '#shared/domain/account.ts';
import { NO_COSTS } from '#shared/domain/costs.ts';
import { EXIT_REASONS } from '#shared/domain/run-result.ts';
import type { StrategyDefinition } from '#shared/strategy-api/strategy.ts';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { type LoadedStrategy, loadedStrategy, strategy } from '../strategy/definition.ts';
import { simulate } from './backtest.ts';
import { HINDCAST_1 } from './semantics/hindcast-1.ts';

const CASH = 10_000;
const QUOTES = [100, 104, 108, 90, 80].map((price): Quote => [price, price + 2, price - 2, price + 1]);
const broken = new Error('broken');

function run(definition: Omit<StrategyDefinition<Record<never, never>, unknown, unknown>, 'name'>) {
  return simulate(loadedStrategy(strategy({ name: 'test', ...definition })) as LoadedStrategy, {
    series: [
      { bars: dailyBars(QUOTES), instrument: instrument({ symbol: 'A' }) },
      { bars: dailyBars(QUOTES.toReversed()), instrument: instrument({ symbol: 'B' }) },
    ],
    params: {},
    cash: CASH,
    costs: { ...NO_COSTS, commission: { model: 'fixed', amount: 3 }, spread: { model: 'fixed', points: 1 } },
    account: CASH_ACCOUNT,
    semantics: HINDCAST_1,
    scope: { first: null },
    progress: new Int32Array(1),
  });
}

describe('a strategy that throws', () => {
  test.each(['onBar', 'onFill'] as const)(
    'in %s keeps what it did, its positions closed there and flagged',
    (where) => {
      const failed = run({
        onBar({ bar, order }) {
          if (bar.index === 0) {
            order.buy({ size: 10 });
            order.sell({ symbol: 'B', size: 5 });
          }
          if (bar.index === 1) order.buy({ size: 1 });
          if (bar.index === 2 && where === 'onBar') throw broken;
        },
        onFill(_, { bar }) {
          if (bar.index === 2 && where === 'onFill') throw broken;
        },
      });
      expect(failed.thrown).toEqual({ error: broken, bar: 2 });
      expect([...failed.time]).toHaveLength(3);
      expect(failed.equity).toHaveLength(3);
      expect(failed.buyAndHold()).toHaveLength(3);
      expect([...failed.trades.qty]).toEqual([10, 1, 5]);
      expect([...failed.trades.forced]).toEqual([1, 1, 1]);
      expect([...failed.trades.exitBar]).toEqual([2, 2, 2]);
      expect([...failed.trades.exitPrice]).toEqual([108.5, 108.5, 109.5]);
      expect([...failed.trades.exitReason].map((code) => EXIT_REASONS[code])).toEqual(Array(3).fill('end-of-data'));
      const made = failed.trades.pnl.reduce((sum, pnl) => sum + pnl, 0);
      expect((failed.equity[2] as number) - CASH).toBeCloseTo(made, 9);
    },
  );

  test('in onEnd keeps the whole run', () => {
    const failed = run({
      onBar: ({ bar, order }) => void (bar.index === 0 && order.buy({ size: 10 })),
      onEnd() {
        throw broken;
      },
    });
    expect(failed.thrown).toEqual({ error: broken, bar: 4 });
    expect(failed.trades.forced[0]).toBe(1);
    expect(failed.equity[4]).toBeCloseTo(CASH + (failed.trades.pnl[0] as number), 9);
  });

  test('in setup has done nothing', () => {
    const failed = run({
      setup() {
        throw broken;
      },
      onBar() {},
    });
    expect(failed.thrown).toEqual({ error: broken, bar: -1 });
    expect(failed.fills.bar).toHaveLength(0);
  });
});
