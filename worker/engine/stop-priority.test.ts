import { expect, test } from 'vitest';
import { EXIT_REASONS } from '#shared/domain/run-result.ts';
import { dailyBars } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';

test('of several orders at one price a stop-loss goes first, though it is younger', () => {
  const run = runStrategy(
    dailyBars([
      [100, 100, 100, 100],
      [100, 100, 100, 100],
      [100, 101, 97, 99],
      [99, 99, 99, 99],
    ]),
    {
      onBar({ bar, order, position }) {
        if (bar.index === 0) order.buy({ size: 2 });
        if (bar.index !== 1) return;
        order.sell({ size: 2, stop: 98 });
        position.protect({ stopLoss: 98 });
      },
    },
  );
  // The stop-loss ends the long, so the stop order opens a short.
  expect([...run.fills.order]).toEqual([0, 2, 1, -1]);
  expect([...run.trades.exitReason].map((code) => EXIT_REASONS[code])).toEqual(['stop-loss', 'end-of-data']);
  expect([...run.trades.direction]).toEqual([1, -1]);
});

test('of equals the older goes first', () => {
  const run = runStrategy(
    dailyBars([
      [100, 100, 100, 100],
      [100, 104, 99, 103],
    ]),
    {
      onBar({ bar, order }) {
        if (bar.index !== 0) return;
        order.buy({ size: 1, stop: 102 });
        order.buy({ size: 2, stop: 102 });
      },
    },
  );
  expect([...run.fills.qty].slice(0, 2)).toEqual([1, 2]);
});
