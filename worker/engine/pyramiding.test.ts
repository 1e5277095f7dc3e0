import { describe, expect, test } from 'vitest';
import type { AccountTerms } from '#shared/domain/account.ts';
import { type Acts, endsOf, FLAT, played, still } from './scenario.fixture.ts';

const TOO_MANY = 'as many entries as allowed are open in this direction';
const statuses = (acts: Acts, account: AccountTerms = { pyramiding: 2 }, quotes = [FLAT, FLAT, FLAT, FLAT, FLAT]) =>
  endsOf(played(quotes, acts, { account })).map(([status, , , reason]) => reason ?? status);

describe('an account that allows two entries in one direction', () => {
  test('refuses the third', () => {
    const buy: Acts[number] = ({ order }) => order.buy({ size: 1 });
    expect(statuses({ 0: buy, 1: buy, 2: buy, 3: buy })).toEqual(['filled', 'filled', TOO_MANY, TOO_MANY]);
  });

  test('refuses the fill of the third when several were sent at once', () => {
    const acts: Acts = { 0: ({ order }) => [1, 2, 3].map((size) => order.sell({ size })) };
    expect(statuses(acts)).toEqual(['filled', 'filled', TOO_MANY]);
    const limits: Acts = { 0: ({ order }) => [99, 98, 97].map((limit) => order.buy({ size: 1, limit })) };
    expect(statuses(limits, { pyramiding: 2 }, [FLAT, [100, 100, 96, 96]])).toEqual(['filled', 'filled', TOO_MANY]);
  });

  test('takes more once one is closed, and the other direction at any time', () => {
    const acts: Acts = {
      0: ({ order }) => [1, 1].map((size) => order.buy({ size })),
      1: ({ order }) => order.sell({ size: 1 }),
      2: ({ order }) => order.buy({ size: 1 }),
    };
    expect(statuses(acts)).toEqual(['filled', 'filled', 'filled', 'filled']);
  });

  test('counts an entry that filled in parts once', () => {
    const acts: Acts = {
      0: ({ order }) => order.buy({ size: 25 }),
      3: ({ order }) => order.buy({ size: 1 }),
    };
    const quotes = [FLAT, FLAT, FLAT, FLAT, FLAT, FLAT];
    expect(statuses(acts, { pyramiding: 2, participation: 0.01 }, quotes)).toEqual(['filled', 'filled']);
    const seen: number[] = [];
    played(quotes, { ...acts, 5: ({ position }) => seen.push(position.entries) }, { account: { participation: 0.01 } });
    expect(seen).toEqual([2]);
  });

  test('counts by entries under average matching too', () => {
    const buy: Acts[number] = ({ order }) => order.buy({ size: 1 });
    expect(statuses({ 0: buy, 1: buy, 2: buy }, { pyramiding: 2, matching: 'average' })[2]).toBe(TOO_MANY);
  });
});

test('an order may have a limit of its own', () => {
  const acts: Acts = {
    0: ({ order }) => order.buy({ size: 1 }),
    1: ({ order }) => order.buy({ size: 1, pyramiding: 1 }),
    2: ({ order }) => order.buy({ size: 1, pyramiding: 2 }),
  };
  expect(statuses(acts, {}, [FLAT, FLAT, FLAT, still(101)])).toEqual(['filled', TOO_MANY, 'filled']);
});
