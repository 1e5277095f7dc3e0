import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BarColumns } from '#shared/domain/bars.ts';
import { FILL_RULES, ORDER_ROLES, ORDER_STATUSES, ORDER_TYPES } from '#shared/domain/run-result.ts';
import type { Simulation } from './backtest.ts';
import { CASH, INSTRUMENTS, market, rateOf, runOn, type Scenario, scenarios } from './random-strategies.fixture.ts';

const RUNS = { numRuns: 1_000 };
const check = (property: (scenario: Scenario) => void) => fc.assert(fc.property(scenarios, property), RUNS);

const multiplierOf = (symbol: number) => INSTRUMENTS[symbol]?.multiplier ?? 1;
const signOf = ({ fills }: Simulation, fill: number) => (fills.side[fill] === 0 ? 1 : -1);
const withoutSplits = (scenario: Scenario): Scenario => ({ ...scenario, actions: [[], []] });
const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0);

/** What becomes of units held over the splits that take effect between two bars. */
function splitsBetween({ actions }: Scenario, symbol: number, after: number, upTo: number): number {
  const due = actions[symbol as 0 | 1].filter(({ time }) => time > after && time <= upTo);
  return due.reduce((ratio, action) => (action.kind === 'split' ? ratio * action.ratio : ratio), 1);
}

describe('any strategy on any account and any market', () => {
  it('keeps equity = cash + positions on every bar, rebuilt from fills, cash flows and splits alone', () => {
    check((scenario) => {
      const bars = market(scenario);
      const run = runOn(bars, scenario);
      const { fills, cashFlows } = run;
      const held = [0, 0];
      const close = [Number.NaN, Number.NaN];
      let cash = CASH;
      let [fill, flow] = [0, 0];
      run.time.forEach((time, tick) => {
        for (; flow < cashFlows.bar.length && cashFlows.bar[flow] === tick; flow++) cash += cashFlows.amount[flow] ?? 0;
        const before = run.time[tick - 1] ?? Number.NEGATIVE_INFINITY;
        for (const symbol of [0, 1]) {
          const ratio = splitsBetween(scenario, symbol, before, time);
          held[symbol] = (held[symbol] ?? 0) * ratio;
          close[symbol] = (close[symbol] ?? 0) / ratio;
        }
        for (; fill < fills.bar.length && fills.bar[fill] === tick; fill++) {
          const symbol = fills.symbol[fill] as number;
          const units = signOf(run, fill) * (fills.qty[fill] as number);
          const paid =
            units * (fills.price[fill] as number) * multiplierOf(symbol) + (fills.commission[fill] as number);
          cash -= paid * rateOf(scenario, symbol, tick);
          held[symbol] = (held[symbol] ?? 0) + units;
        }
        let positions = 0;
        bars.forEach((own, symbol) => {
          const row = own.time.indexOf(time);
          if (row >= 0) close[symbol] = own.close[row] as number;
          const value = (held[symbol] ?? 0) * (close[symbol] ?? 0) * multiplierOf(symbol);
          if (Math.abs(held[symbol] ?? 0) > 1e-9) positions += value * rateOf(scenario, symbol, tick);
        });
        expect(run.equity[tick]).toBeCloseTo(cash + positions, 5);
      });
    });
  });

  it('changes equity by exactly what trades made and what flowed', () => {
    check((scenario) => {
      const run = runOn(market(scenario), scenario);
      const made = sum(run.trades.pnl) + sum(run.cashFlows.amount);
      expect((run.equity.at(-1) ?? 0) - CASH).toBeCloseTo(made, 5);
    });
  });

  it('fills nothing outside the range of a bar, but for spread and slippage', () => {
    check((scenario) => {
      const bars = market(scenario);
      const run = runOn(bars, scenario);
      run.fills.reference.forEach((reference, fill) => {
        const own = bars[run.fills.symbol[fill] as number] as BarColumns;
        const row = own.time.indexOf(run.time[run.fills.bar[fill] as number] as number);
        if (run.fills.order[fill] !== -1) expect(row).toBeGreaterThanOrEqual(0);
        if (row < 0) return;
        expect(reference).toBeGreaterThanOrEqual(own.low[row] as number);
        expect(reference).toBeLessThanOrEqual(own.high[row] as number);
        const worse = signOf(run, fill) * ((run.fills.price[fill] as number) - reference);
        const costs = (run.fills.spread[fill] as number) + (run.fills.slippage[fill] as number);
        expect(worse).toBeCloseTo(costs, 9);
        expect(costs).toBeGreaterThanOrEqual(0);
      });
    });
  });

  it('keeps limits: never a worse price than asked', () => {
    check((scenario) => {
      const account = { ...scenario.account, participation: null };
      const run = runOn(market(scenario), { ...withoutSplits(scenario), account });
      run.fills.order.forEach((order, fill) => {
        const limit = order === -1 ? Number.NaN : (run.orders.limit[order] as number);
        const price = run.fills.price[fill] as number;
        if (!Number.isNaN(limit)) expect(signOf(run, fill) * (price - limit)).toBeLessThanOrEqual(0);
      });
    });
  });

  it('never fills an order on the bar on which the strategy sent it, unless it trades the close', () => {
    check((scenario) => {
      const { orders, fills } = runOn(market(scenario), scenario);
      fills.order.forEach((order, fill) => {
        if (order === -1 || orders.parent[order] !== -1) return;
        const isAtClose =
          fills.rule[fill] === FILL_RULES.indexOf('market-close') && scenario.account.timing === 'close';
        const [sent, filled] = [orders.bar[order] as number, fills.bar[fill] as number];
        if (isAtClose) expect(filled).toBeGreaterThanOrEqual(sent);
        else if (fills.rule[fill] !== FILL_RULES.indexOf('stop-gap')) expect(filled).toBeGreaterThan(sent);
      });
    });
  });

  it('fills no more of an order than was asked, and says what was filled', () => {
    check((scenario) => {
      const { orders, fills } = runOn(market(scenario), withoutSplits(scenario));
      const filled = new Float64Array(orders.bar.length);
      fills.order.forEach((order, fill) => {
        if (order !== -1) filled[order] = (filled[order] as number) + (fills.qty[fill] as number);
      });
      filled.forEach((units, order) => {
        expect(orders.filled[order]).toBeCloseTo(units, 9);
        const asked = orders.qty[order] as number;
        if (units > 0) expect(units).toBeLessThanOrEqual(asked * (1 + 1e-9));
        if (ORDER_STATUSES[orders.status[order] as number] === 'filled') expect(units).toBeCloseTo(asked, 9);
      });
    });
  });

  it('is exercised: most scenarios trade, and every rule, order type, role and end occurs', () => {
    const seen = {
      rules: new Set<number>(),
      types: new Set<number>(),
      roles: new Set<number>(),
      ends: new Set<number>(),
    };
    let trading = 0;
    for (const scenario of fc.sample(scenarios, { numRuns: 500, seed: 7 })) {
      const { trades, fills, orders } = runOn(market(scenario), scenario);
      if (trades.symbol.length > 0) trading++;
      for (const rule of fills.rule) seen.rules.add(rule);
      for (const type of orders.type) seen.types.add(type);
      for (const role of orders.role) seen.roles.add(role);
      for (const status of orders.status) seen.ends.add(status);
    }
    expect(trading).toBeGreaterThan(250);
    // All but those that need shorter bars.
    expect(FILL_RULES.filter((_, code) => !seen.rules.has(code))).toEqual(['limit-jump', 'stop-jump']);
    expect(seen.types.size).toBe(ORDER_TYPES.length);
    expect(seen.roles.size).toBe(ORDER_ROLES.length);
    expect(seen.ends.size).toBe(ORDER_STATUSES.length);
  });
});
