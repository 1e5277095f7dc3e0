import { describe, expect, test } from 'vitest';
import type { AccountTerms } from '#shared/domain/account.ts';
import { instrument, type Quote } from '../../tests/support/bars.ts';
import { type Acts, endsOf, FLAT, fillsOf, playedOn, rulesOf, still, tradesOf } from './scenario.fixture.ts';

const REASON = 'the symbol is no longer traded';

/** A is traded on six bars, B only on the first three. */
function played(acts: Acts, account: AccountTerms = {}, last: Quote = still(80)) {
  return playedOn(
    [
      [FLAT, FLAT, FLAT, FLAT, FLAT, FLAT],
      [FLAT, FLAT, last],
    ],
    acts,
    {
      instruments: [instrument({ symbol: 'A' }), instrument({ symbol: 'B' })],
      about: [{}, { isDelisted: true }],
      account,
    },
  );
}

describe('when a symbol is no longer traded', () => {
  test('what is held of it is closed at its last price, at cost, and flagged', () => {
    const run = playedOn(
      [
        [FLAT, FLAT, FLAT, FLAT, FLAT],
        [FLAT, FLAT, still(80)],
      ],
      { 0: ({ order }) => order.buy({ symbol: 'B', size: 10, stopLoss: 50 }) },
      {
        instruments: [instrument({ symbol: 'A' }), instrument({ symbol: 'B' })],
        about: [{}, { isDelisted: true }],
        costs: { commission: { model: 'fixed', amount: 3 } },
      },
    );
    expect(rulesOf(run)).toEqual(['market-open', 'delisted']);
    expect(tradesOf(run)).toEqual([[10, 100, 80, -206, 'delisted']]);
    expect([...run.trades.forced]).toEqual([0]);
    expect([...run.equity]).toEqual([10_000, 9_997, 9_794, 9_794, 9_794]);
    expect(endsOf(run)[1]).toEqual(['cancelled', 0, 10, 'the position was closed']);
  });

  test('shorts are closed too, and long and short beside each other', () => {
    const short = played({ 0: ({ order }) => order.sell({ symbol: 'B', size: 10 }) });
    expect(fillsOf(short)[1]).toEqual([2, 10, 80]);
    const both = played(
      {
        0: ({ order }) => {
          order.buy({ symbol: 'B', size: 10 });
          order.sell({ symbol: 'B', size: 4 });
        },
      },
      { hedging: true },
    );
    expect(fillsOf(both).slice(2)).toEqual([
      [2, -10, 80],
      [2, 4, 80],
    ]);
  });

  test('orders for it that wait are cancelled, those for others stay', () => {
    const run = played({
      1: ({ order }) => {
        order.buy({ symbol: 'B', size: 1, limit: 10 });
        order.buy({ size: 1, limit: 10 });
      },
    });
    expect(endsOf(run)).toEqual([
      ['cancelled', 0, 1, REASON],
      ['pending', 0, 1],
    ]);
  });

  test('orders for it that come later are refused, from its last bar on', () => {
    const run = played({
      2: ({ order }) => order.buy({ symbol: 'B', size: 1 }),
      4: ({ order, position }) => {
        order.sell({ symbol: 'B', size: 1, stop: 10 });
        order.exit({ symbol: 'B', stopLoss: 10 });
        position.of('B').close();
        position.of('B').protect({ stopLoss: 10 });
      },
    });
    expect(endsOf(run)).toEqual([
      ['rejected', 0, 1, REASON],
      ['rejected', 0, 1, REASON],
    ]);
    expect([...run.orders.bar]).toEqual([2, 4]);
  });

  test('nothing happens to one whose data merely ends', () => {
    const run = playedOn(
      [
        [FLAT, FLAT, FLAT, FLAT],
        [FLAT, FLAT],
      ],
      {
        0: ({ order }) => order.buy({ symbol: 'B', size: 1 }),
        2: ({ order }) => order.buy({ symbol: 'B', size: 1 }),
      },
      { instruments: [instrument({ symbol: 'A' }), instrument({ symbol: 'B' })] },
    );
    expect(rulesOf(run)).toEqual(['market-open', 'end-of-data']);
    expect(fillsOf(run)[1]).toEqual([3, -1, 100]);
    expect(endsOf(run)[1]).toEqual(['pending', 0, 1]);
  });
});
