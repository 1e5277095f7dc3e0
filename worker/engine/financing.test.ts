import { describe, expect, test } from 'vitest';
import type { AccountTerms } from '#shared/domain/account.ts';
import { allocateBars, type BarColumns } from '#shared/domain/bars.ts';
import type { OrderRequest } from '#shared/strategy-api/orders.ts';
import { type RunOptions, runStrategy } from '../../tests/support/run-strategy.ts';
import type { Simulation } from './backtest.ts';
import { type Context, flowsOf } from './scenario.fixture.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2024, 0, 1);

/** Bars at 100, or at the prices given, that open so many hours after the start. */
function barsAt(hours: readonly number[], prices: readonly number[] = []): BarColumns {
  const bars = allocateBars(hours.length, 'own');
  hours.forEach((hour, row) => {
    bars.time[row] = START + hour * HOUR;
    for (const column of ['open', 'high', 'low', 'close'] as const) bars[column][row] = prices[row] ?? 100;
  });
  return bars;
}
const DAILY = [0, 24, 48, 72];

/** Sends one order at the first close, or none. */
function financed(
  account: AccountTerms,
  side: 'buy' | 'sell' | null = null,
  request: OrderRequest = {},
  { bars = barsAt(DAILY), ...options }: RunOptions & { bars?: BarColumns } = {},
): Simulation {
  const onBar = ({ bar, order }: Context) => {
    if (bar.index === 0 && side !== null) order[side](request);
  };
  return runStrategy(bars, { onBar }, { account: { closeAtEnd: false, ...account }, ...options });
}

describe('interest', () => {
  test('is earned on cash day by day, and on itself', () => {
    const run = financed({ cashRate: 0.0365 });
    expect(flowsOf(run)).toEqual([
      [1, 'interest', 1],
      [2, 'interest', expect.closeTo(1.0001, 12)],
      [3, 'interest', expect.closeTo(1.00020001, 12)],
    ]);
    expect(run.equity[3]).toBeCloseTo(10_003.00030001, 8);
  });

  test('is not earned on what is bought in', () => {
    const run = financed({ cashRate: 0.0365 }, 'buy', { size: 75 });
    expect(flowsOf(run).map(([, , amount]) => amount)).toEqual([1, expect.closeTo(0.2501, 12), expect.anything()]);
  });

  test('is paid on what is owed, at its own rate', () => {
    const run = financed({ leverage: 2, debitRate: 0.073, cashRate: 0.5 }, 'buy', { size: 200 });
    const [, second, third] = flowsOf(run).map(([, , amount]) => amount);
    // 10,000 and a first day's interest of 13.698630… are there against 20,000.
    expect(second).toBeCloseTo(-(20_000 - 10_013.69863013698) * 0.0002, 9);
    expect(third).toBeLessThan(second as number);
  });

  test('is earned on the capital of a short, not on what selling brought', () => {
    const run = financed({ cashRate: 0.0365 }, 'sell', { size: 100 });
    expect(flowsOf(run)[1]?.[2]).toBeCloseTo(1.0001, 12);
  });

  test('is the same where only profits go through cash', () => {
    for (const semantics of ['hindcast-1', 'tradingview'] as const) {
      const run = financed({ cashRate: 0.0365, debitRate: 0.073 }, 'buy', { size: 75 }, { semantics });
      expect(flowsOf(run)[1]?.[2]).toBeCloseTo(0.2501, 12);
    }
  });

  test('goes on over a weekend', () => {
    const run = financed({ cashRate: 0.0365 }, null, {}, { bars: barsAt([96, 168]) });
    expect(flowsOf(run)).toEqual([[1, 'interest', expect.closeTo(3, 12)]]);
  });

  test('of a day is booked when the day is over, the last when the run ends', () => {
    const run = financed({ cashRate: 0.0365 }, null, {}, { bars: barsAt([0, 6, 12, 18, 24, 30]) });
    expect(flowsOf(run)).toEqual([
      [4, 'interest', expect.closeTo(1, 12)],
      [5, 'interest', expect.closeTo(0.250025, 12)],
    ]);
    expect(run.equity[3]).toBe(10_000);
    expect(run.equity[5]).toBeCloseTo(10_001.250025, 9);
  });
});

describe('the fee for borrowing', () => {
  test('is paid on the value of what is sold short, at the close before', () => {
    const bars = barsAt(DAILY, [100, 100, 120, 120]);
    const run = financed({ borrowRate: 0.0365 }, 'sell', { size: 50 }, { bars });
    expect(flowsOf(run)).toEqual([
      [2, 'borrow-fee', -0.5],
      [3, 'borrow-fee', expect.closeTo(-0.6, 12)],
    ]);
    expect(run.equity[3]).toBeCloseTo(10_000 - 50 * 20 - 1.1, 9);
  });

  test('is in the account’s currency', () => {
    const rates = [Float64Array.of(2, 2, 2, 2)];
    const run = financed({ borrowRate: 0.0365 }, 'sell', { size: 20 }, { rates });
    expect(flowsOf(run)[0]).toEqual([2, 'borrow-fee', expect.closeTo(-0.4, 12)]);
  });

  test('is not paid by those who hold', () => {
    expect(flowsOf(financed({ borrowRate: 0.0365 }, 'buy', { size: 50 }))).toEqual([]);
  });
});

describe('funding', () => {
  const at = (...hours: number[]) => Float64Array.from(hours, (hour) => START + hour * HOUR);
  const rates = (...values: number[]) => Float64Array.from(values);
  const about = [{ funding: { time: at(24, 30, 48, 71), rate: rates(0.01, 0.001, 0.002, -0.001) } }];
  const bars = barsAt(DAILY, [100, 100, 110, 110]);

  test('is paid by longs to shorts at each of its times, on the value at the close before', () => {
    const run = financed({}, 'buy', { size: 10 }, { about, bars });
    // That of 24:00 is due before the bar that buys.
    expect(flowsOf(run)).toEqual([
      [2, 'funding', expect.closeTo(-1, 12)],
      [2, 'funding', expect.closeTo(-2, 12)],
      [3, 'funding', expect.closeTo(1.1, 12)],
    ]);
    expect([...run.cashFlows.symbol]).toEqual([0, 0, 0]);
    expect(run.equity[3]).toBeCloseTo(10_000 + 100 - 1.9, 9);
  });

  test('is received by shorts', () => {
    const amounts = flowsOf(financed({}, 'sell', { size: 10 }, { about, bars })).map(([, , amount]) => amount);
    expect(amounts).toEqual([expect.closeTo(1, 12), expect.closeTo(2, 12), expect.closeTo(-1.1, 12)]);
  });

  test('leaves those alone who hold nothing', () => {
    expect(flowsOf(financed({}, null, {}, { about, bars }))).toEqual([]);
  });
});

test('an account without rates books nothing', () => {
  expect(flowsOf(financed({}, 'sell', { size: 50 }))).toEqual([]);
});
