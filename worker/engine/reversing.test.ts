import { expect, test } from 'vitest';
import type { OrderTicket } from '#shared/strategy-api/orders.ts';
import { type Acts, FLAT, fillsOf, played, still } from './scenario.fixture.ts';

const BARS = [FLAT, FLAT, FLAT, FLAT, FLAT];
const OPEN: Acts = { 0: ({ order }) => order.buy({ size: 10 }) };

function unitsTraded(acts: Acts): number[] {
  const run = played(BARS, { ...OPEN, ...acts }, { account: { closeAtEnd: false, leverage: 2 } });
  return fillsOf(run).map(([, units]) => units);
}

test('the units that an order turns are those held when it is sent', () => {
  const acts: Acts = {
    1: ({ order, position }) => {
      order.sell({ size: 5, limit: 100, reverse: true });
      position.close();
    },
  };
  expect(unitsTraded(acts)).toEqual([10, -10, -15]);
});

test('so are those of an order in percent', () => {
  const acts: Acts = {
    1: ({ order, position }) => {
      order.sell({ size: order.cash(500), limit: 100, reverse: true });
      position.close({ size: 4 });
    },
  };
  expect(unitsTraded(acts)).toEqual([10, -4, -15]);
});

test('less those that closes already sent will take', () => {
  const acts: Acts = {
    1: ({ order, position }) => {
      position.close({ size: 4 });
      order.sell({ size: 5, reverse: true });
    },
  };
  expect(unitsTraded(acts)).toEqual([10, -4, -11]);
});

test('are kept when the order is made another size', () => {
  let ticket: OrderTicket | undefined;
  const acts: Acts = {
    1: ({ order }) => {
      ticket = order.sell({ size: 5, limit: 101, reverse: true });
    },
    2: () => ticket?.modify({ size: 7, limit: 100 }),
  };
  expect(unitsTraded(acts)).toEqual([10, -17]);
});

test.each([
  ['units', 5],
  ['cash', 520],
] as const)('are multiplied by a split, the size given in %s', (kind, value) => {
  const actions = [{ kind: 'split', time: Date.UTC(2024, 0, 4), ratio: 2 } as const];
  const acts: Acts = {
    ...OPEN,
    1: ({ order }) => {
      order.sell({ size: kind === 'units' ? value : order.cash(value), limit: 102, reverse: true });
    },
  };
  const account = { closeAtEnd: false, leverage: 2 };
  const run = played([FLAT, FLAT, FLAT, still(52)], acts, { about: [{ actions }], account });
  expect(fillsOf(run)[1]).toEqual([3, -30, 52]);
});
