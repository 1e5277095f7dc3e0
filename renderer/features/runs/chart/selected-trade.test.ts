import { expect, test } from 'vitest';
import type { Trade } from '#shared/contract/run.ts';
import { neighbourTrade, tradeOnChart } from './selected-trade.ts';

const TRADE: Trade = {
  trade: 7,
  symbol: 'SP500',
  side: 'short',
  qty: 10,
  entryIndex: 100,
  entryTime: 1,
  entryPrice: 50,
  exitIndex: 120,
  exitTime: 2,
  exitPrice: 45,
  pnl: 49,
  returnPct: 0.1,
  commission: 1,
  favourable: 60,
  adverse: -5,
  exitReason: 'signal',
  forced: false,
  entryFill: 12,
  exitFill: 13,
};

test('a trade is drawn from its entry to its exit', () => {
  expect(tradeOnChart(TRADE, 'SP500')).toEqual({
    trade: 7,
    side: -1,
    entryRow: 100,
    entryPrice: 50,
    exit: { row: 120, price: 45, pnl: 49 },
  });
  expect(tradeOnChart({ ...TRADE, side: 'long' }, 'SP500')?.side).toBe(1);
});

test('an open trade has no exit, and one in another symbol has no place', () => {
  expect(tradeOnChart({ ...TRADE, exitFill: null }, 'SP500')?.exit).toBeNull();
  expect(tradeOnChart(TRADE, 'GOOG')).toBeNull();
});

test.each([
  [null, 1, 5, 0],
  [null, -1, 5, 4],
  [0, 1, 5, 1],
  [4, 1, 5, 4],
  [0, -1, 5, 0],
  [3, -1, 5, 2],
  [null, 1, 0, null],
] as const)('from %j a step of %d among %d leads to %j', (selected, step, count, expected) => {
  expect(neighbourTrade(selected, step, count)).toBe(expected);
});
