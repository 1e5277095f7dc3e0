import { describe, expect, it } from 'vitest';
import { DAY } from '../metrics/civil-month.ts';
import { businessDays, START } from '../metrics/source.fixture.ts';
import { type CheckedTrade, checkedRun, quietBars, tradesMaking } from './checked-run.fixture.ts';
import { dataGaps } from './data-gaps.ts';

/** A month is missing before bar 100, two before bar 200 and two weeks before bar 300. */
const MISSING = [
  { before: 100, days: 28 },
  { before: 200, days: 56 },
  { before: 300, days: 14 },
];
const time = businessDays(1_000).map((moment, bar) =>
  MISSING.reduce((sum, { before, days }) => sum + (bar >= before ? days * DAY : 0), moment),
);
const market = [{ bars: quietBars(1_000, { time }), rows: null }];

const trade = (entry: number, exit: number): CheckedTrade => ({ pnl: 1, entry: { bar: entry }, exit: { bar: exit } });
const look = (...trades: CheckedTrade[]) => dataGaps.look(checkedRun({ trades, market }));

describe('data gaps inside trades', () => {
  it('lie between the bars of the two fills', () => {
    expect(look(trade(99, 100))).toMatchObject({
      weight: 0.4,
      message: 'A gap in the data lies inside 1 of 1 trade: the longest is 31 days from 2024-05-17 on (AAA).',
    });
    expect(look(trade(90, 99))).toBeNull();
    expect(look(trade(100, 110))).toBeNull();
    expect(look()).toBeNull();
  });

  it('show the longest of all', () => {
    expect(look(trade(95, 105), trade(100, 300), trade(20, 30))?.message).toMatch(
      /inside 2 of 3 trades: the longest is 59 days from/,
    );
    expect(look(trade(50, 350), trade(95, 105))?.message).toMatch(/inside 2 of 2 trades: the longest is 59 days from/);
  });

  it('weigh less when fewer than one trade in ten has one', () => {
    const quiet = tradesMaking(...new Array(10).fill(1)).slice(0, 9);
    expect(look(trade(99, 100), ...quiet)).toMatchObject({ weight: 0.4 });
    expect(look(trade(99, 100), ...quiet, trade(40, 50))).toMatchObject({ weight: 0.15 });
  });

  it('are those of the traded symbol, on its own bars', () => {
    const clock = businessDays(1_000);
    const rows = Int32Array.from(clock, (_, bar) => (bar < 50 ? bar : bar < 90 ? -1 : bar - 40));
    const own = clock.filter((_, bar) => rows[bar] !== -1);
    const bars = quietBars(960, { time: own });
    const both = [
      { bars: quietBars(), rows: null },
      { bars, rows },
    ];
    const of = (symbol: number) => dataGaps.look(checkedRun({ trades: [{ ...trade(45, 90), symbol }], market: both }));
    expect(of(0)).toBeNull();
    expect(of(1)?.message).toMatch(/is 59 days from 2024-03-08 on \(BBB\)\.$/);
  });

  it('shorter than two days are told in hours', () => {
    const asTold = (hours: number) => {
      const hourly = Float64Array.from({ length: 1_000 }, (_, k) => START + (k < 10 ? k : k + hours - 1) * 3_600_000);
      const bars = [{ bars: quietBars(1_000, { time: hourly }), rows: null }];
      return dataGaps.look(checkedRun({ trades: [trade(5, 15)], market: bars }))?.message;
    };
    expect(asTold(47)).toContain('is 47 hours from');
    expect(asTold(48)).toContain('is 2 days from');
  });
});
