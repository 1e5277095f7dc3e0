import { expect, it } from 'vitest';
import { instrument } from '../../tests/support/bars.ts';
import { commissionModel } from './costs/commission.ts';
import { canCarry, costOfUnit, freeMargin } from './free-margin.ts';
import { Ledger } from './ledger.ts';
import { Order, PLAIN, type SizeSpec } from './order.ts';
import { Portfolio } from './portfolio.ts';

const QUOTE = { reference: 100, spread: 10, slippage: 0, price: 110 };
const PERCENT = commissionModel({ model: 'percent', fraction: 0.1 });
const TICKET = commissionModel({ model: 'fixed', amount: 6 });

it('takes a unit to cost its price, and the commission at the price before the spread', () => {
  expect(costOfUnit(5, QUOTE, 1, PERCENT, false)).toBeCloseTo(120, 12);
  expect(costOfUnit(5, QUOTE, 2, PERCENT, false)).toBeCloseTo(240, 12);
});

it('spreads a ticket over the units asked for, a share counting as less than one', () => {
  expect(costOfUnit(4, QUOTE, 1, TICKET, false)).toBe(111.5);
  expect(costOfUnit(0.5, QUOTE, 1, TICKET, false)).toBe(122);
});

/** Whether an account of 1,000 carries units at 110 and a ticket of 6, of an order for so much. */
function carries(size: SizeSpec, qty: number, leverage = 1): boolean {
  const books = { matching: 'fifo', settlement: 'profit', namedExits: 'own-units' } as const;
  const portfolio = new Portfolio(1_000, [instrument()], new Ledger(), books);
  expect(freeMargin(portfolio, leverage)).toBe(1_000);
  const nothing = { limit: Number.NaN, stop: Number.NaN, trail: null, bracket: null, options: PLAIN, tag: null };
  const order = new Order(0, { symbol: 0, direction: 1, role: 'entry', size, ...nothing }, -1, 0);
  return canCarry(portfolio, leverage, order, portfolio.holding(0), qty, QUOTE, TICKET, false);
}

it('lets an order for units spread its ticket over all of them, those that close something included', () => {
  // 8 · (110 + 6 / 24) = 882, and 9 · (110 + 6 / 24) = 992.25, but 9 · (110 + 6 / 9) = 996 and 9 · (110 + 6) = 1,044
  expect(carries({ kind: 'units', value: 24 }, 9)).toBe(true);
  expect(carries({ kind: 'units', value: 0.5 }, 9)).toBe(false);
  expect(carries({ kind: 'cash', value: 5_000 }, 9)).toBe(true);
  expect(carries({ kind: 'percent-of-equity', value: 50 }, 9)).toBe(false);
  expect(carries({ kind: 'percent-of-equity', value: 50 }, 8)).toBe(true);
});

it('carries what takes just all of it, times the leverage', () => {
  // 1,000 / (110 + 6 / 0.4) = 8
  expect(carries({ kind: 'percent-of-equity', value: 40 }, 8)).toBe(true);
  expect(carries({ kind: 'percent-of-equity', value: 40 }, 16)).toBe(false);
  expect(carries({ kind: 'percent-of-equity', value: 40 }, 16, 2)).toBe(true);
  expect(carries({ kind: 'percent-of-equity', value: 40 }, 16.1, 2)).toBe(false);
});
