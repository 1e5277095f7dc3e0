import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CostsSpec, NO_COSTS } from '#shared/domain/costs.ts';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';
import { buyAndHold, type ClockedBars } from './buy-and-hold.ts';

/** Opens at each price and closes one above it. */
function clocked(opens: readonly number[], rows: readonly number[] | null = null): ClockedBars {
  const bars = dailyBars(opens.map((open): Quote => [open, open + 1, open, open + 1]));
  return { instrument: instrument({ tickSize: 1 }), bars, rows: rows === null ? null : Int32Array.from(rows) };
}

/** A clock of so many days from 2024-01-01 on. */
const days = (count: number) => Float64Array.from({ length: count }, (_, day) => Date.UTC(2024, 0, 1 + day));

const COSTS: CostsSpec = {
  commission: { model: 'fixed', amount: 7 },
  spread: { model: 'fixed', points: 4 },
  slippage: { model: 'ticks', ticks: 1 },
};

describe('buy and hold', () => {
  test('buys at the open after the first tradable bar', () => {
    expect([...buyAndHold([clocked([10, 20, 25, 30])], days(4), 1, 100, NO_COSTS)]).toEqual([100, 100, 104, 124]);
  });

  test('never buys when no bar is left to be filled on', () => {
    expect([...buyAndHold([clocked([10, 20])], days(2), 1, 100, NO_COSTS)]).toEqual([100, 100]);
    expect([...buyAndHold([clocked([10, 20])], days(2), 2, 100, NO_COSTS)]).toEqual([100, 100]);
  });

  test('pays for the entry from the entry on, and for the exit at the end', () => {
    // 10 + 2 + 1 a unit: (137 − 7) / 13 = 10 units; the last close 21 gives 21 − 2 − 1, less 7.
    const equity = buyAndHold([clocked([10, 10, 15, 20])], days(4), 0, 137, COSTS);
    expect([...equity]).toEqual([137, 110, 160, 180 - 7]);
  });

  test('loses no more to costs than the whole price', () => {
    const flat: ClockedBars = {
      instrument: instrument(),
      bars: dailyBars([
        [1, 1, 1, 1],
        [1, 1, 1, 1],
        [1, 1, 1, 1],
      ]),
      rows: null,
    };
    const costs: CostsSpec = { ...NO_COSTS, spread: { model: 'fixed', points: 10 } };
    // Bought at 1 + 1, sold for nothing.
    expect([...buyAndHold([flat], days(3), 0, 100, costs)]).toEqual([100, 50, 0]);
  });

  test('holds equal parts of all symbols', () => {
    const equity = buyAndHold([clocked([10, 10, 30]), clocked([5, 5, 5])], days(3), 0, 200, NO_COSTS);
    // Ten of the one, twenty of the other.
    expect([...equity]).toEqual([200, 110 + 120, 310 + 120]);
  });

  test('buys only what trades then, with all the money', () => {
    const late = clocked([50, 60], [-1, -1, 0, 1]);
    const equity = buyAndHold([clocked([10, 10, 20, 30]), late], days(4), 0, 100, NO_COSTS);
    expect([...equity]).toEqual([100, 110, 210, 310]);
  });

  test('keeps the last price of a symbol whose data ends or pauses', () => {
    const pausing = clocked([10, 10, 20], [0, 1, -1, 2, -1]);
    expect([...buyAndHold([pausing], days(5), 0, 100, NO_COSTS)]).toEqual([100, 110, 110, 210, 210]);
  });

  test('values at the rate of each bar, and gets the costs at it', () => {
    const rates = Float64Array.of(1, 2, 2, 3);
    const equity = buyAndHold([{ ...clocked([10, 10, 15, 20]), rates }], days(4), 0, 274, COSTS);
    // Half as many: 274 at 2 are 137 in the quote currency.
    expect([...equity]).toEqual([274, 220, 320, 274 + 3 * (210 - 30 - 7) - 2 * 137]);
  });

  test('gets more units by a split, and dividends of what it holds when they are paid', () => {
    const at = (day: number) => Date.UTC(2024, 0, day);
    const own = clocked([10, 10, 5, 5, 5]);
    const equity = (actions: ClockedBars['actions'] & object) => [
      ...buyAndHold([{ ...own, actions }], days(5), 0, 100, NO_COSTS),
    ];
    expect(equity([])).toEqual([100, 110, 60, 60, 60]);
    expect(equity([{ kind: 'split', time: at(3), ratio: 2 }])).toEqual([100, 110, 120, 120, 120]);
    expect(
      equity([
        { kind: 'dividend', time: at(2), amount: 50 },
        { kind: 'split', time: at(3), ratio: 2 },
        { kind: 'dividend', time: at(4), amount: 1 },
      ]),
    ).toEqual([100, 110, 120, 140, 140]);
  });

  test('pays the spread that was quoted, and none where none was', () => {
    const costs: CostsSpec = { ...NO_COSTS, spread: { model: 'series' } };
    const quotedSpread = Float64Array.of(Number.NaN, 10, Number.NaN, 4);
    const held = { ...clocked([10, 10, 15, 20]), quotedSpread };
    expect([...buyAndHold([held], days(4), 0, 150, costs)]).toEqual([150, 110, 160, 190]);
    const unquoted = { ...held, quotedSpread: new Float64Array(4).fill(Number.NaN) };
    expect([...buyAndHold([unquoted], days(4), 0, 100, costs)]).toEqual([100, 110, 160, 210]);
  });

  test('makes what a strategy makes that buys with everything and waits', () => {
    const price = fc.integer({ min: 20, max: 400 });
    const costs = fc.constantFrom(NO_COSTS, COSTS, {
      ...COSTS,
      commission: { model: 'percent', fraction: 0.01 },
    } as const);
    fc.assert(
      fc.property(fc.array(price, { minLength: 2, maxLength: 12 }), costs, fc.nat(11), (opens, costs, warmup) => {
        const { bars, instrument: own } = clocked(opens);
        const run = runStrategy(
          bars,
          { warmup, onBar: ({ bar, order }) => void (bar.index === warmup && order.buy()) },
          { costs, instruments: [{ ...own, multiplier: 5 }] },
        );
        const benchmark = run.buyAndHold();
        expect(run.equity.length).toBe(benchmark.length);
        for (const [tick, worth] of run.equity.entries()) expect(benchmark[tick]).toBeCloseTo(worth, 6);
      }),
    );
  });
});
