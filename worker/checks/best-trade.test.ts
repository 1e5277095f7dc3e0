import { describe, expect, it } from 'vitest';
import { bestTrade } from './best-trade.ts';
import { checkedRun, tradesMaking } from './checked-run.fixture.ts';

const look = (...pnl: number[]) => bestTrade.look(checkedRun({ trades: tradesMaking(...pnl) }));

describe('one trade makes the profit', () => {
  it('from half of it on', () => {
    expect(look(20, 50, 30)).toMatchObject({
      weight: 0.4,
      message:
        'One trade (AAA, 2024-01-05 to 2024-01-09) made 50.00\u00a0USD of 100.00\u00a0USD net profit, 50 % of it; 50.00\u00a0USD is left without it.',
    });
    expect(look(21, 49.9, 30)).toBeNull();
  });

  it('is serious when nothing is left without it', () => {
    expect(look(10, 90, -10)).toMatchObject({
      weight: 0.7,
      message: expect.stringMatching(/^One trade .* of 90.00\sUSD net profit; without it nothing is won: 0.00\sUSD\.$/),
    });
    expect(look(10, 90, -9.9)).toMatchObject({ weight: 0.4 });
    expect(look(10, 90, -20)?.message).toContain('nothing is won: −10.00');
  });

  it('names the symbol', () => {
    const trades = tradesMaking(1, 9).map((trade) => ({ ...trade, symbol: 1 }));
    const { market } = checkedRun();
    expect(bestTrade.look(checkedRun({ trades, market: [...market, ...market] }))?.message).toContain('(BBB, ');
  });

  it('is silent where there is no profit, or no other trade', () => {
    expect(look(50, -50)).toBeNull();
    expect(look(50, -60)).toBeNull();
    expect(look(50)).toBeNull();
    expect(look()).toBeNull();
  });
});
