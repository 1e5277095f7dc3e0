import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocateBars, type BarColumns, sliceBars } from '#shared/domain/bars.ts';
import { SESSIONS, type Session, type SessionName } from '#shared/domain/session.ts';
import { fitsInto, isIntraday, TIMEFRAMES, type Timeframe } from '#shared/domain/timeframe.ts';
import { type HigherBars, resample } from './resample.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Bars of some course at these times; each has prices and a volume of its own. */
function barsAt(times: readonly number[], volumes: readonly number[] = []): BarColumns {
  const bars = allocateBars(times.length, 'own');
  times.forEach((time, row) => {
    const open = 100 + 10 * Math.sin(row);
    const close = 100 + 10 * Math.sin(row + 1);
    bars.time[row] = time;
    bars.open[row] = open;
    bars.high[row] = Math.max(open, close) + 1 + Math.cos(row);
    bars.low[row] = Math.min(open, close) - 1 - Math.sin(3 * row);
    bars.close[row] = close;
    bars.volume[row] = volumes.length > 0 ? (volumes[row % volumes.length] as number) : 2 ** (row % 20);
  });
  return bars;
}

const at = (...moments: string[]) => barsAt(moments.map((moment) => Date.parse(`${moment}Z`)));
const text = (time: number) => new Date(time).toISOString().slice(0, 16);
const opensAndRows = ({ bars, visibleFrom }: HigherBars) =>
  [...bars.time].map((time, bar) => [text(time), visibleFrom[bar]]);

describe('bars put together', () => {
  test('have the first open, the highest high, the lowest low, the last close and all the volume', () => {
    const base = barsAt([0, 15, 30, 45, 60].map((minute) => minute * MINUTE));
    const { bars, end, visibleFrom } = resample(base, '15m', '1h');
    expect(bars).toEqual({
      time: Float64Array.of(0, HOUR),
      open: Float64Array.of(base.open[0] as number, base.open[4] as number),
      high: Float64Array.of(Math.max(...base.high.subarray(0, 4)), base.high[4] as number),
      low: Float64Array.of(Math.min(...base.low.subarray(0, 4)), base.low[4] as number),
      close: Float64Array.of(base.close[3] as number, base.close[4] as number),
      volume: Float64Array.of(1 + 2 + 4 + 8, 16),
    });
    expect([...end]).toEqual([HOUR, 2 * HOUR]);
    // The second hour has not ended with the last bar.
    expect([...visibleFrom]).toEqual([3, 5]);
  });

  test.each([
    [[Number.NaN], Number.NaN],
    [[Number.NaN, 3, Number.NaN, 4], 7],
    [[5, Number.NaN], 10],
  ])('add the volumes that are known: %j', (volumes, sum) => {
    const base = barsAt([0, HOUR / 4, HOUR / 2, (3 * HOUR) / 4], volumes);
    expect([...resample(base, '15m', '1h').bars.volume]).toEqual([sum]);
  });

  test('may be none', () => {
    expect(resample(barsAt([]), '1h', '1d').bars.time).toHaveLength(0);
  });

  test.each<[Timeframe, Timeframe]>([
    ['1h', '1h'],
    ['1d', '1h'],
    ['10m', '15m'],
    ['1w', '1M'],
  ])('of %s give none of %s', (from, to) => {
    expect(() => resample(barsAt([0]), from, to)).toThrow(`bars of ${from} don't fill bars of ${to}`);
  });
});

describe('a higher bar may be seen', () => {
  test('from the bar that closes at its end, or where that is missing from the next', () => {
    const base = at('2024-01-10T00:00', '2024-01-10T00:30', '2024-01-10T01:00', '2024-01-10T02:30', '2024-01-10T03:30');
    expect(opensAndRows(resample(base, '30m', '1h'))).toEqual([
      ['2024-01-10T00:00', 1],
      // 01:30 is missing: 02:30 tells that, and completes its own hour.
      ['2024-01-10T01:00', 3],
      ['2024-01-10T02:00', 3],
      ['2024-01-10T03:00', 4],
    ]);
  });

  test('with the last bar of a session, or after a shorter one with the first of the next', () => {
    const base = at(
      ...['2024-11-28T19:30', '2024-11-28T20:30', '2024-11-29T14:30', '2024-11-29T17:30'],
      ...['2024-12-02T14:30', '2024-12-02T20:30'],
    );
    expect(opensAndRows(resample(base, '1h', '1d', SESSIONS['us-equities']))).toEqual([
      ['2024-11-28T14:30', 1],
      ['2024-11-29T14:30', 4],
      ['2024-12-02T14:30', 5],
    ]);
  });

  test('on the last trading day of its week, when days are dated by midnight', () => {
    const days = at('2024-01-11', '2024-01-12', '2024-01-15', '2024-01-18', '2024-01-22');
    expect(opensAndRows(resample(days, '1d', '1w', SESSIONS['us-equities']))).toEqual([
      ['2024-01-08T14:30', 1],
      // Friday the 19th is missing.
      ['2024-01-15T14:30', 4],
      ['2024-01-22T14:30', 5],
    ]);
    expect(opensAndRows(resample(days, '1d', '1w'))).toEqual([
      ['2024-01-08T00:00', 2],
      ['2024-01-15T00:00', 4],
      ['2024-01-22T00:00', 5],
    ]);
  });

  test('with the last month of its quarter', () => {
    const months = at('2024-02-01', '2024-03-01', '2024-04-01');
    expect(opensAndRows(resample(months, '1M', '3M'))).toEqual([
      ['2024-01-01T00:00', 1],
      ['2024-04-01T00:00', 3],
    ]);
  });
});

describe('bars outside the session', () => {
  const base = at('2024-01-10T13:00', '2024-01-10T14:00', '2024-01-10T15:00', '2024-01-10T20:00', '2024-01-10T21:00');

  test('take no part, those that reach into it do', () => {
    const { bars, visibleFrom } = resample(base, '1h', '1d', SESSIONS['us-equities']);
    expect([...bars.volume]).toEqual([2 + 4 + 8]);
    expect([...bars.open]).toEqual([base.open[1]]);
    // The hour from 15:00 lasts until the close, although hours of the session begin at half past.
    expect([...visibleFrom]).toEqual([3]);
  });

  test('tell that a session is over', () => {
    const { visibleFrom } = resample(at('2024-01-10T18:00', '2024-01-10T22:00'), '1h', '1d', SESSIONS['us-equities']);
    expect([...visibleFrom]).toEqual([1]);
  });
});

test('a bar that has been seen does not change when base bars overlap', () => {
  // The second closes at 10:00 already, so the third, opening before that, counts to the next.
  const base = at('2024-01-10T09:52', '2024-01-10T09:55', '2024-01-10T09:58', '2024-01-10T10:30');
  const { bars, visibleFrom } = resample(base, '5m', '1h');
  expect([...bars.time].map(text)).toEqual(['2024-01-10T09:00', '2024-01-10T10:00']);
  expect([...bars.volume]).toEqual([3, 12]);
  expect([...visibleFrom]).toEqual([1, 4]);
});

const sessionNames = Object.keys(SESSIONS) as SessionName[];
const timeframes = Object.keys(TIMEFRAMES) as Timeframe[];
const pairs = timeframes.flatMap((from) => timeframes.filter((to) => fitsInto(from, to)).map((to) => ({ from, to })));

/** Around weekends, ends of months and the changes of clocks in New York and Chicago. */
const start = fc.constantFrom(
  '2024-03-08T12:00Z',
  '2024-11-01T12:00Z',
  '2023-12-29T06:00Z',
  '1969-12-30T20:00Z',
  '2024-07-03T00:00Z',
);

describe('on random bars', () => {
  /** Distances in lengths of a bar; anything, also shorter than a bar. */
  const course = fc.record({
    start,
    steps: fc.array(fc.oneof(fc.constant(1), fc.double({ min: 0.01, max: 6, noNaN: true })), { maxLength: 120 }),
    pair: fc.constantFrom(...pairs),
    session: fc.constantFrom(...sessionNames),
  });
  const timesOf = (from: number, steps: readonly number[], length: number) => {
    let time = from;
    return steps.map((step) => {
      const opened = time;
      time += Math.max(1, Math.round(step * length));
      return opened;
    });
  };

  /** All that may be seen at a row. */
  function seenAt({ bars, end, visibleFrom }: HigherBars, row: number) {
    const count = visibleFrom.filter((from) => from <= row).length;
    return { ...sliceBars(bars, 0, count), end: end.subarray(0, count), visibleFrom: visibleFrom.subarray(0, count) };
  }

  test('whatever comes after a bar changes nothing of what was seen until then', () => {
    fc.assert(
      fc.property(course, fc.nat(), ({ start, steps, pair: { from, to }, session }, nat) => {
        const base = barsAt(timesOf(Date.parse(start), steps, TIMEFRAMES[from]));
        const whole = resample(base, from, to, SESSIONS[session]);
        const cut = nat % (steps.length + 1);
        const part = resample(sliceBars(base, 0, cut), from, to, SESSIONS[session]);
        for (let row = 0; row < cut; row++) expect(seenAt(part, row)).toEqual(seenAt(whole, row));
      }),
      { numRuns: 1_000 },
    );
  });

  test('bars follow each other, and are seen in order, after they began', () => {
    fc.assert(
      fc.property(course, ({ start, steps, pair: { from, to }, session }) => {
        const times = timesOf(Date.parse(start), steps, TIMEFRAMES[from]);
        const { bars, end, visibleFrom } = resample(barsAt(times), from, to, SESSIONS[session]);
        for (let bar = 0; bar < end.length; bar++) {
          expect(bars.time[bar]).toBeLessThan(end[bar] as number);
          expect(end[bar]).toBeLessThanOrEqual(bars.time[bar + 1] ?? Number.POSITIVE_INFINITY);
          expect(visibleFrom[bar]).toBeLessThanOrEqual(visibleFrom[bar + 1] ?? times.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  /** What the clock on the wall shows: the date as a day since 1970, and the minute of the day. */
  function wallClock(time: number, timeZone: string): { date: number; minute: number } {
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(time);
    const wall = Date.parse(`${shown.replace(' ', 'T')}Z`);
    return { date: Math.floor(wall / DAY), minute: (wall - Math.floor(wall / DAY) * DAY) / MINUTE };
  }
  const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

  /** The trading day of a moment and the minutes since it opened, from the clock on the wall; null outside. */
  function inSession(time: number, session: Session): { date: number; minute: number } | null {
    const { date, minute } = wallClock(time, session.timezone);
    const open = minuteOf(session.open);
    const close = minuteOf(session.close);
    const isEvening = close <= open && minute >= open;
    const trading = isEvening ? date + 1 : date;
    const since = close <= open && !isEvening ? minute + 1_440 - open : minute - open;
    const length = close <= open ? close + 1_440 - open : close - open;
    const days = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'] as const;
    const trades = session.days.includes(days[((trading % 7) + 7) % 7] ?? 'thu');
    return trades && since >= 0 && since < length ? { date: trading, minute: since } : null;
  }

  /** A name for the higher bar to which a bar that opens in the session belongs. */
  function nameOf({ date, minute }: { date: number; minute: number }, to: Timeframe): string {
    if (isIntraday(to)) return `${date}+${Math.floor((minute * MINUTE) / TIMEFRAMES[to])}`;
    const day = new Date(date * DAY);
    const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
    if (to === '1d') return String(date);
    if (to === '1w') return String(Math.floor((date + 3) / 7));
    return to === '1M' ? `${year}-${month}` : to === '3M' ? `${year}-${Math.floor(month / 3)}` : String(year);
  }

  test('every bar of the session counts to the higher bar that the clock on the wall says, seen as soon as it may', () => {
    const regular = fc.record({
      start,
      steps: fc.array(fc.oneof(fc.constant(1), fc.constant(1), fc.integer({ min: 1, max: 40 })), { maxLength: 150 }),
      pair: fc.constantFrom(...pairs.filter(({ from }) => TIMEFRAMES[from] <= HOUR / 2 && from !== '1s')),
      session: fc.constantFrom(...sessionNames),
    });
    fc.assert(
      fc.property(regular, ({ start, steps, pair: { from, to }, session }) => {
        const length = TIMEFRAMES[from];
        const base = barsAt(timesOf(Date.parse(start), steps, length));
        const rows = new Map<string, number[]>();
        base.time.forEach((time, row) => {
          const moment = inSession(time, SESSIONS[session]);
          if (moment === null) return;
          const name = nameOf(moment, to);
          rows.set(name, [...(rows.get(name) ?? []), row]);
        });
        const { bars, end, visibleFrom } = resample(base, from, to, SESSIONS[session]);
        const expected = [...rows.values()].map((own, bar) => {
          const over = end[bar] as number;
          const of = (column: Float64Array) => own.map((row) => column[row] as number);
          const completes = (time: number, row: number) => time >= over || (own.includes(row) && time + length >= over);
          const first = base.time.findIndex(completes);
          return {
            open: of(base.open)[0],
            high: Math.max(...of(base.high)),
            low: Math.min(...of(base.low)),
            close: of(base.close).at(-1),
            volume: of(base.volume).reduce((a, b) => a + b),
            visibleFrom: first < 0 ? steps.length : first,
          };
        });
        const { open, high, low, close, volume } = bars;
        const got = Array.from(end, (_, bar) => ({
          open: open[bar],
          high: high[bar],
          low: low[bar],
          close: close[bar],
          volume: volume[bar],
          visibleFrom: visibleFrom[bar],
        }));
        expect(got).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });
});
