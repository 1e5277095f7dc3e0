import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocateBars, BAR_COLUMNS, type BarColumns, sliceBars } from '#shared/domain/bars.ts';
import { SESSIONS } from '#shared/domain/session.ts';
import type { Bars, Market, Timeframe } from '#shared/strategy-api/market.ts';
import type { Series } from '#shared/strategy-api/series.ts';
import type { BarContext } from '#shared/strategy-api/strategy.ts';
import type { TechnicalAnalysis } from '#shared/strategy-api/ta.ts';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';
import { mergeClocks } from '../engine/clock.ts';
import { atr } from '../indicators/volatility/atr.ts';
import { resample } from '../timeframes/resample.ts';
import { MarketFeed } from './feed.ts';
import { RunMarket } from './market.ts';
import { bindIndicators } from './ta.ts';

const HOUR = 3_600_000;
const MONDAY = Date.UTC(2024, 0, 1);
const ta = bindIndicators() as unknown as TechnicalAnalysis;
const two = { instruments: [instrument({ symbol: 'A' }), instrument({ symbol: 'B' })] };

type Context = BarContext<Record<never, never>, unknown>;

/** Bars of an hour with these closes; the next ones may be missing. */
function hourly(closes: Record<number, number>): BarColumns {
  const hours = Object.keys(closes).map(Number);
  const bars = dailyBars(Object.values(closes).map((price): Quote => [price, price + 1, price - 1, price]));
  bars.time.set(hours.map((hour) => MONDAY + hour * HOUR));
  return bars;
}

const counting = (hours: number) => hourly(Object.fromEntries(Array.from({ length: hours }, (_, i) => [i, 100 + i])));

/** What a strategy sees on each bar. */
function seen<T>(bars: BarColumns | BarColumns[], look: (context: Context) => T, setup?: (data: Market) => unknown) {
  const all: T[] = [];
  runStrategy(
    bars,
    {
      warmup: 0,
      ...(setup !== undefined && { setup: ({ data }: { data: Market }) => setup(data) }),
      onBar: (context: Context) => void all.push(look(context)),
    },
    two,
  );
  return all;
}

describe('data.at', () => {
  test('steps in bars of its own, each from the bar on that completes it', () => {
    const look = ({ data }: Context) => {
      const { open, high, low, close, volume, time, hasBar } = data.at('2h');
      return [hasBar, open.now, high.now, low.now, close.now, volume.now, time.now, close.ago(1)];
    };
    const none = Number.NaN;
    const before = [none, none, none, none, none, none, none];
    const first = [100, 102, 99, 101, 2_000, MONDAY, none];
    const second = [102, 104, 101, 103, 2_000, MONDAY + 2 * HOUR, 101];
    expect(seen(counting(5), look)).toEqual([
      [false, ...before],
      [true, ...first],
      [false, ...first],
      [true, ...second],
      [false, ...second],
    ]);
  });

  test('shows two bars at once when the first was not known to be complete', () => {
    const look = ({ data }: Context) => [data.at('2h').close.now, data.at('2h').close.ago(1)];
    expect(seen(hourly({ 0: 1, 1: 2, 2: 3, 5: 4 }), look)).toEqual([
      [Number.NaN, Number.NaN],
      [2, Number.NaN],
      [2, Number.NaN],
      [4, 3],
    ]);
  });

  test('gives the same bars each time, of each symbol', () => {
    seen([counting(6), counting(6)], ({ data, bar }) => {
      const b = data.of('B');
      expect(data.at('2h')).toBe(data.at('2h'));
      expect(data.of('A').at('2h')).toBe(data.at('2h'));
      expect(data.at('4h')).not.toBe(data.at('2h'));
      expect(b.at('2h')).toBe(b.at('2h'));
      expect([b.at('2h').symbol, data.at('2h').symbol]).toEqual(['B', 'A']);
      expect(b.at('2h').hasBar).toBe(bar.index % 2 === 1);
    });
  });

  test('gives whole columns in setup, and nothing later in onBar', () => {
    let close: Series | undefined;
    const refusals = seen(
      counting(6),
      ({ bar }) => {
        const last = Math.floor((bar.index + 1) / 2) - 1;
        for (let row = 0; row <= last; row++) expect(close?.at(row)).toBe(101 + 2 * row);
        for (let row = last + 1; row < 3; row++) expect(() => close?.at(row)).toThrow('lies in the future');
        return 2 - last;
      },
      (data) => {
        close = data.at('2h').close;
        expect(Array.from({ length: close.length }, (_, row) => close?.at(row))).toEqual([101, 103, 105]);
        expect(() => close?.now).toThrow('There is no current bar in setup');
        expect(data.at('2h').hasBar).toBe(false);
      },
    );
    expect(refusals).toEqual([3, 2, 2, 1, 1, 0]);
  });

  test('gives bars that a strategy can not change', () => {
    seen(counting(4), ({ data }) => {
      for (const bars of [data.at('2h'), data.of('A')]) {
        expect(Object.isFrozen(bars)).toBe(true);
        for (let up = Object.getPrototypeOf(bars); up !== Object.prototype; up = Object.getPrototypeOf(up)) {
          expect(Object.isFrozen(up)).toBe(true);
          expect(Object.hasOwn(up, 'constructor')).toBe(false);
        }
      }
    });
  });

  test.each<[unknown, string]>([
    ['7m', 'there is no timeframe 7m. There are 1s, 1m, '],
    ['toString', 'there is no timeframe toString'],
    [['2h'], 'there is no timeframe 2h'],
    [undefined, 'there is no timeframe undefined'],
    ['1h', "bars of 1h can't be made of the 1h bars of TEST. Possible: 2h, 4h, 6h, 8h, 12h, 1d, 1w, 1M, 3M, 1y."],
    ['30m', "bars of 30m can't be made of the 1h bars of TEST"],
  ])('refuses %j', (timeframe, message) => {
    const run = () => runStrategy(counting(4), { onBar: ({ data }: Context) => data.at(timeframe as Timeframe) });
    expect(run).toThrow(`data.at: ${message}`);
  });

  test('has nothing above a year', () => {
    const years = dailyBars([1, 2, 3].map((price): Quote => [price, price, price, price]));
    years.time.set([2020, 2021, 2022].map((year) => Date.UTC(year)));
    expect(() => seen(years, ({ data }) => data.at('1y'))).toThrow('Possible: none.');
  });

  test('refuses a session in which nothing happened, or in a zone that does not exist', () => {
    const bars = [counting(4)];
    const at = (session: { timezone: string }) => () =>
      new RunMarket(new MarketFeed(['A'], bars, mergeClocks(bars), [{ ...SESSIONS['us-equities'], ...session }])).at(
        '1d',
      );
    expect(at({ timezone: 'America/New_York' })).toThrow('data.at: all bars of A lie outside its session.');
    expect(at({ timezone: 'America/Atlantis' })).toThrow(new RangeError('There is no time zone America/Atlantis.'));
  });
});

describe('indicators of a higher timeframe', () => {
  test('are those of its bars', () => {
    const base = counting(24);
    const expected = atr(resample(base, '1h', '2h').bars, 3);
    const values = seen(base, ({ data }) => [ta.atr(data.at('2h'), 3).now, ta.sma(data.at('2h').close, 2).now]);
    for (const [tick, [range, mean]] of values.entries()) {
      const row = Math.floor((tick + 1) / 2) - 1;
      expect(range).toBe(expected[row] ?? Number.NaN);
      expect(mean).toBe(row < 1 ? Number.NaN : 100 + 2 * row);
    }
  });

  test('cross on the bar that brings the new value, and not again until the next', () => {
    const closes = hourly({ 0: 1, 1: 1, 2: 9, 3: 9, 4: 9, 5: 9, 6: 1, 7: 1, 8: 1 });
    const when = (crosses: (data: Market) => boolean) =>
      seen(closes, ({ bar, data }) => (crosses(data) ? bar.index : -1)).filter((tick) => tick >= 0);
    expect(when((data) => ta.crossOver(data.at('2h').close, 5))).toEqual([3]);
    expect(when((data) => ta.crossUnder(data.at('2h').close, 5))).toEqual([7]);
    // The hours cross the last complete two hours as they move, and are crossed when these follow.
    expect(when((data) => ta.crossOver(data.close, data.at('2h').close))).toEqual([2]);
    expect(when((data) => ta.crossUnder(data.close, data.at('2h').close))).toEqual([6]);
  });

  test('of two symbols match where their bars end together', () => {
    const series = [counting(96), counting(96)];
    const correlate = (close: '22:00' | '24:00') => {
      const sessions = [{ ...SESSIONS['24x7'], close }, undefined];
      const data = new RunMarket(new MarketFeed(['A', 'B'], series, mergeClocks(series), sessions));
      return ta.correlation(data.at('1d').close, data.of('B').at('1d').close, 2).length;
    };
    expect(correlate('24:00')).toBe(4);
    // Both days open at midnight, but at 22:00 the other has not closed.
    expect(() => correlate('22:00')).toThrow('the two series have bars at different times');
  });
});

describe('warm-up', () => {
  const firstTradable = (bars: BarColumns | BarColumns[], setup: (data: Market) => unknown) =>
    runStrategy(bars, { setup: ({ data }) => setup(data as Market), onBar() {} }, two).firstTradableBar;

  test('waits for the bar with which the first value of a higher timeframe comes in', () => {
    const bars = counting(24);
    expect(firstTradable(bars, (data) => data.at('4h').close)).toBe(3);
    expect(firstTradable(bars, (data) => ta.sma(data.at('4h').close, 3))).toBe(11);
    expect(firstTradable(bars, (data) => [ta.sma(data.at('4h').close, 3), ta.sma(data.close, 15)])).toBe(14);
    expect(firstTradable(bars, (data) => [ta.sma(data.at('4h').close, 3), ta.sma(data.close, 5)])).toBe(11);
    expect(firstTradable(bars, (data) => ta.sma(data.at('4h').close, 7))).toBe(24);
    // The day of 24 hours is complete with the last of them; the second day never is.
    expect(firstTradable(bars, (data) => data.at('1d').close)).toBe(23);
    expect(firstTradable(counting(25), (data) => data.at('1d').close)).toBe(23);
    expect(firstTradable(counting(23), (data) => data.at('1d').close)).toBe(23);
  });

  test('waits for it on the clock of all symbols', () => {
    const later = hourly({ 2: 1, 3: 1, 4: 1, 6: 1, 7: 1 });
    // Two hours of B end with the bar at 3 o’clock, which is its second.
    expect(firstTradable([counting(8), later], (data) => data.of('B').at('2h').close)).toBe(3);
    expect(firstTradable([counting(8), later], (data) => ta.sma(data.of('B').at('2h').close, 2))).toBe(6);
  });
});

test('cut the data anywhere, and all that was seen before stays the same', () => {
  const gaps = fc.array(fc.constantFrom(1, 1, 1, 1, 2, 3, 9, 30), { minLength: 25, maxLength: 80 });
  const moves = fc.infiniteStream(fc.integer({ min: -3, max: 3 }));
  const timeframes = ['2h', '4h', '1d'] as const;

  function look(bars: BarColumns): unknown[] {
    const columns = (one: Bars) => BAR_COLUMNS.flatMap((name) => [one[name].now, one[name].ago(1)]);
    return seen(
      bars,
      ({ data }) =>
        timeframes.map((timeframe) => {
          const higher = data.at(timeframe);
          const mean = ta.sma(higher.close, 2);
          return [higher.hasBar, ...columns(higher), mean.now, ta.crossOver(data.close, mean), ta.atr(higher, 2).now];
        }),
      (data) => data.at('4h'),
    );
  }

  fc.assert(
    fc.property(gaps, moves, fc.nat(), (steps, stream, nat) => {
      const bars = allocateBars(steps.length, 'own');
      let hour = 0;
      let price = 100;
      for (const [row, step] of steps.entries()) {
        // The first bars follow each other, so that they are known to last an hour whatever is cut.
        hour += row < 8 ? 1 : step;
        const close = price + (stream.next().value ?? 0);
        bars.time[row] = MONDAY + hour * HOUR;
        bars.open[row] = price;
        bars.high[row] = Math.max(price, close);
        bars.low[row] = Math.min(price, close);
        bars.close[row] = close;
        bars.volume[row] = row;
        price = close;
      }
      const cut = 8 + (nat % (steps.length - 8));
      expect(look(sliceBars(bars, 0, cut))).toEqual(look(bars).slice(0, cut));
    }),
    { numRuns: 200 },
  );
});
