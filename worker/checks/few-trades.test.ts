import { describe, expect, it } from 'vitest';
import { checkedRun, tradesMaking } from './checked-run.fixture.ts';
import { fewTrades } from './few-trades.ts';

const look = (count: number) => fewTrades.look(checkedRun({ trades: tradesMaking(...new Array(count).fill(1)) }));

describe('few trades', () => {
  it('is serious below ten', () => {
    expect(look(9)).toMatchObject({
      weight: 0.8,
      message: 'The run made 9 trades: below 10, luck alone explains almost any result.',
    });
    expect(look(1)?.message).toMatch(/^The run made 1 trade:/);
  });

  it('is a doubt below thirty', () => {
    const doubt = { weight: 0.4, message: 'The run made 10 trades: below 30, averages are still mostly luck.' };
    expect(look(10)).toMatchObject(doubt);
    expect(look(29)).toMatchObject({ weight: 0.4 });
  });

  it('is silent from thirty on, and where there is none at all', () => {
    expect(look(30)).toBeNull();
    expect(look(0)).toBeNull();
  });
});
