import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BarColumns } from '#shared/domain/bars.ts';
import type { Deed } from './random-deeds.fixture.ts';
import { CASH, market, runOn, type Scenario, scenarios } from './random-strategies.fixture.ts';

const RUNS = { numRuns: 1_000 };

/** One symbol, so that its fills alone tell what is held. */
const alone = scenarios.map((scenario): Scenario => {
  const deeds = scenario.deeds.map((one): Deed => ({ ...one, symbol: 'A' }));
  return { ...scenario, deeds, actions: [[], []], isDelisted: false };
});
const check = (property: (scenario: Scenario) => void) => fc.assert(fc.property(alone, property), RUNS);

describe('any strategy on any account', () => {
  it('holds no more than equity times leverage bears when a position grows', () => {
    check((scenario) => {
      const run = runOn(market(scenario).slice(0, 1), scenario);
      const { fills, cashFlows, trades } = run;
      const { leverage = 1 } = scenario.account;
      let cash = CASH;
      let flow = 0;
      let [long, short] = [0, 0];
      const closedBy = (fill: number) =>
        trades.exitFill.reduce((units, exit, row) => (exit === fill ? units + (trades.qty[row] ?? 0) : units), 0);
      fills.qty.forEach((qty, fill) => {
        for (; flow < cashFlows.bar.length && (cashFlows.bar[flow] ?? 0) <= (fills.bar[fill] ?? 0); flow++) {
          cash += cashFlows.amount[flow] ?? 0;
        }
        const isBuy = fills.side[fill] === 0;
        const opened = qty - closedBy(fill);
        const reference = fills.reference[fill] as number;
        cash -= (isBuy ? qty : -qty) * (fills.price[fill] as number) + (fills.commission[fill] as number);
        if (isBuy) [long, short] = [long + opened, short - (qty - opened)];
        else [long, short] = [long - (qty - opened), short + opened];
        const equity = cash + (long - short) * reference;
        const bearable = leverage * equity * (1 + 1e-9) + 1e-6;
        if (opened > 1e-9) expect((long + short) * reference).toBeLessThanOrEqual(bearable);
      });
    });
  });

  it('holds both ways only where it may, and never less than nothing', () => {
    check((scenario) => {
      const { fills, trades } = runOn(market(scenario).slice(0, 1), scenario);
      const open = new Float64Array(fills.qty.length);
      fills.qty.forEach((qty, fill) => {
        open[fill] = qty;
      });
      trades.exitFill.forEach((exit, row) => {
        const entry = trades.entryFill[row] as number;
        open[exit] = (open[exit] as number) - (trades.qty[row] as number);
        open[entry] = (open[entry] as number) - (trades.qty[row] as number);
        expect(entry).toBeLessThan(exit);
      });
      // Every unit that was opened was closed once, by units that closed nothing else.
      for (const units of open) expect(units).toBeCloseTo(0, 9);
      if (scenario.account.hedging) return;
      let held = 0;
      fills.qty.forEach((qty, fill) => {
        held += fills.side[fill] === 0 ? qty : -qty;
        const stillOpen = trades.qty.reduce((units, one, row) => {
          const isOpen = (trades.entryFill[row] as number) <= fill && (trades.exitFill[row] as number) > fill;
          return isOpen ? units + one : units;
        }, 0);
        expect(stillOpen).toBeCloseTo(Math.abs(held), 9);
      });
    });
  });

  it('trades no more of a bar than its share of the volume, but for what it must', () => {
    check((scenario) => {
      const bars = market(scenario).slice(0, 1);
      const [own] = bars as [BarColumns];
      const account = { ...scenario.account, participation: 0.01 };
      const { fills } = runOn(bars, { ...scenario, account });
      const traded = new Float64Array(own.time.length);
      fills.qty.forEach((qty, fill) => {
        const bar = fills.bar[fill] as number;
        if (fills.order[fill] !== -1) traded[bar] = (traded[bar] as number) + qty;
      });
      traded.forEach((units, bar) => {
        expect(units).toBeLessThanOrEqual((own.volume[bar] as number) * 0.01 + 1e-9);
      });
    });
  });

  it('opens no more entries than are allowed', () => {
    check((scenario) => {
      const account = { ...scenario.account, pyramiding: 2 };
      const deeds = scenario.deeds.map(({ pyramiding: _, ...one }): Deed => ({ ...one, pyramiding: undefined }));
      const { fills, trades } = runOn(market(scenario).slice(0, 1), { ...scenario, account, deeds });
      fills.qty.forEach((_, fill) => {
        for (const way of [1, -1]) {
          const entries = trades.entryFill.filter(
            (entry, row) => entry <= fill && (trades.exitFill[row] as number) > fill && trades.direction[row] === way,
          );
          const orders = new Set([...entries].map((entry) => fills.order[entry]));
          expect(orders.size).toBeLessThanOrEqual(2);
        }
      });
    });
  });
});
