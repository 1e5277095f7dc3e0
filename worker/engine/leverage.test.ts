import { describe, expect, test } from 'vitest';
import type { Acts } from './scenario.fixture.ts';
import { endsOf, FLAT, fillsOf, played, rulesOf, still } from './scenario.fixture.ts';

const buying = (size: number): Acts => ({ 0: ({ order }) => order.buy({ size }) });

describe('an account with leverage', () => {
  test.each([1, 2, 5])('of %d bears that many times its equity, long and short', (leverage) => {
    for (const side of ['buy', 'sell'] as const) {
      const asked = (size: number) =>
        endsOf(played([FLAT, FLAT, FLAT], { 0: ({ order }) => order[side]({ size }) }, { account: { leverage } }));
      expect(asked(100 * leverage)).toEqual([['filled', 100 * leverage, 100 * leverage]]);
      expect(asked(100 * leverage + 1)[0]?.[0]).toBe('rejected');
    }
  });

  test('sizes in percent of equity, beyond all of it', () => {
    const acts: Acts = { 0: ({ order }) => order.buy({ size: order.percentOfEquity(250) }) };
    expect(fillsOf(played([FLAT, FLAT], acts, { account: { leverage: 3 } }))[0]).toEqual([1, 250, 100]);
    expect(endsOf(played([FLAT, FLAT], acts))[0]?.[0]).toBe('rejected');
  });

  test('wins and loses that many times as much', () => {
    const run = played([FLAT, FLAT, still(110), still(95)], buying(300), { account: { leverage: 3 } });
    expect([...run.equity]).toEqual([10_000, 10_000, 13_000, 8_500]);
  });

  test('may keep what it could no longer open, but not add to it', () => {
    const acts: Acts = { ...buying(200), 2: ({ order }) => order.buy({ size: 1 }) };
    const run = played([FLAT, FLAT, still(90), still(90)], acts, { account: { leverage: 2 } });
    expect(endsOf(run)).toEqual([
      ['filled', 200, 200],
      ['rejected', 0, 1, 'not enough free equity'],
    ]);
  });

  test('brings a margin call when equity no longer covers the maintenance margin', () => {
    const account = { leverage: 4, maintenanceMargin: 0.2 };
    const run = played([FLAT, FLAT, still(92), still(92), still(95)], buying(400), { account });
    // At 92 equity is 6,800, which covers 34,000 of the 36,800 held: 31 units of 92 go.
    expect(rulesOf(run)).toEqual(['market-open', 'margin-call', 'end-of-data']);
    expect(fillsOf(run)[1]).toEqual([2, -31, 92]);
    expect([...run.equity]).toEqual([10_000, 10_000, 6_800, 6_800, 6_800 + 369 * 3]);
  });

  test('is broke when the fall takes all of it', () => {
    const run = played([FLAT, FLAT, still(60), still(90)], buying(400), { account: { leverage: 4 } });
    expect(run.brokeBar).toBe(2);
    expect([...run.equity].slice(2)).toEqual([-6_000, -6_000]);
  });
});
