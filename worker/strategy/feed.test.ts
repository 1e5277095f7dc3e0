import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocateBars, type BarColumns } from '#shared/domain/bars.ts';
import { SESSIONS } from '#shared/domain/session.ts';
import { mergeClocks } from '../engine/clock.ts';
import { resample } from '../timeframes/resample.ts';
import { MarketFeed } from './feed.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2024, 0, 10);

/** One-hour bars at these hours, counted from midnight; prices and volumes tell the row. */
function hourly(hours: readonly number[], firstPrice = 100): BarColumns {
  const bars = allocateBars(hours.length, 'own');
  hours.forEach((hour, row) => {
    bars.time[row] = START + hour * HOUR;
    for (const column of [bars.open, bars.high, bars.low, bars.close]) column[row] = firstPrice + row;
    bars.volume[row] = row + 1;
  });
  return bars;
}

function feedOf(series: BarColumns[], sessions?: ConstructorParameters<typeof MarketFeed>[3]): MarketFeed {
  const names = series.map((_, i) => 'AB'[i] as string);
  return new MarketFeed(names, series, mergeClocks(series), sessions);
}

test('a symbol has prices and a volume while it has a bar', () => {
  const market = feedOf([hourly([0, 1, 2]), hourly([1], 50)]);
  const quotes = [0, 1, 2].map((tick) => {
    market.advance(tick);
    return [market.open(1), market.high(1), market.low(1), market.close(1), market.volume(1), market.volume(0)];
  });
  const none = Number.NaN;
  expect(quotes).toEqual([
    [none, none, none, none, none, 1],
    [50, 50, 50, 50, 1, 2],
    [none, none, none, none, none, 3],
  ]);
});

describe('a higher timeframe', () => {
  test('is made by the session of its symbol', () => {
    const hours = hourly([13, 14, 20, 21, 38]);
    const market = feedOf([hours, { ...hours }], [undefined, SESSIONS['us-equities']]);
    expect([...market.of(0).at('1d').bars.volume]).toEqual([10, 5]);
    expect([...market.of(1).at('1d').bars.volume]).toEqual([5, 5]);
    expect(market.of(0).at('1d')).toBe(market.of(0).at('1d'));
    expect(market.of(0).at('1d')).not.toBe(market.of(1).at('1d'));
    expect(market.of(0).at('1d')).not.toBe(market.of(0).at('2h'));
  });

  test('is whole until the feed is rewound, and again hidden after each rewind', () => {
    const market = feedOf([hourly([0, 1, 2, 3])]);
    const { cursor } = market.of(0).at('2h');
    expect([cursor.row, cursor.lastVisible]).toEqual([-1, 1]);
    for (let run = 0; run < 2; run++) {
      market.rewind();
      expect([cursor.row, cursor.lastVisible]).toEqual([-1, -1]);
      const rows = [0, 1, 2, 3].map((tick) => {
        market.advance(tick);
        return [cursor.row, cursor.isNew];
      });
      expect(rows).toEqual([
        [-1, false],
        [0, true],
        [0, false],
        [1, true],
      ]);
    }
  });

  test('stands at each tick where what was completed until then ends, whenever it is asked for', () => {
    const hours = fc.uniqueArray(fc.nat(60), { minLength: 2, maxLength: 40 }).map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(hours, hours, fc.constantFrom('2h', '4h', '1d'), fc.nat(), (a, b, timeframe, nat) => {
        // The first bars follow each other, so that they are known to last an hour.
        const series = [a, b].map((some) => hourly([-6, -5, -4, -3, -2, -1, ...some]));
        const market = feedOf(series);
        const askedAt = nat % market.time.length;
        const early = market.of(1).at(timeframe);
        const { visibleFrom } = resample(series[1] as BarColumns, '1h', timeframe);
        market.rewind();
        let row = -1;
        for (let tick = 0; tick < market.time.length; tick++) {
          market.advance(tick);
          const now = (series[1] as BarColumns).time.indexOf(market.time[tick] as number);
          if (now >= 0) row = now;
          const seen = visibleFrom.filter((from) => from <= row).length;
          const isNew = now >= 0 && visibleFrom.includes(now);
          expect(early.cursor).toMatchObject({ row: seen - 1, lastVisible: seen - 1, isNew });
          if (tick === askedAt) {
            const late = feedOf(series);
            late.rewind();
            for (let earlier = 0; earlier <= tick; earlier++) late.advance(earlier);
            const { cursor } = late.of(1).at(timeframe);
            expect(cursor).toMatchObject({ row: seen - 1, lastVisible: seen - 1, isNew });
          }
        }
      }),
    );
  });
});
