import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderRequest } from '#shared/strategy-api/orders.ts';
import type { ParamDeclarations } from '#shared/strategy-api/params.ts';
import type { BarContext } from '#shared/strategy-api/strategy.ts';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { type RunOptions, runStrategy } from '../../tests/support/run-strategy.ts';
import type { Simulation } from './backtest.ts';

const CASH = 10_000;

const step = fc.record({
  gap: fc.integer({ min: -8, max: 8 }),
  up: fc.integer({ min: 0, max: 6 }),
  down: fc.integer({ min: 0, max: 6 }),
  close: fc.integer({ min: 0, max: 4 }),
});

/** One call on one bar; distances are points from the close. */
const action = fc.record({
  kind: fc.constantFrom('none', 'market', 'limit', 'stop', 'stop-limit', 'close', 'protect', 'exit', 'cancel'),
  side: fc.constantFrom('buy', 'sell'),
  size: fc.constantFrom(1, 7, 40, 'percent', 'cash'),
  near: fc.integer({ min: -6, max: 6 }),
  far: fc.integer({ min: 1, max: 8 }),
  bracket: fc.constantFrom('none', 'stop', 'both', 'trail'),
  percent: fc.constantFrom(30, 50, 100),
});
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

const scenario = fc.record({
  steps: fc.array(step, { minLength: 3, maxLength: 40 }),
  actions: fc.array(fc.array(action, { maxLength: 3 }), { minLength: 1, maxLength: 20 }),
  semantics: fc.constantFrom('backtesting.py' as const, 'vectorbt' as const),
  lotStep: fc.constantFrom(0, 1, 0.1),
  account: fc.record({
    leverage: fc.constantFrom(1, 4),
    timing: fc.constantFrom('open' as const, 'close' as const),
    hedging: fc.boolean(),
    pyramiding: fc.constantFrom(null, 3),
    reduceToFit: fc.boolean(),
    participation: fc.constantFrom(null, 0.02),
    closeAtEnd: fc.constantFrom(null, false),
    matching: fc.constantFrom('fifo' as const, 'lifo' as const),
  }),
  costs: fc.constantFrom<NonNullable<RunOptions['costs']>>(
    {},
    { commission: { model: 'fixed-plus-percent', amount: 1, fraction: 0.0005 } },
    { spread: { model: 'fixed', points: 1 }, slippage: { model: 'percent', fraction: 0.001 } },
  ),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

function quotesOf({ steps }: Scenario): Quote[] {
  let before = 100;
  return steps.map(({ gap, up, down, close }): Quote => {
    const open = Math.max(20, before + gap);
    const high = open + up;
    const low = open - down;
    before = low + ((high - low) * close) / 4;
    return [open, high, low, before];
  });
}

function act(asked: Action, { order, position, bar }: BarContext<ParamDeclarations, unknown>): void {
  const { kind, side, size, near, far, percent } = asked;
  const level = bar.close + near;
  const sign = side === 'buy' ? 1 : -1;
  const units = typeof size === 'number' ? size : size === 'percent' ? order.percentOfEquity(60) : order.cash(3_000);
  const entry = (prices: OrderRequest) => {
    const from = prices.limit ?? prices.stop ?? bar.close;
    const stopLoss = from - sign * far;
    const protection: OrderRequest =
      asked.bracket === 'none'
        ? {}
        : asked.bracket === 'stop'
          ? { stopLoss }
          : asked.bracket === 'both'
            ? { stopLoss, takeProfit: from + sign * far }
            : { trailingStop: order.pointsAway(far) };
    order[side]({ size: units, ...prices, ...protection });
  };
  switch (kind) {
    case 'none':
      break;
    case 'market':
      entry({});
      break;
    case 'limit':
      entry({ limit: level });
      break;
    case 'stop':
      entry({ stop: level });
      break;
    case 'stop-limit':
      entry({ stop: level, limit: level + sign });
      break;
    case 'close':
      position.close({ percent });
      break;
    case 'protect':
      position.protect({ stopLoss: bar.close - far, takeProfit: bar.close + far });
      break;
    case 'exit':
      order.exit({ id: 'x', stopLoss: order.pointsAway(far), takeProfit: order.pointsAway(far), percent });
      break;
    case 'cancel':
      order.cancelAll();
  }
}

function runOn(one: Scenario): Simulation {
  const { actions, semantics, account, costs, lotStep } = one;
  return runStrategy(
    dailyBars(quotesOf(one)),
    {
      onBar(context) {
        for (const call of actions[context.bar.index % actions.length] as Action[]) act(call, context);
      },
    },
    { cash: CASH, semantics, account, costs, instruments: [instrument({ lotStep })] },
  );
}

const check = (property: (one: Scenario, run: Simulation) => void) =>
  fc.assert(
    fc.property(scenario, (one) => property(one, runOn(one))),
    { numRuns: 1_000 },
  );

describe('bars met as a queue: any strategy on any market', () => {
  it('changes equity by what the trades made, those still open included, and by what was forgiven', () => {
    check((_, { equity, trades, cashFlows }) => {
      const made = trades.pnl.reduce((sum, pnl) => sum + pnl, 0);
      const forgiven = cashFlows.amount.reduce((sum, amount) => sum + amount, 0);
      expect((equity.at(-1) ?? CASH) - CASH).toBeCloseTo(made + forgiven, 6);
    });
  });

  it('holds what the fills add up to, and closes no unit twice', () => {
    check((_, { fills, trades }) => {
      let held = 0;
      fills.qty.forEach((qty, fill) => {
        expect(qty).toBeGreaterThan(0);
        held += (fills.side[fill] === 0 ? 1 : -1) * qty;
      });
      let open = 0;
      trades.qty.forEach((qty, row) => {
        if ((trades.exitFill[row] as number) < 0) open += qty * (trades.direction[row] as number);
      });
      expect(open).toBeCloseTo(held, 6);
    });
  });

  it('fills within the bar that the fill names', () => {
    check(({ account }, { fills, orders }) => {
      fills.reference.forEach((reference, fill) => {
        const stop = orders.stop[fills.order[fill] as number] ?? Number.NaN;
        // A stop entry may start from the close before.
        if (account.timing === 'close' && !Number.isNaN(stop)) return;
        expect(reference).toBeGreaterThanOrEqual(fills.low[fill] as number);
        expect(reference).toBeLessThanOrEqual(fills.high[fill] as number);
      });
    });
  });

  it('closes no more of an entry than it opened, whatever protects it', () => {
    check((_, { fills, trades }) => {
      const closed = new Map<number, number>();
      trades.qty.forEach((qty, row) => {
        const entry = trades.entryFill[row] as number;
        closed.set(entry, (closed.get(entry) ?? 0) + qty);
      });
      for (const [entry, qty] of closed) expect(qty).toBeLessThanOrEqual((fills.qty[entry] as number) * (1 + 1e-9));
    });
  });

  it('never pays more than there is for a long, where orders are cut to free cash', () => {
    check((one, { fills }) => {
      if (one.semantics !== 'vectorbt' || one.account.hedging) return;
      let cash = CASH;
      let held = 0;
      fills.qty.forEach((qty, fill) => {
        const signed = fills.side[fill] === 0 ? qty : -qty;
        held += signed;
        cash -= signed * (fills.price[fill] as number) + (fills.commission[fill] as number);
        if (signed > 0 && held > 1e-6) expect(cash).toBeGreaterThan(-1e-6);
      });
    });
  });

  it('is exercised: most scenarios trade, and most rules and reasons occur', () => {
    const rules = new Set<number>();
    const reasons = new Set<number>();
    let trading = 0;
    for (const one of fc.sample(scenario, { numRuns: 500, seed: 5 })) {
      const { trades, fills } = runOn(one);
      if (trades.qty.length > 0) trading++;
      for (const rule of fills.rule) rules.add(rule);
      for (const reason of trades.exitReason) reasons.add(reason);
    }
    expect(trading).toBeGreaterThan(250);
    expect(rules.size).toBeGreaterThanOrEqual(6);
    expect(reasons.size).toBeGreaterThanOrEqual(6);
  });
});
