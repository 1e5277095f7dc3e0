import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BarColumns } from '#shared/domain/bars.ts';
import { sliceBars } from '#shared/domain/bars.ts';
import type { CostsSpec } from '#shared/domain/costs.ts';
import { NO_COSTS } from '#shared/domain/costs.ts';
import { ORDER_STATUSES } from '#shared/domain/run-result.ts';
import type { Orders, Position, Size } from '#shared/strategy-api/orders.ts';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';
import type { Simulation } from './backtest.ts';

const CASH = 10_000;

/** A bar around the close before it: gaps, wide ranges and flat bars all occur. */
const step = fc.record({
  gap: fc.integer({ min: -8, max: 8 }),
  up: fc.integer({ min: 0, max: 6 }),
  down: fc.integer({ min: 0, max: 6 }),
  close: fc.double({ min: 0, max: 1, noNaN: true }),
});

const quotes = fc.array(step, { minLength: 3, maxLength: 40 }).map((steps) => {
  let before = 100;
  return steps.map(({ gap, up, down, close }): Quote => {
    const open = Math.max(10, before + gap);
    const high = open + up;
    const low = Math.max(1, open - down);
    before = Math.round((low + (high - low) * close) * 4) / 4;
    return [open, high, low, before];
  });
});

/** What the strategy does on one bar; prices are offsets from the close. */
const action = fc.record({
  kind: fc.constantFrom('none', 'buy', 'sell', 'limit', 'stop', 'stop-limit', 'close', 'protect', 'cancel'),
  symbol: fc.constantFrom('A', 'B'),
  direction: fc.constantFrom('buy', 'sell'),
  size: fc.constantFrom(1, 7, 40, 'percent', 'cash'),
  distance: fc.integer({ min: -6, max: 6 }),
  stopLoss: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
  takeProfit: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
});
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

const costs: fc.Arbitrary<CostsSpec> = fc.constantFrom(
  NO_COSTS,
  { ...NO_COSTS, commission: { model: 'percent', fraction: 0.001 } },
  { ...NO_COSTS, commission: { model: 'fixed', amount: 2 } },
  {
    commission: { model: 'fixed-plus-percent', amount: 1, fraction: 0.0005 },
    spread: { model: 'percent', fraction: 0.002 },
    slippage: { model: 'ticks', ticks: 2 },
  },
);

const scenarioArbitrary = fc.record({
  first: quotes,
  second: quotes,
  /** Bars by which the second symbol starts later. */
  delay: fc.integer({ min: 0, max: 4 }),
  actions: fc.array(action, { minLength: 1, maxLength: 40 }),
  costs,
});
type Scenario = typeof scenarioArbitrary extends fc.Arbitrary<infer T> ? T : never;

const INSTRUMENTS = [
  instrument({ symbol: 'A', tickSize: 0.25 }),
  instrument({ symbol: 'B', tickSize: 0.01, lotStep: 0.1, multiplier: 2 }),
];

function act(action: Action, close: number, order: Orders, position: Position): void {
  switch (action.kind) {
    case 'none':
      break;
    case 'cancel':
      order.cancelAll(action.symbol);
      break;
    case 'close':
      position.of(action.symbol).close();
      break;
    case 'protect':
      protect(action, close, position);
      break;
    default:
      send(action, close, order);
  }
}

function protect(action: Action, close: number, position: Position): void {
  const held = position.of(action.symbol);
  const side = held.isLong ? 1 : -1;
  const level = (distance: number | undefined, way: number) =>
    distance === undefined ? null : Math.max(1, close + way * distance);
  held.protect({ stopLoss: level(action.stopLoss, -side), takeProfit: level(action.takeProfit, side) });
}

function send(action: Action, close: number, order: Orders): void {
  const { kind, symbol, direction, stopLoss, takeProfit } = action;
  const sign = direction === 'buy' ? 1 : -1;
  const price = Math.max(1, close + action.distance);
  const entry = kind === 'stop-limit' ? price + sign : kind === 'limit' || kind === 'stop' ? price : close;
  order[direction]({
    symbol,
    size: sizeOf(action, order),
    ...(kind === 'limit' && { limit: price }),
    ...(kind === 'stop' && { stop: price }),
    ...(kind === 'stop-limit' && { stop: price, limit: price + sign }),
    ...(stopLoss !== undefined && { stopLoss: entry - sign * stopLoss }),
    ...(takeProfit !== undefined && { takeProfit: entry + sign * takeProfit }),
  });
}

function sizeOf({ size }: Action, order: Orders): number | Size {
  if (size === 'percent') return order.percentOfEquity(60);
  return size === 'cash' ? order.cash(3_000) : Number(size);
}

function market(scenario: Scenario): BarColumns[] {
  const start = Date.UTC(2024, 0, 1);
  return [dailyBars(scenario.first, start), dailyBars(scenario.second, start + scenario.delay * 86_400_000)];
}

function runOn(bars: BarColumns[], { actions, costs }: Scenario): Simulation {
  return runStrategy(
    bars,
    {
      onBar({ bar, data, order, position }) {
        const action = actions[bar.index % actions.length] as Action;
        const close = data.of(action.symbol).close.now;
        if (!Number.isNaN(close)) act(action, close, order, position);
      },
    },
    { cash: CASH, costs, instruments: INSTRUMENTS },
  );
}

/** Rows of a symbol's bars on the run's clock, by time. */
function rowAt(bars: BarColumns, time: number): number {
  return bars.time.indexOf(time);
}

const RUNS = { numRuns: 1_000 };
const check = (property: (scenario: Scenario) => void) => fc.assert(fc.property(scenarioArbitrary, property), RUNS);

describe('any strategy on any market', () => {
  it('keeps equity = cash + positions on every bar, rebuilt from the fills alone', () => {
    check((scenario) => {
      const bars = market(scenario);
      const run = runOn(bars, scenario);
      const held = [0, 0];
      const close = [Number.NaN, Number.NaN];
      let cash = CASH;
      let fill = 0;
      run.time.forEach((time, tick) => {
        for (; fill < run.fills.bar.length && run.fills.bar[fill] === tick; fill++) {
          const symbol = run.fills.symbol[fill] as number;
          const signed = (run.fills.side[fill] === 0 ? 1 : -1) * (run.fills.qty[fill] as number);
          const multiplier = INSTRUMENTS[symbol]?.multiplier ?? 1;
          cash -= signed * (run.fills.price[fill] as number) * multiplier + (run.fills.commission[fill] as number);
          held[symbol] = (held[symbol] as number) + signed;
        }
        let positions = 0;
        bars.forEach((own, symbol) => {
          const row = rowAt(own, time);
          if (row >= 0) close[symbol] = own.close[row] as number;
          const units = held[symbol] as number;
          if (Math.abs(units) > 1e-9)
            positions += units * (close[symbol] as number) * (INSTRUMENTS[symbol]?.multiplier ?? 1);
        });
        expect(run.equity[tick]).toBeCloseTo(cash + positions, 6);
      });
    });
  });

  it('changes equity by exactly what the trades made', () => {
    check((scenario) => {
      const run = runOn(market(scenario), scenario);
      const made = run.trades.pnl.reduce((sum, pnl) => sum + pnl, 0);
      expect((run.equity.at(-1) ?? 0) - CASH).toBeCloseTo(made, 6);
    });
  });

  it('fills nothing outside the range of a bar, but for spread and slippage', () => {
    check((scenario) => {
      const bars = market(scenario);
      const run = runOn(bars, scenario);
      run.fills.reference.forEach((reference, fill) => {
        const own = bars[run.fills.symbol[fill] as number] as BarColumns;
        const row = rowAt(own, run.time[run.fills.bar[fill] as number] as number);
        if (run.fills.order[fill] !== -1) expect(row).toBeGreaterThanOrEqual(0);
        if (row < 0) return;
        expect(reference).toBeGreaterThanOrEqual(own.low[row] as number);
        expect(reference).toBeLessThanOrEqual(own.high[row] as number);
        const worse = (run.fills.side[fill] === 0 ? 1 : -1) * ((run.fills.price[fill] as number) - reference);
        const costs = (run.fills.spread[fill] as number) + (run.fills.slippage[fill] as number);
        expect(worse).toBeCloseTo(costs, 9);
        expect(costs).toBeGreaterThanOrEqual(0);
      });
    });
  });

  it('keeps limits: never a worse price than asked', () => {
    check((scenario) => {
      const run = runOn(market(scenario), scenario);
      run.fills.order.forEach((order, fill) => {
        const limit = order === -1 ? Number.NaN : (run.orders.limit[order] as number);
        if (Number.isNaN(limit)) return;
        if (run.fills.side[fill] === 0) expect(run.fills.price[fill]).toBeLessThanOrEqual(limit);
        else expect(run.fills.price[fill]).toBeGreaterThanOrEqual(limit);
      });
    });
  });

  it('never fills an order on the bar on which the strategy sent it, nor both legs of a bracket', () => {
    check((scenario) => {
      const run = runOn(market(scenario), scenario);
      const filled = new Set<number>();
      const bracketFills = new Map<number, number>();
      run.fills.order.forEach((order, fill) => {
        if (order === -1) return;
        expect(filled.has(order)).toBe(false);
        filled.add(order);
        const parent = run.orders.parent[order] as number;
        if (parent === -1) expect(run.fills.bar[fill]).toBeGreaterThan(run.orders.bar[order] as number);
        else bracketFills.set(parent, (bracketFills.get(parent) ?? 0) + 1);
      });
      for (const count of bracketFills.values()) expect(count).toBe(1);
      const filledCode = ORDER_STATUSES.indexOf('filled');
      expect(run.orders.status.filter((status) => status === filledCode)).toHaveLength(filled.size);
    });
  });

  it('holds no more than equity bears when a position grows', () => {
    check((scenario) => {
      const actions = scenario.actions.map((one): Action => ({ ...one, symbol: 'A' }));
      const run = runOn(market(scenario).slice(0, 1), { ...scenario, actions });
      let cash = CASH;
      let held = 0;
      run.fills.qty.forEach((qty, fill) => {
        const price = run.fills.price[fill] as number;
        const signed = run.fills.side[fill] === 0 ? qty : -qty;
        const grows = Math.abs(held + signed) > Math.abs(held) || (held + signed) * held < 0;
        held += signed;
        cash -= signed * price + (run.fills.commission[fill] as number);
        const equity = cash + held * price;
        if (grows) expect(Math.abs(held) * price).toBeLessThanOrEqual(equity * (1 + 1e-9));
      });
    });
  });

  it('is exercised: most scenarios trade, and every rule occurs', () => {
    const rules = new Set<number>();
    let trading = 0;
    for (const scenario of fc.sample(scenarioArbitrary, { numRuns: 500, seed: 7 })) {
      const run = runOn(market(scenario), scenario);
      if (run.trades.symbol.length > 0) trading++;
      for (const rule of run.fills.rule) rules.add(rule);
    }
    expect(trading).toBeGreaterThan(250);
    // All but liquidation, which needs a ruin that these markets rarely bring.
    expect(rules.size).toBeGreaterThanOrEqual(6);
  });

  it('does not look ahead: cut the data anywhere, and what came before stays the same', () => {
    fc.assert(
      fc.property(scenarioArbitrary, fc.double({ min: 0.2, max: 0.95, noNaN: true }), (scenario, share) => {
        const bars = market({ ...scenario, delay: 0, second: scenario.first });
        const cut = Math.max(2, Math.floor((bars[0]?.time.length ?? 0) * share));
        const whole = runOn(bars, scenario);
        const part = runOn(
          bars.map((own) => sliceBars(own, 0, cut)),
          scenario,
        );
        const fillsBeforeCut = (run: Simulation) =>
          [...run.fills.bar.keys()]
            .filter((fill) => (run.fills.bar[fill] as number) < cut && run.fills.order[fill] !== -1)
            .map((fill) => [run.fills.bar[fill], run.fills.order[fill], run.fills.qty[fill], run.fills.price[fill]]);
        expect(fillsBeforeCut(part)).toEqual(fillsBeforeCut(whole));
        expect([...part.equity.subarray(0, cut - 1)]).toEqual([...whole.equity.subarray(0, cut - 1)]);
      }),
      RUNS,
    );
  });
});
