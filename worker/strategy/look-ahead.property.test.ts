import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BarColumns } from '#shared/domain/bars.ts';
import { sliceBars } from '#shared/domain/bars.ts';
import type { Bars } from '#shared/strategy-api/market.ts';
import type { Series } from '#shared/strategy-api/series.ts';
import type { TechnicalAnalysis } from '#shared/strategy-api/ta.ts';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';
import type { Simulation } from '../engine/backtest.ts';
import { bindIndicators } from './ta.ts';

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);
const INSTRUMENTS = [instrument({ symbol: 'A' }), instrument({ symbol: 'B', lotStep: 0.1 })];

/** One day: the way of the price around 100, so that symbols cross often, and whether the symbol trades. */
const day = fc.record({
  gap: fc.integer({ min: -6, max: 6 }),
  up: fc.integer({ min: 0, max: 6 }),
  down: fc.integer({ min: 0, max: 6 }),
  close: fc.constantFrom(0, 0.25, 0.5, 0.75, 1),
  trades: fc.integer({ min: 0, max: 4 }).map((one) => one > 0),
});
type Day = typeof day extends fc.Arbitrary<infer T> ? T : never;
const days = fc.array(day, { minLength: 30, maxLength: 50 });

const scenarios = fc.record({
  a: days,
  b: days,
  /** Days by which B is listed later. */
  delay: fc.integer({ min: 0, max: 8 }),
  /** What comes after the cut instead. */
  noise: fc.record({ a: days, b: days }),
  cut: fc.double({ min: 0.1, max: 0.95, noNaN: true }),
});

/** Bars of the days on which the symbol trades; its first two do, so that a bar is known to last a day. */
function barsOf(course: readonly Day[], delay: number): BarColumns {
  const quotes: Quote[] = [];
  const times: number[] = [];
  course.forEach(({ gap, up, down, close, trades }, index) => {
    if (!trades && index > 1) return;
    const open = 100 + gap;
    const low = open - down;
    quotes.push([open, open + up, low, low + (up + down) * close]);
    times.push(START + (delay + index) * DAY);
  });
  const bars = dailyBars(quotes);
  bars.time.set(times);
  return bars;
}

function before(bars: BarColumns, time: number): BarColumns {
  const end = bars.time.findIndex((one) => one >= time);
  return end < 0 ? bars : sliceBars(bars, 0, end);
}

/** The course up to a day, and noise from then on. */
function replacedFrom(day: number, course: readonly Day[], noise: readonly Day[]): Day[] {
  const kept = course.slice(0, day);
  const pause = Array.from({ length: day - kept.length }, () => ({ ...(course[0] as Day), trades: false }));
  return [...kept, ...pause, ...noise];
}

interface Indicators {
  fast: Series;
  slow: Series;
  rsi: Series;
  range: Series;
  otherRange: Series;
}

/** Trades on indicators of both symbols, its own memory and everything it can read of a bar. */
function trade(bars: readonly BarColumns[]): Simulation {
  const ta = bindIndicators() as unknown as TechnicalAnalysis;
  return runStrategy<Indicators, { peak: number; fills: number }>(
    bars,
    {
      state: () => ({ peak: 0, fills: 0 }),
      setup({ data }) {
        const other = data.of('B');
        return {
          fast: ta.sma(data.close, 3),
          slow: ta.sma(other.close, 4),
          rsi: ta.rsi(other.close, 3),
          range: ta.atr(data, 2),
          otherRange: ta.atr(other, 2),
        };
      },
      onBar({ bar, data, order, position, account, state, log }, { fast, slow, rsi, range, otherRange }) {
        const other = data.of('B');
        state.peak = Math.max(state.peak, account.equity);
        log(bar.index, bar.time, ...lately(data), ...lately(other), state.peak, state.fills, account.cash);
        log(...[fast, slow, rsi, range, otherRange].flatMap((one) => [one.now, one.ago(1)]));
        if (ta.crossOver(fast, slow)) {
          order.buy({ size: order.percentOfEquity(50), stopLoss: bar.close - 1 - range.now });
        }
        if (ta.crossUnder(fast, slow)) order.sell({ size: 20, stop: bar.close - 1, takeProfit: bar.close - 6 });
        if (rsi.now < 40)
          order.buy({ symbol: 'B', size: order.cash(2_000), limit: other.close.now - otherRange.now / 2 });
        if (rsi.now > 60) position.of('B').close();
        if (position.isOpen && account.equity < state.peak) position.protect({ stopLoss: data.low.now - 2 });
        if (bar.index % 7 === 0) order.cancelAll();
      },
      onFill(fill, { state, log }) {
        state.fills++;
        log(fill);
      },
    },
    { instruments: INSTRUMENTS, costs: { commission: { model: 'percent', fraction: 0.001 } } },
  );
}

function lately(bars: Bars): unknown[] {
  const { open, high, low, close, time } = bars;
  return [bars.hasBar, ...[open, high, low, close, time].flatMap((series) => [series.now, series.ago(1)])];
}

/**
 * All that is known of a run before a bar. Where the data ends, the engine closes what is open at the last close:
 * those fills, their cost in equity and the orders they cancel are not the strategy's, so `isCut` leaves them out.
 */
function knownBefore(run: Simulation, end: number, isCut: boolean) {
  const { fills, orders, texts } = run;
  const settled = isCut ? end - 1 : end;
  const rows = <T extends Record<keyof T, ArrayLike<number>>>(columns: T, row: number) =>
    Object.fromEntries(Object.entries<ArrayLike<number>>(columns).map(([name, column]) => [name, column[row]]));
  return {
    time: [...run.time.subarray(0, end)],
    equity: [...run.equity.subarray(0, settled)],
    log: run.log.filter(({ bar }) => bar < end),
    fills: [...fills.bar.keys()]
      .filter((row) => (fills.bar[row] as number) < end && fills.order[row] !== -1)
      .map((row) => rows(fills, row)),
    orders: [...orders.bar.keys()]
      .filter((row) => (orders.bar[row] as number) < end)
      .map((row) => {
        const { bar, symbol, side, type, role, parent, ...outcome } = rows(orders, row);
        const sent = { bar, symbol, side, type, role, parent };
        const endBar = orders.endBar[row] as number;
        const hasEnded = endBar >= 0 && endBar < settled;
        return hasEnded ? { ...sent, ...outcome, reason: texts[orders.reason[row] as number] } : sent;
      }),
  };
}

describe('no strategy sees the future', () => {
  test('cut the data anywhere, or put noise there, and all that came before stays the same', () => {
    fc.assert(
      fc.property(scenarios, ({ a, b, delay, noise, cut }) => {
        const whole = [barsOf(a, 0), barsOf(b, delay)];
        const run = trade(whole);
        const end = Math.max(2, Math.floor(run.time.length * cut));
        const time = run.time[end] as number;
        const day = (time - START) / DAY;
        const poisoned = [
          barsOf(replacedFrom(day, a, noise.a), 0),
          barsOf(replacedFrom(Math.max(0, day - delay), b, noise.b), delay),
        ];
        const part = trade(whole.map((bars) => before(bars, time)));
        expect(knownBefore(part, end, true)).toEqual(knownBefore(run, end, true));
        expect(knownBefore(trade(poisoned), end, false)).toEqual(knownBefore(run, end, false));
      }),
      { numRuns: 300 },
    );
  });

  test('which is worth something, because it trades both symbols in most of those markets', () => {
    const samples = fc.sample(scenarios, { numRuns: 100, seed: 3 });
    const traded = samples.map(({ a, b, delay }) => new Set(trade([barsOf(a, 0), barsOf(b, delay)]).fills.symbol).size);
    expect(traded.filter((symbols) => symbols === 2).length).toBeGreaterThan(60);
  });
});

describe('a series on a bar', () => {
  test('has no later value to give, of prices or indicators, of any symbol', () => {
    const ta = bindIndicators() as unknown as TechnicalAnalysis;
    const quotes = Array.from({ length: 6 }, (_, row): Quote => [100 + row, 101 + row, 99 + row, 100 + row]);
    let refusals = 0;
    runStrategy<Series[], unknown>(
      [dailyBars(quotes), dailyBars(quotes, START + 2 * DAY)],
      {
        warmup: 0,
        setup: ({ data }) => [data.close, ta.sma(data.close, 2), data.of('B').close, ta.sma(data.of('B').close, 2)],
        onBar({ bar }, series) {
          const rows = [Math.min(bar.index, 5), bar.index - 2];
          series.forEach((one, i) => {
            const row = rows[i < 2 ? 0 : 1] as number;
            for (let later = Math.max(row, -1) + 1; later < one.length; later++) {
              expect(() => one.at(later)).toThrow('lies in the future');
              refusals++;
            }
            if (row >= 0) expect(one.at(row)).toBe(one.now);
            expect(() => one.ago(-1)).toThrow('the future is not readable');
          });
        },
      },
      { instruments: INSTRUMENTS },
    );
    // 5 + 4 + … + 0 of A, 6 + 6 + 5 + … + 0 of B, each twice.
    expect(refusals).toBe(2 * (15 + 6 + 6 + 15));
  });
});
