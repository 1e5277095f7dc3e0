import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORDER_ROLES } from '#shared/domain/run-result.ts';
import type { Deed } from './random-deeds.fixture.ts';
import { market, runOn, type Scenario, scenarios } from './random-strategies.fixture.ts';

const RUNS = { numRuns: 1_000 };
const check = (property: (scenario: Scenario) => void) => fc.assert(fc.property(scenarios, property), RUNS);

/** Units that each order filled. */
function unitsFilled({ fills, orders }: ReturnType<typeof runOn>): Float64Array {
  const filled = new Float64Array(orders.bar.length);
  fills.order.forEach((order, fill) => {
    if (order >= 0) filled[order] = (filled[order] as number) + (fills.qty[fill] as number);
  });
  return filled;
}

describe('any strategy', () => {
  it('never gets two fills of a group whose orders cancel each other', () => {
    check((scenario) => {
      const deeds = scenario.deeds.map(
        (one): Deed => (one.kind === 'market' || one.kind === 'oco' ? { ...one, kind: 'oco', ocoMode: 'cancel' } : one),
      );
      const run = runOn(market(scenario), { ...scenario, deeds });
      const groups = new Map<number, Set<number>>();
      unitsFilled(run).forEach((units, order) => {
        const group = run.orders.tag[order] as number;
        if (units === 0 || group < 0 || run.orders.parent[order] !== -1) return;
        groups.set(group, (groups.get(group) ?? new Set()).add(order));
      });
      for (const filled of groups.values()) expect(filled.size).toBe(1);
    });
  });

  it('gets no more out of a group whose orders reduce each other than the largest of them', () => {
    check((scenario) => {
      const deeds = scenario.deeds.map(
        (one): Deed => ({ ...one, ocoMode: 'reduce', kind: one.kind === 'modify' ? 'oco' : one.kind }),
      );
      const run = runOn(market(scenario), { ...scenario, deeds, actions: [[], []] });
      const groups = new Map<number, number>();
      unitsFilled(run).forEach((units, order) => {
        const group = run.orders.tag[order] as number;
        if (group < 0 || run.orders.parent[order] !== -1) return;
        groups.set(group, (groups.get(group) ?? 0) + units);
      });
      for (const units of groups.values()) expect(units).toBeLessThanOrEqual(7 + 1e-9);
    });
  });

  it('closes by the legs of a bracket no more than its entry bought', () => {
    check((scenario) => {
      const deeds = scenario.deeds.map((one): Deed => (one.kind === 'exit' ? { ...one, kind: 'none' } : one));
      const run = runOn(market(scenario), { ...scenario, deeds, actions: [[], []] });
      const filled = unitsFilled(run);
      const closed = new Float64Array(filled.length);
      run.orders.parent.forEach((entry, leg) => {
        if (entry >= 0) closed[entry] = (closed[entry] as number) + (filled[leg] as number);
      });
      closed.forEach((units, entry) => {
        expect(units).toBeLessThanOrEqual((filled[entry] as number) * (1 + 1e-9));
      });
    });
  });

  it('never turns a position by an order that only closes', () => {
    check((scenario) => {
      const run = runOn(market(scenario), { ...scenario, actions: [[], []] });
      const { fills, orders, trades } = run;
      const opens = new Set(trades.entryFill);
      fills.order.forEach((order, fill) => {
        const role = order < 0 ? 'exit' : ORDER_ROLES[orders.role[order] as number];
        if (role !== 'entry') expect(opens.has(fill)).toBe(false);
      });
    });
  });
});
