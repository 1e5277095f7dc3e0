import { describe, expect, it } from 'vitest';
import { prepareMetrics } from './prepare-metrics.ts';
import { businessDays, sourceWith, tradesWith } from './source.fixture.ts';

describe('preparing metrics', () => {
  const equity = Float64Array.of(100, 100, 100, 110, 99);

  it('starts at the close of the last warm-up bar', () => {
    const input = prepareMetrics(sourceWith(equity, { firstTradableBar: 3 }));
    expect([...input.equity]).toEqual([100, 110, 99]);
    expect(input.time).toEqual(businessDays(5).subarray(2));
    expect(input.returns).toHaveLength(2);
    expect(input.tradableBars).toBe(2);
    expect(input.years).toBeCloseTo(2 / 365.25, 12);
    expect(input.finalEquity).toBe(99);
  });

  it('measures everything without warm-up', () => {
    const input = prepareMetrics(sourceWith(equity));
    expect(input.returns).toHaveLength(4);
    expect(input.tradableBars).toBe(5);
  });

  it('has no returns when warm-up took all bars', () => {
    const input = prepareMetrics(sourceWith(equity, { firstTradableBar: 5 }));
    expect(input.returns).toHaveLength(0);
    expect(input.tradableBars).toBe(0);
  });

  it('counts what the first bar already cost', () => {
    const paid = Float64Array.of(98, 98);
    const input = prepareMetrics(sourceWith(paid, { initialCash: 100 }));
    expect(input.returns[0]).toBeCloseTo(-0.02, 12);
    expect(input.benchmarkReturns[0]).toBeCloseTo(-0.02, 12);
    expect(paid[0]).toBe(98);
  });

  it('pairs the benchmark with the returns that are left', () => {
    const input = prepareMetrics(
      sourceWith(Float64Array.of(100, 0, 0, 0), { buyAndHold: Float64Array.of(100, 110, 121, 121) }),
    );
    expect([...input.returns]).toEqual([-1]);
    expect(input.benchmarkReturns).toHaveLength(1);
  });

  it('sets forced closes apart', () => {
    const input = prepareMetrics(sourceWith(equity, { trades: tradesWith([5, -3, 7], 1) }));
    expect([...input.trades.pnl]).toEqual([5, -3, 7]);
    expect([...input.tradesWithoutForced.pnl]).toEqual([5, -3]);
    expect([...input.tradesWithoutForced.exitBar]).toEqual([2, 3]);
  });

  it('hands excursions on, none where they are not known', () => {
    const one = Float64Array.of(1);
    const excursions = { favourable: one, adverse: one, favourableFraction: one, adverseFraction: one };
    expect(prepareMetrics(sourceWith(equity, { excursions })).excursions).toBe(excursions);
    for (const column of Object.values(prepareMetrics(sourceWith(equity)).excursions)) expect(column).toHaveLength(0);
  });

  it('takes prices from the same bars, if there are any', () => {
    const closes = [Float64Array.of(1, 2, 3, 4, 5)];
    const [prices] = prepareMetrics(sourceWith(equity, { closes, firstTradableBar: 3 })).closes;
    expect([...(prices ?? [])]).toEqual([3, 4, 5]);
    expect(prepareMetrics(sourceWith(equity)).closes).toEqual([]);
  });

  it('survives a run without bars', () => {
    const input = prepareMetrics(sourceWith(Float64Array.of(), { initialCash: 100 }));
    expect(input.finalEquity).toBeNaN();
    expect(input.years).toBeNaN();
    expect(input.returns).toHaveLength(0);
  });
});
