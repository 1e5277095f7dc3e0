import { expect, test } from 'vitest';
import { EXIT_REASONS } from '#shared/domain/run-result.ts';
import { dailyBars, type Quote } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';

const FLAT: Quote = [100, 100, 100, 100];

test('a stop-loss that a gap makes worse than the account can bear ends the run, flat or not', () => {
  const calls: number[] = [];
  const run = runStrategy(dailyBars([FLAT, FLAT, [300, 300, 300, 300], FLAT, FLAT]), {
    onBar({ bar, order }) {
      calls.push(bar.index);
      if (bar.index === 0) order.sell({ size: 100, stopLoss: 120 });
      if (bar.index === 2) order.buy({ size: 1 });
    },
    onEnd: () => void calls.push(-1),
  });
  expect([...run.equity]).toEqual([10_000, 10_000, -10_000, -10_000, -10_000]);
  expect(run.brokeBar).toBe(2);
  expect(calls).toEqual([0, 1]);
  expect([...run.trades.exitReason].map((code) => EXIT_REASONS[code])).toEqual(['stop-loss']);
  expect(run.trades.pnl[0]).toBe(-20_000);
});

test('an account that is worth nothing is broke', () => {
  const run = runStrategy(dailyBars([FLAT, FLAT, [200, 200, 200, 200], FLAT]), {
    onBar({ bar, order }) {
      if (bar.index === 0) order.sell({ size: 100 });
    },
  });
  expect(run.brokeBar).toBe(2);
  expect([...run.equity]).toEqual([10_000, 10_000, 0, 0]);
  expect(EXIT_REASONS[run.trades.exitReason[0] ?? -1]).toBe('liquidation');
  expect(run.trades.forced[0]).toBe(0);
});
