import { expect, it } from 'vitest';
import { closingOrder } from './closing-order.ts';
import { Ledger } from './ledger.ts';
import type { OrderTerms } from './order.ts';
import { OrderBook } from './order-book.ts';
import { wholePositionTerms } from './protection.ts';
import { BACKTESTING_PY } from './semantics/backtesting-py.ts';
import { HINDCAST_1 } from './semantics/hindcast-1.ts';
import type { Semantics } from './semantics/semantics.ts';
import { VECTORBT } from './semantics/vectorbt.ts';

const CLOSE = closingOrder(0, -1, { kind: 'units', value: 1 }, { entry: null, tag: 'close' });
const ENTRY: OrderTerms = { ...CLOSE, role: 'entry', direction: 1, limit: 90, tag: 'entry' };
const STOP_LOSS: OrderTerms = { ...wholePositionTerms('stop-loss', 95, 0, -1), tag: 'stop-loss' };
const TAKE_PROFIT: OrderTerms = { ...wholePositionTerms('take-profit', 105, 0, -1), tag: 'take-profit' };

/** Who stands where when these came one after the other. */
function queue(semantics: Semantics, ...all: OrderTerms[]): (string | null)[] {
  const book = new OrderBook(1, semantics, new Ledger());
  for (const terms of all) book.place(terms, -1, 0, 1);
  return book.restingOn(0).map(({ terms }) => terms.tag);
}

it('queues orders as they come', () => {
  expect(queue(HINDCAST_1, ENTRY, TAKE_PROFIT, STOP_LOSS)).toEqual(['entry', 'take-profit', 'stop-loss']);
});

it('puts exits and stop-losses in front of all where the semantics say so', () => {
  expect(queue(BACKTESTING_PY, ENTRY, TAKE_PROFIT, STOP_LOSS, CLOSE)).toEqual([
    'close',
    'stop-loss',
    'entry',
    'take-profit',
  ]);
});

it('puts protection behind other protection and in front of the rest where the semantics say so', () => {
  expect(queue(VECTORBT, ENTRY, STOP_LOSS, CLOSE, TAKE_PROFIT)).toEqual(['stop-loss', 'take-profit', 'entry', 'close']);
});

it('queues an order anew where one of its kind would stand, and once', () => {
  const book = new OrderBook(1, BACKTESTING_PY, new Ledger());
  const [stopLoss, takeProfit] = [STOP_LOSS, TAKE_PROFIT].map((terms) => book.place(terms, -1, 0, 1));
  book.place(CLOSE, -1, 0, 1);
  book.place(ENTRY, -1, 0, 1);
  for (const order of [stopLoss, takeProfit]) if (order !== undefined) book.requeue(order);
  expect(book.restingOn(0).map(({ terms }) => terms.tag)).toEqual(['stop-loss', 'close', 'entry', 'take-profit']);
  expect(book.workingCount).toBe(4);
});
