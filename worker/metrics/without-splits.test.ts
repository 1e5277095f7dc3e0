import { describe, expect, test } from 'vitest';
import type { CorporateAction } from '#shared/domain/corporate-action.ts';
import { dailyBars, type Quote } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';
import { excursions } from './excursions.ts';
import { withoutSplits } from './without-splits.ts';

const FLAT: Quote = [100, 100, 100, 100];
const split = (bar: number, ratio: number): CorporateAction => ({
  kind: 'split',
  time: Date.UTC(2024, 0, 1 + bar),
  ratio,
});

/** Ten bought on bar 1 and closed on bar 4, as the excursions of the trade. */
function measured(quotes: Quote[], actions: CorporateAction[]) {
  const bars = dailyBars([FLAT, ...quotes]);
  const run = runStrategy(
    bars,
    {
      onBar({ bar, order, position }) {
        if (bar.index === 0) order.buy({ size: 10 });
        if (bar.index === 3) position.close();
      },
    },
    { about: [{ actions }], costs: { commission: { model: 'fixed', amount: 5 } } },
  );
  const traded = { trades: run.trades, fills: run.fills, market: [{ bars, rows: null }] };
  const { trades, fills, market } = withoutSplits(traded, run.time, [actions]);
  const { favourable, adverse, favourableFraction } = excursions(trades, fills, market, [1]);
  return [favourable[0], adverse[0], favourableFraction[0]];
}

describe('excursions of a trade that was split', () => {
  test('are those that it would have had without', () => {
    const plain = measured([FLAT, [100, 120, 90, 110], [110, 130, 104, 120], [120, 120, 120, 120]], []);
    expect(plain).toEqual([295, -105, 0.295]);
    const half: Quote[] = [FLAT, [100, 120, 90, 110], [55, 65, 52, 60], [60, 60, 60, 60]];
    expect(measured(half, [split(3, 2)])).toEqual(plain);
    const quarter: Quote[] = [FLAT, [50, 60, 45, 55], [27.5, 32.5, 26, 30], [30, 30, 30, 30]];
    expect(measured(quarter, [split(2, 2), split(3, 2)])).toEqual(plain);
  });

  test('know nothing of splits before and after it', () => {
    const before = measured([FLAT, [100, 120, 90, 110], [110, 130, 104, 120], [120, 120, 120, 120]], [split(0, 7)]);
    expect(before).toEqual([expect.closeTo(295, 9), expect.closeTo(-105, 9), expect.closeTo(0.295, 12)]);
  });

  test('without any split nothing is copied', () => {
    const traded = { trades: {}, fills: {}, market: [] } as unknown as Parameters<typeof withoutSplits>[0];
    const dividend: CorporateAction = { kind: 'dividend', time: 0, amount: 1 };
    expect(withoutSplits(traded, Float64Array.of(0), [[dividend]])).toBe(traded);
  });
});
