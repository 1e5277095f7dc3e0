import { describe, expect, it } from 'vitest';
import { DAY } from '../metrics/civil-month.ts';
import { START } from '../metrics/source.fixture.ts';
import { checkedRun, quietBars, tradesMaking } from './checked-run.fixture.ts';
import { shortHistory } from './short-history.ts';

function look(bars: number, years: number, firstTradableBar = 0) {
  const time = Float64Array.from({ length: bars }, (_, k) => START + (k / (bars - 1)) * years * 365.25 * DAY);
  const market = [{ bars: quietBars(bars, { time }), rows: null }];
  return shortHistory.look(checkedRun({ trades: tradesMaking(1), market, measured: { firstTradableBar } }));
}

describe('short history', () => {
  it('has fewer than 250 bars to act on', () => {
    expect(look(249, 10)).toMatchObject({
      weight: 0.5,
      message: 'The strategy could act on 249 bars in 10.0 years: one kind of market, perhaps, and no other.',
    });
    expect(look(250, 10)).toBeNull();
    expect(look(250, 10, 1)).toMatchObject({ weight: 0.5 });
  });

  it('or covers less than two years', () => {
    expect(look(10_000, 1.99)).toMatchObject({ weight: 0.3 });
    expect(look(250, 1.99)).toMatchObject({ weight: 0.3 });
    expect(look(10_000, 2)).toBeNull();
  });

  it('is no doubt about a run that did nothing', () => {
    expect(shortHistory.look(checkedRun({ market: [{ bars: quietBars(10), rows: null }] }))).toBeNull();
  });
});
