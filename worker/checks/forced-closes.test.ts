import { describe, expect, it } from 'vitest';
import { checkedRun, tradesMaking } from './checked-run.fixture.ts';
import { forcedCloses } from './forced-closes.ts';

const look = (own: readonly number[], forced: readonly number[]) => {
  const trades = tradesMaking(...own, ...forced).map((trade, k) => ({ ...trade, forced: k >= own.length }));
  return forcedCloses.look(checkedRun({ trades }));
};

describe('forced closes make the profit', () => {
  it('from half of it on', () => {
    expect(look([30, 20], [50])).toMatchObject({
      weight: 0.35,
      message:
        '1 trade closed only because the data ends made 50.00\u00a0USD of 100.00\u00a0USD net profit, 50 % of it.',
    });
    expect(look([30.1, 20], [50])).toBeNull();
  });

  it('is serious when the other trades won nothing', () => {
    expect(look([30, -30], [20, 80])).toMatchObject({
      weight: 0.6,
      message:
        '2 trades closed only because the data ends made 100.00\u00a0USD of 100.00\u00a0USD net profit; the trades that the strategy itself ended made 0.00\u00a0USD.',
    });
    expect(look([30, -29.9], [20, 80])).toMatchObject({ weight: 0.35 });
    expect(look([], [5])).toMatchObject({ weight: 0.6 });
  });

  it('is silent without profit, without forced closes, without trades', () => {
    expect(look([-50], [50])).toBeNull();
    expect(look([-51], [50])).toBeNull();
    expect(look([5], [])).toBeNull();
    expect(look([], [])).toBeNull();
  });
});
