import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sliceBars } from '#shared/domain/bars.ts';
import type { Simulation } from './backtest.ts';
import { market, runOn, scenarios } from './random-strategies.fixture.ts';

/** What happened before a bar, but for what the engine does because the data ends. */
function before(run: Simulation, bar: number) {
  const rows = (bars: Int32Array) => [...bars.keys()].filter((row) => (bars[row] as number) < bar);
  const { fills, orders, cashFlows, trades } = run;
  const ended = (order: number) => (orders.endBar[order] as number) >= 0 && (orders.endBar[order] as number) < bar;
  return {
    fills: rows(fills.bar).map((row) => [
      fills.bar[row],
      fills.order[row],
      fills.qty[row],
      fills.price[row],
      fills.rule[row],
    ]),
    trades: rows(trades.exitBar).map((row) => [trades.qty[row], trades.entryFill[row], trades.pnl[row]]),
    orders: rows(orders.bar).map((row) => [orders.bar[row], orders.side[row], orders.type[row], orders.parent[row]]),
    ends: rows(orders.bar)
      .filter(ended)
      .map((row) => [row, orders.status[row], orders.filled[row], run.texts[orders.reason[row] as number]]),
    cashFlows: rows(cashFlows.bar).map((row) => [cashFlows.bar[row], cashFlows.kind[row], cashFlows.amount[row]]),
    equity: [...run.equity.subarray(0, bar)],
  };
}

it('no strategy looks ahead: cut the data anywhere, and all that came before stays the same', () => {
  fc.assert(
    fc.property(scenarios, fc.double({ min: 0.2, max: 0.95, noNaN: true }), (scenario, share) => {
      // Whether it is the last bar of a symbol that is delisted can only be known from what comes after.
      const known = { ...scenario, isDelisted: false };
      const bars = market(known);
      const ends = bars.map((own) => own.time.at(-1) ?? 0);
      const whole = runOn(bars, known);
      const cut = Math.max(2, Math.floor(whole.time.length * share));
      const limit = whole.time[cut] ?? Number.POSITIVE_INFINITY;
      const parts = bars.map((own) => sliceBars(own, 0, own.time.filter((time) => time < limit).length));
      fc.pre(parts.every((own) => own.time.length > 0) && ends.length === 2);
      const part = runOn(parts, known);
      expect(before(part, cut - 1)).toEqual(before(whole, cut - 1));
    }),
    { numRuns: 1_000 },
  );
});
