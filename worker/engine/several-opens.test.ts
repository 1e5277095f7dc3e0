import { expect, test } from 'vitest';
import { instrument } from '../../tests/support/bars.ts';
import { type Acts, FLAT, fillsOf, playedOn } from './scenario.fixture.ts';

const INSTRUMENTS = [instrument({ symbol: 'A' }), instrument({ symbol: 'B' })];

test('what one symbol brings inside its bar does not pay for a fill at the open of another', () => {
  const acts: Acts = {
    0: ({ order }) => {
      order.buy({ symbol: 'A', size: 100, takeProfit: 150 });
    },
    1: ({ order }) => {
      order.buy({ symbol: 'B', size: order.percentOfEquity(50), limit: 101 });
    },
  };
  const options = { instruments: INSTRUMENTS, account: { leverage: 2, closeAtEnd: false } };
  const run = playedOn(
    [
      [FLAT, FLAT, [100, 150, 100, 150]],
      [FLAT, FLAT, FLAT],
    ],
    acts,
    options,
  );
  expect(fillsOf(run)).toEqual([
    [1, 100, 100],
    [2, 50, 100],
    [2, -100, 150],
  ]);
});
