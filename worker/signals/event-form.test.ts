import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TechnicalAnalysis } from '#shared/strategy-api/ta.ts';
import { dailyBars, type Quote } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';
import { bindIndicators } from '../strategy/ta.ts';
import { type SignalCase, simulateCase } from './signals.fixture.ts';

const move = fc.integer({ min: -25, max: 26 });
const quotes = fc.array(move, { minLength: 60, maxLength: 150 }).map((steps) => {
  let last = 1_000;
  return steps.map((step): Quote => {
    const open = last;
    last = Math.max(300, last + step);
    return [open / 10, Math.max(open, last) / 10 + 1, Math.min(open, last) / 10 - 1, last / 10];
  });
});

test('the same rules as signals and bar by bar make the same ledger', () => {
  const ta = bindIndicators() as unknown as TechnicalAnalysis;
  let trades = 0;
  fc.assert(
    fc.property(quotes, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 12 }), (course, fast, slow) => {
      const bars = dailyBars(course);
      const asSignals: SignalCase = {
        bars,
        signals({ data, ta: own, when, size }) {
          const a = own.sma(data.close, fast);
          const b = own.sma(data.close, slow);
          const isCalm = when
            .above(own.rsi(data.close, 7), 80)
            .or(when.below(own.rsi(data.close, 7), 20))
            .not();
          return {
            entries: when.crossOver(a, b).and(isCalm),
            exits: when.crossUnder(a, b),
            shortEntries: when.below(a, b).and(when.crossUnder(data.close, b)),
            shortExits: when.above(data.close, a),
            size: size.percentOfEquity(60),
          };
        },
      };
      const barByBar = runStrategy(bars, {
        setup: ({ data }) => ({ a: ta.sma(data.close, fast), b: ta.sma(data.close, slow), rsi: ta.rsi(data.close, 7) }),
        onBar({ bar, data, order, position }, { a, b, rsi }) {
          const isCalm = !(rsi.now > 80 || rsi.now < 20);
          const entry = ta.crossOver(a, b) && isCalm;
          const shortEntry = a.now < b.now && ta.crossUnder(data.close, b);
          const size = order.percentOfEquity(60);
          if (position.isLong) {
            if (ta.crossUnder(a, b) || (shortEntry && !entry)) position.close();
            if (shortEntry && !entry) order.sell({ size });
          } else if (position.isShort) {
            if (bar.close > a.now || (entry && !shortEntry)) position.close();
            if (entry && !shortEntry) order.buy({ size });
          } else if (entry !== shortEntry) {
            if (entry) order.buy({ size });
            else order.sell({ size });
          }
        },
      });
      const run = simulateCase(asSignals);
      expect(run.thrown).toBeNull();
      expect(run.firstTradableBar).toBe(barByBar.firstTradableBar);
      for (const part of ['trades', 'fills', 'orders', 'equity', 'texts'] as const) {
        expect([part, run[part]]).toEqual([part, barByBar[part]]);
      }
      trades += run.trades.qty.length;
    }),
    { numRuns: 200 },
  );
  expect(trades).toBeGreaterThan(1_000);
});

test('on the clock of several symbols the first one is traded, when it has a bar', () => {
  const DAY = 86_400_000;
  const start = Date.UTC(2024, 0, 1);
  const flat = (rows: number, from: number) =>
    dailyBars(
      Array.from({ length: rows }, (): Quote => [100, 101, 99, 100]),
      start + from * DAY,
    );
  const first = flat(4, 0);
  first.time.set([0, 2, 4, 6].map((day) => start + day * DAY));
  const run = simulateCase({
    bars: first,
    others: [flat(7, 0)],
    signals: ({ when }) => ({
      entries: when.condition([true, false, false, false]),
      exits: when.condition([false, true, false, false]),
      size: 3,
    }),
  });
  expect([...run.fills.bar]).toEqual([2, 4]);
  expect([...run.orders.bar]).toEqual([0, 2]);
});
