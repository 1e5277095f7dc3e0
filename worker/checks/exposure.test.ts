import { describe, expect, it } from 'vitest';
import { checkedRun, tradesMaking } from './checked-run.fixture.ts';
import { exposure } from './exposure.ts';

function look(trades: number, barsInMarket: number) {
  const equity = new Float64Array(1_000).fill(1_000);
  equity[999] = 1_500;
  const buyAndHold = new Float64Array(1_000).fill(1_000);
  buyAndHold[999] = 900;
  const measured = { equity, buyAndHold, barsInMarket };
  return exposure.look(checkedRun({ trades: tradesMaking(...new Array(trades).fill(1)), measured }));
}

describe('exposure', () => {
  it('of 95 % with fewer than ten trades is buy and hold', () => {
    expect(look(9, 950)).toMatchObject({
      weight: 0.4,
      message:
        'In the market on 95 % of the bars with 9 trades, this is close to buy and hold, which made −10 % against 50 %.',
    });
    expect(look(9, 949)).toBeNull();
    expect(look(10, 950)).toBeNull();
  });

  it('of 2 % with fewer than thirty trades is a handful of bars', () => {
    expect(look(29, 20)).toMatchObject({
      weight: 0.25,
      message: 'In the market on 2 % of the bars only, the result rests on 20 bars.',
    });
    expect(look(29, 21)).toBeNull();
    expect(look(30, 20)).toBeNull();
  });

  it('is no doubt in between, nor without trades or bars', () => {
    expect(look(5, 500)).toBeNull();
    expect(look(0, 0)).toBeNull();
    const measured = { firstTradableBar: 1_000, barsInMarket: 0 };
    expect(exposure.look(checkedRun({ trades: tradesMaking(1), measured }))).toBeNull();
  });
});
