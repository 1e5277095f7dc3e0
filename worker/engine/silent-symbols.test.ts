import { describe, expect, test } from 'vitest';
import { EXIT_REASONS, FILL_RULES } from '#shared/domain/run-result.ts';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { type RunOptions, runStrategy } from '../../tests/support/run-strategy.ts';
import { still } from './scenario.fixture.ts';

const INSTRUMENTS = [instrument({ symbol: 'A' }), instrument({ symbol: 'B' })];

/** Buys both symbols on the first bar; B has fewer bars than A. */
function held(a: readonly Quote[], b: readonly Quote[], sizes: readonly [number, number], options: RunOptions) {
  const run = runStrategy(
    [dailyBars(a), dailyBars(b)],
    {
      onBar({ bar, order }) {
        if (bar.index !== 0) return;
        order.buy({ symbol: 'A', size: sizes[0] });
        order.buy({ symbol: 'B', size: sizes[1] });
      },
    },
    { instruments: INSTRUMENTS, ...options },
  );
  const { fills, trades } = run;
  const closes = [...fills.rule.keys()]
    .slice(2)
    .map((row) => [
      fills.bar[row],
      INSTRUMENTS[fills.symbol[row] as number]?.symbol,
      fills.qty[row],
      fills.price[row],
      FILL_RULES[fills.rule[row] as number],
    ]);
  const reasons = [...trades.exitReason].map((code, row) => [EXIT_REASONS[code], trades.forced[row]]);
  return { run, closes, reasons };
}

describe('a symbol without a bar', () => {
  test('is not traded by a margin call, however large its position', () => {
    const account = { leverage: 4, maintenanceMargin: 0.25, closeAtEnd: false };
    const { closes } = held([100, 100, 80, 80].map(still), [100, 100].map(still), [150, 200], { account });
    // 32,000 are held against equity of 7,000: 4,000 too many, and B has no price to be sold at.
    expect(closes).toEqual([[2, 'A', 50, 80, 'margin-call']]);
  });

  test('is closed when the run ends in ruin, not by the liquidation', () => {
    const account = { leverage: 4 };
    const { closes, reasons, run } = held([100, 100, 20, 20].map(still), [100, 100].map(still), [150, 200], {
      account,
    });
    expect(run.brokeBar).toBe(2);
    expect(closes).toEqual([
      [2, 'A', 150, 20, 'liquidation'],
      [2, 'B', 200, 100, 'end-of-data'],
    ]);
    expect(reasons).toEqual([
      ['liquidation', 0],
      ['end-of-data', 1],
    ]);
  });

  test('is closed at the end at the last spread that was quoted for it', () => {
    const about = [{ quotedSpread: Float64Array.of(2, 2, 2, 2) }, { quotedSpread: Float64Array.of(2, 6) }];
    const costs = { spread: { model: 'series' } } as const;
    const { closes } = held([100, 100, 100, 100].map(still), [100, 100].map(still), [1, 1], { about, costs });
    expect(closes).toEqual([
      [3, 'A', 1, 99, 'end-of-data'],
      [3, 'B', 1, 97, 'end-of-data'],
    ]);
  });
});
