import { describe, expect, test } from 'vitest';
import { EXIT_REASONS } from '#shared/domain/run-result.ts';
import type { Signals } from '#shared/strategy-api/signals.ts';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { SignalKernel } from './kernel.ts';
import { type Given, type SignalCase, signalCase, simulateCase } from './signals.fixture.ts';

const kernel = new SignalKernel();
const run = (one: SignalCase) => {
  const { strategy, market } = signalCase(one);
  return kernel.run(strategy, {}, market);
};

/** Opens 100, 101, 102 …; closes half a point higher. */
const rising = (rows: number) =>
  dailyBars(Array.from({ length: rows }, (_, row): Quote => [100 + row, 101 + row, 99 + row, 100.5 + row]));

/** A condition on the bars named. */
const on =
  (rows: number, ...bars: number[]) =>
  ({ when }: Given) =>
    when.condition(Array.from({ length: rows }, (_, bar) => bars.includes(bar)));

type When = ReturnType<typeof on>;
const signals =
  (parts: Partial<Record<'entries' | 'exits' | 'shortEntries' | 'shortExits', When>>, size?: number) =>
  (given: Given): Signals => ({
    ...Object.fromEntries(Object.entries(parts).map(([name, condition]) => [name, condition(given)])),
    ...(size !== undefined && { size }),
  });

/** Direction, entry bar, exit bar and why it ended, for each trade. */
const tripsOf = ({ trades }: ReturnType<typeof run>) =>
  [...trades.direction].map((direction, row) => [
    direction,
    trades.entryBar[row],
    trades.exitBar[row],
    EXIT_REASONS[trades.exitReason[row] as number],
  ]);

describe('what is signalled on a close is done at the next open', () => {
  test('in and out, flat on the last bar', () => {
    const one = run({ bars: rising(6), signals: signals({ entries: on(6, 1), exits: on(6, 3) }, 10) });
    expect(tripsOf(one)).toEqual([[1, 2, 4, 'signal']]);
    expect([one.trades.entryPrice[0], one.trades.exitPrice[0], one.trades.pnl[0]]).toEqual([102, 104, 20]);
    expect([...one.equity]).toEqual([10_000, 10_000, 10_005, 10_015, 10_020, 10_020]);
    expect([one.barsInMarket, one.firstTradableBar, one.brokeBar]).toEqual([2, 0, -1]);
  });

  test('what is still held at the end is closed at the last close', () => {
    const one = run({ bars: rising(4), signals: signals({ entries: on(4, 0) }, 10) });
    expect(tripsOf(one)).toEqual([[1, 1, 3, 'end-of-data']]);
    expect([one.trades.exitPrice[0], one.trades.forced[0], one.equity[3]]).toEqual([103.5, 1, 10_025]);
    expect(one.barsInMarket).toBe(3);
  });

  test('nothing is done with a signal of the last bar', () => {
    const one = run({ bars: rising(4), signals: signals({ entries: on(4, 3) }) });
    expect(tripsOf(one)).toEqual([]);
    expect([...one.equity]).toEqual([10_000, 10_000, 10_000, 10_000]);
  });

  test('an entry on the last bar but one is closed on the bar of its fill', () => {
    const one = run({ bars: rising(4), signals: signals({ entries: on(4, 2) }, 1) });
    expect(tripsOf(one)).toEqual([[1, 3, 3, 'end-of-data']]);
    expect([one.barsInMarket, one.equity[3]]).toEqual([1, 10_000.5]);
  });

  test('shorts are the mirror image', () => {
    const one = run({ bars: rising(6), signals: signals({ shortEntries: on(6, 1), shortExits: on(6, 3) }, 10) });
    expect(tripsOf(one)).toEqual([[-1, 2, 4, 'signal']]);
    expect(one.trades.pnl[0]).toBe(-20);
  });
});

describe('signals on one bar', () => {
  test('an entry the other way turns the position around', () => {
    const one = run({ bars: rising(9), signals: signals({ entries: on(9, 0, 5), shortEntries: on(9, 2) }, 10) });
    expect(tripsOf(one)).toEqual([
      [1, 1, 3, 'signal'],
      [-1, 3, 6, 'signal'],
      [1, 6, 8, 'end-of-data'],
    ]);
    expect([...one.trades.entryFill]).toEqual([0, 2, 4]);
    expect([...one.trades.exitFill]).toEqual([1, 3, 5]);
  });

  test('an exit with an entry the same way only closes', () => {
    const one = run({ bars: rising(8), signals: signals({ entries: on(8, 0, 2), exits: on(8, 2) }, 10) });
    expect(tripsOf(one)).toEqual([[1, 1, 3, 'signal']]);
  });

  test('an exit with an entry the other way turns', () => {
    const parts = { entries: on(6, 0), exits: on(6, 2), shortEntries: on(6, 2), shortExits: on(6, 3) };
    expect(tripsOf(run({ bars: rising(6), signals: signals(parts, 10) }))).toEqual([
      [1, 1, 3, 'signal'],
      [-1, 3, 4, 'signal'],
    ]);
  });

  test('entries both ways are none, flat or not', () => {
    const parts = { entries: on(8, 0, 2, 4), shortEntries: on(8, 0, 4) };
    expect(tripsOf(run({ bars: rising(8), signals: signals(parts, 10) }))).toEqual([[1, 3, 7, 'end-of-data']]);
  });

  test('an entry while a position is held the same way changes nothing', () => {
    const one = run({ bars: rising(8), signals: signals({ entries: on(8, 0, 1, 2, 3), exits: on(8, 5) }, 10) });
    expect(tripsOf(one)).toEqual([[1, 1, 6, 'signal']]);
    expect(one.trades.qty[0]).toBe(10);
  });
});

test('a refused entry waits for the next signal', () => {
  // 120 units are more than the account bears until the price has fallen.
  const falling = dailyBars(
    Array.from({ length: 40 }, (_, row): Quote => [100 - row, 101 - row, 98 - row, 99.5 - row]),
  );
  const all = Array.from({ length: 40 }, (_, bar) => bar);
  const one: SignalCase = { bars: falling, signals: signals({ entries: on(40, ...all), exits: on(40, 20, 30) }, 120) };
  const books = run(one);
  expect(tripsOf(books)[0]).toEqual([1, 17, 21, 'signal']);
  expect([...books.trades.entryBar]).toEqual([...simulateCase(one).trades.entryBar]);
});

test('more trades than the columns had room for at first', () => {
  const rows = 9_000;
  const bars = dailyBars(Array.from({ length: rows }, (_, row): Quote => [100, 101 + (row % 3), 99, 100 + (row % 2)]));
  const everyThird = Array.from({ length: rows }, (_, bar) => bar).filter((bar) => bar % 3 === 0);
  const one: SignalCase = {
    bars,
    signals: signals({ entries: on(rows, ...everyThird), exits: on(rows, ...everyThird.map((bar) => bar + 1)) }),
    costs: { commission: { model: 'percent', fraction: 0.00001 } },
    instrument: instrument({ lotStep: 0.01 }),
  };
  const [books, events] = [run(one), simulateCase(one)];
  expect(books.trades.pnl).toHaveLength(3_000);
  expect(books.trades).toEqual(events.trades);
  expect(books.equity).toEqual(events.equity);
});

describe('ruin', () => {
  const quotes = (...opens: number[]) => dailyBars(opens.map((open): Quote => [open, open + 5, open - 5, open]));

  test('ends the run on the bar on whose close nothing is left', () => {
    const one: SignalCase = {
      bars: quotes(100, 100, 150, 210, 120, 100),
      signals: signals({ shortEntries: on(6, 0) }),
    };
    const books = run(one);
    expect(tripsOf(books)).toEqual([[-1, 1, 3, 'liquidation']]);
    expect([...books.equity]).toEqual([10_000, 10_000, 5_000, -1_000, -1_000, -1_000]);
    expect([books.brokeBar, books.trades.forced[0], books.barsInMarket]).toEqual([3, 0, 3]);
    expect(books.trades).toEqual(simulateCase(one).trades);
  });

  test('at an open ends it too, when the cover costs all there was', () => {
    const one: SignalCase = {
      bars: quotes(100, 100, 100, 230, 100, 100, 100),
      signals: signals({ shortEntries: on(7, 0, 4), shortExits: on(7, 2) }),
    };
    const books = run(one);
    expect([books.brokeBar, simulateCase(one).brokeBar]).toEqual([3, 3]);
    expect(tripsOf(books)).toEqual([[-1, 1, 3, 'signal']]);
  });
});

test('one kernel makes runs of all lengths, one after the other', () => {
  const long = { bars: rising(500), signals: signals({ entries: on(500, 3, 90), exits: on(500, 60, 400) }) };
  const short = { bars: rising(40), signals: signals({ entries: on(40, 3), exits: on(40, 30) }) };
  const first = [...run(long).equity];
  expect(run(short).equity).toHaveLength(40);
  expect([...run(long).equity]).toEqual(first);
});

test('a strategy with onBar has no signals to trade', () => {
  const { strategy, market } = signalCase({ bars: rising(3), signals: signals({ entries: on(3, 0) }) });
  expect(() => kernel.run({ ...strategy, name: 'Bars', signals: null }, {}, market)).toThrow('Bars decides bar by bar');
});
