import { expect, it } from 'vitest';
import { fillsOf, START, sourceWith, tradesWith } from '../source.fixture.ts';
import { CONVENTIONS, computeUnder } from './conventions.ts';

const DAY = 86_400_000;
const EQUITY = Float64Array.of(1_000, 990, 1_010, 1_000, 995, 1_020, 1_015);

/** Two wins, two losses and a trade that is still open, on bars two days apart. */
const values = computeUnder(
  'vectorbt',
  sourceWith(EQUITY, {
    time: Float64Array.from(EQUITY, (_, bar) => START + 2 * bar * DAY),
    trades: {
      ...tradesWith([30, -10, 10, -30, 70], 1),
      entryBar: Int32Array.of(0, 1, 2, 3, 4),
      exitBar: Int32Array.of(1, 3, 5, 6, 6),
    },
  }),
);

it.each<[string, number]>([
  ['trades', 5],
  ['closedTrades', 4],
  ['openTrades', 1],
  ['profitForced', 70],
  ['bestTrade', 0.03],
  ['worstTrade', -0.03],
  ['averageWin', 0.02],
  ['averageLoss', -0.02],
  // One and three bars; two and three bars
  ['averageWinDuration', 4],
  ['averageLossDuration', 5],
  // Two bars below the high before the last one
  ['maxDrawdownDuration', 4],
])('%s', (id, expected) => {
  expect(values[id]?.value).toBeCloseTo(expected, 12);
});

it('count the bars under water to the end where the high is not reached again', () => {
  const falling = computeUnder('vectorbt', sourceWith(Float64Array.of(1_000, 990, 980, 970)));
  expect(falling['maxDrawdownDuration']?.value).toBe(3);
  const rising = computeUnder('vectorbt', sourceWith(Float64Array.of(1_000, 1_010)));
  expect(rising['maxDrawdownDuration']?.value).toBe(0);
});

it('stand on the bars on which they were made, behind the capital', () => {
  const source = sourceWith(EQUITY, { trades: tradesWith([30]), closes: [EQUITY] });
  const { time, trades, equity, closes } = CONVENTIONS.vectorbt.prepare(source);
  const { entryBar, exitBar } = source.trades;
  expect(time[trades.entryBar[0] as number]).toBe(source.time[entryBar[0] as number]);
  expect(time[trades.exitBar[0] as number]).toBe(source.time[exitBar[0] as number]);
  expect([equity.length, closes[0]?.length]).toEqual([8, 8]);
});

it('are invested from the bar of their fills on', () => {
  const fills = {
    ...fillsOf([100, 100].map((price) => ({ symbol: 0, qty: 4, price, spread: 0, slippage: 0, commission: 0 }))),
    bar: Int32Array.of(1, 2),
    side: Uint8Array.of(0, 1),
  };
  const closes = [Float64Array.of(50, 100, 100)];
  const run = sourceWith(Float64Array.of(1_000, 1_000, 1_000), { fills, closes });
  expect(computeUnder('vectorbt', run)['maxGrossExposure']?.value).toBeCloseTo(0.4, 12);
});

it('go with a benchmark that is the price from its first close on', () => {
  const closes = [Float64Array.of(50, 40, 44, 42, 50, 60, 75)];
  const measured = computeUnder('vectorbt', sourceWith(EQUITY, { closes }));
  expect(measured['buyAndHoldReturn']?.value).toBeCloseTo(0.5, 12);
  expect(values['buyAndHoldReturn']?.value).toBeCloseTo(0.015, 12);
});
