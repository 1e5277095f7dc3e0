import { describe, expect, test } from 'vitest';
import type { OrderChange, OrderRequest, OrderTicket } from '#shared/strategy-api/orders.ts';
import type { Quote } from '../../tests/support/bars.ts';
import type { RunOptions } from '../../tests/support/run-strategy.ts';
import { type Acts, endsOf, FLAT, fillsOf, played, still } from './scenario.fixture.ts';

/** An order sent at the first close and changed at the second. */
function changed(request: OrderRequest, change: OrderChange, bar: Quote, options: RunOptions = {}) {
  let ticket: OrderTicket | undefined;
  const acts: Acts = {
    0: ({ order }) => {
      ticket = order.buy({ size: 10, ...request });
    },
    1: () => ticket?.modify(change),
  };
  return played([FLAT, FLAT, bar, FLAT], acts, {
    ...options,
    account: { closeAtEnd: false, ...options.account },
  });
}

describe('an order that waits can be', () => {
  test('moved, its stop and its limit', () => {
    expect(fillsOf(changed({ limit: 90 }, { limit: 95 }, [100, 100, 94, 96]))).toEqual([[2, 10, 95]]);
    expect(fillsOf(changed({ stop: 110 }, { stop: 105 }, [100, 106, 100, 106]))).toEqual([[2, 10, 105]]);
    const stopLimit = changed({ stop: 110, limit: 111 }, { stop: 105, limit: 104 }, [100, 106, 103, 103]);
    expect(fillsOf(stopLimit)).toEqual([[2, 10, 104]]);
    expect([stopLimit.orders.stop[0], stopLimit.orders.limit[0]]).toEqual([105, 104]);
  });

  test('made larger or smaller, in whole lots', () => {
    expect(fillsOf(changed({ limit: 95 }, { size: 14.9 }, [100, 100, 94, 96]))).toEqual([[2, 14, 95]]);
    expect(endsOf(changed({ limit: 95 }, { size: 3 }, [100, 100, 94, 96]))).toEqual([['filled', 3, 3]]);
    const percent = changed({ size: { kind: 'percent-of-equity', value: 50 }, limit: 95 }, { size: 3 }, still(94));
    expect(fillsOf(percent)).toEqual([[2, 3, 94]]);
  });

  test('made no smaller than what was filled', () => {
    const thin: RunOptions = { account: { participation: 0.005 } };
    expect(endsOf(changed({}, { size: 7 }, FLAT, thin))).toEqual([['filled', 7, 7]]);
    const reason = 'made no larger than what was filled';
    expect(endsOf(changed({}, { size: 5 }, FLAT, thin))).toEqual([['cancelled', 5, 5, reason]]);
    expect(endsOf(changed({ limit: 50 }, { size: 0.5 }, FLAT))).toEqual([['cancelled', 0, 0, reason]]);
  });

  test('given no price that it did not have', () => {
    expect(() => changed({}, { limit: 90 }, FLAT, { account: { participation: 0.005 } })).toThrow(
      'ticket.modify: the order was sent without a limit.',
    );
    expect(() => changed({ limit: 90 }, { stop: 90 }, FLAT)).toThrow('without a stop');
  });

  test('no longer changed once it has ended', () => {
    expect(endsOf(changed({}, { size: 20 }, FLAT))).toEqual([['filled', 10, 10]]);
  });
});

describe('an order of a name that waits already', () => {
  const replaced = (first: OrderRequest, second: OrderRequest, bar: Quote, options: RunOptions = {}) =>
    played(
      [FLAT, FLAT, bar, FLAT],
      {
        0: ({ order }) => {
          order.buy({ id: 'entry', size: 10, ...first });
          order.buy({ id: 'other', size: 1, limit: 95 });
        },
        1: ({ order }) => order.buy({ id: 'entry', size: 20, ...second }),
      },
      { account: { closeAtEnd: false }, ...options },
    );

  test('replaces it, and keeps its place in the queue', () => {
    const run = replaced({ limit: 90 }, { limit: 95 }, [100, 100, 94, 96]);
    expect(fillsOf(run)).toEqual([
      [2, 20, 95],
      [2, 1, 95],
    ]);
    expect(endsOf(run)[0]).toEqual(['cancelled', 0, 10, 'replaced by an order of the same name']);
  });

  test('may be of another kind', () => {
    expect(fillsOf(replaced({ limit: 90 }, {}, FLAT))).toEqual([[2, 20, 100]]);
  });

  test('is one more where the first was filled', () => {
    expect(fillsOf(replaced({}, {}, FLAT)).map(([bar, units]) => [bar, units])).toEqual([
      [1, 10],
      [2, 20],
    ]);
  });

  test('is cancelled by its name', () => {
    const run = played([FLAT, FLAT, still(80)], {
      0: ({ order }) => {
        order.buy({ id: 'a', size: 1, limit: 90 });
        order.buy({ id: 'b', size: 1, limit: 90 });
      },
      1: ({ order }) => order.cancel('a'),
    });
    expect(endsOf(run).map(([status]) => status)).toEqual(['cancelled', 'filled']);
  });
});
