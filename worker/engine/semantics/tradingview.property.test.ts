import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParamDeclarations } from '#shared/strategy-api/params.ts';
import type { BarContext } from '#shared/strategy-api/strategy.ts';
import { dailyBars, instrument, type Quote } from '../../../tests/support/bars.ts';
import { runStrategy } from '../../../tests/support/run-strategy.ts';
import type { Simulation } from '../backtest.ts';

const CASH = 100_000;
const TICK = 0.25;

const step = fc.record({
  gap: fc.integer({ min: -8, max: 8 }),
  up: fc.integer({ min: 0, max: 12 }),
  down: fc.integer({ min: 0, max: 12 }),
  close: fc.integer({ min: 0, max: 4 }),
  rate: fc.constantFrom(0.9, 1, 1.1),
});

/** One call on one bar; distances are ticks from the close. */
const action = fc.record({
  kind: fc.constantFrom('none', 'entry', 'stop', 'limit', 'order', 'exit', 'trail', 'close', 'cancel'),
  side: fc.constantFrom('buy', 'sell'),
  id: fc.constantFrom('A', 'B'),
  size: fc.constantFrom(1, 2, 5, 'percent', 'cash'),
  near: fc.integer({ min: -8, max: 8 }),
  far: fc.integer({ min: 1, max: 12 }),
  percent: fc.constantFrom(30, 50, 100),
});
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

const scenario = fc.record({
  steps: fc.array(step, { minLength: 3, maxLength: 40 }),
  actions: fc.array(fc.array(action, { maxLength: 3 }), { minLength: 1, maxLength: 20 }),
  pyramiding: fc.constantFrom(1, 3),
  timing: fc.constantFrom('open' as const, 'close' as const),
  leverage: fc.constantFrom(1, 4),
  commission: fc.constantFrom(0, 1.5),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

function quotesOf({ steps }: Scenario): Quote[] {
  let before = 400;
  return steps.map(({ gap, up, down, close }): Quote => {
    const open = Math.max(40, before + gap);
    const high = open + up;
    const low = open - down;
    before = low + Math.round(((high - low) * close) / 4);
    return [open * TICK, high * TICK, low * TICK, before * TICK];
  });
}

function act(
  { kind, side, id, size, near, far, percent }: Action,
  { order, position, bar }: BarContext<ParamDeclarations, unknown>,
): void {
  const level = bar.close + near * TICK;
  const units = typeof size === 'number' ? size : size === 'percent' ? order.percentOfEquity(30) : order.cash(20_000);
  switch (kind) {
    case 'none':
      break;
    case 'entry':
      order[side]({ id, size: units });
      break;
    case 'stop':
      order[side]({ id, size: units, stop: level });
      break;
    case 'limit':
      order[side]({ id, size: units, limit: level, oco: 'group' });
      break;
    case 'order':
      order[side]({ id: `${id}0`, size: far, stop: level, oco: 'reduced', ocoMode: 'reduce', reverse: false });
      break;
    case 'exit':
      order.exit({ id: `${id}x`, entry: id, stopLoss: order.ticksAway(far), takeProfit: level, percent });
      break;
    case 'trail':
      order.exit({ id: `${id}t`, entry: id, trailingStop: { from: order.ticksAway(far), by: order.ticksAway(3) } });
      break;
    case 'close':
      position.close({ entry: id });
      break;
    case 'cancel':
      order.cancel(id);
      order.cancel(`${id}x`);
  }
}

function runOn(one: Scenario): Simulation {
  const { actions, pyramiding, timing, leverage, commission } = one;
  return runStrategy(
    dailyBars(quotesOf(one)),
    {
      onBar(context) {
        for (const call of actions[context.bar.index % actions.length] as Action[]) act(call, context);
      },
    },
    {
      semantics: 'tradingview',
      cash: CASH,
      account: { pyramiding, timing, leverage },
      costs: { commission: { model: 'fixed', amount: commission } },
      rates: [Float64Array.from(one.steps, ({ rate }) => rate)],
      instruments: [instrument({ tickSize: TICK, lotStep: 0.1 })],
    },
  );
}

const check = (property: (one: Scenario, run: Simulation) => void) =>
  fc.assert(
    fc.property(scenario, (one) => property(one, runOn(one))),
    { numRuns: 500 },
  );

describe('tradingview: any strategy on any market', () => {
  it('changes equity by what the trades made, those still open included', () => {
    check((_, { equity, trades }) => {
      const made = trades.pnl.reduce((sum, pnl) => sum + pnl, 0);
      expect((equity.at(-1) ?? CASH) - CASH).toBeCloseTo(made, 6);
    });
  });

  it('fills on ticks within the bar', () => {
    check((one, { fills }) => {
      const quotes = quotesOf(one);
      fills.price.forEach((price, fill) => {
        const [, high, low] = quotes[fills.bar[fill] as number] as Quote;
        expect(price).toBeGreaterThanOrEqual(low);
        expect(price).toBeLessThanOrEqual(high);
        expect(Number.isInteger(price / TICK)).toBe(true);
      });
    });
  });

  it('opens what the fills add up to, and closes no unit twice', () => {
    check((_, { fills, trades }) => {
      let held = 0;
      fills.qty.forEach((qty, fill) => {
        held += (fills.side[fill] === 0 ? 1 : -1) * qty;
      });
      const open = trades.qty.reduce(
        (sum, qty, row) => (trades.forced[row] === 1 ? sum + qty * (trades.direction[row] as number) : sum),
        0,
      );
      expect(open).toBeCloseTo(held, 9);
    });
  });

  it('is exercised: trades are made, turned around, trailed and called in', () => {
    const reasons = new Set<number>();
    for (const one of fc.sample(scenario, { numRuns: 500, seed: 3 })) {
      for (const reason of runOn(one).trades.exitReason) reasons.add(reason);
    }
    expect(reasons.size).toBeGreaterThanOrEqual(6);
  });
});
