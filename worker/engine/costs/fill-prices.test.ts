import { expect, it } from 'vitest';
import { type CostsSpec, NO_COSTS } from '#shared/domain/costs.ts';
import { HINDCAST_1 } from '../semantics/hindcast-1.ts';
import type { Semantics } from '../semantics/semantics.ts';
import { fillPrices } from './fill-prices.ts';
import { conditions } from './market-conditions.fixture.ts';

const COSTS: CostsSpec = {
  ...NO_COSTS,
  spread: { model: 'fixed', points: 2 },
  slippage: { model: 'percent', fraction: 0.05 },
};

/** What sells at 100 bring, by what they are for. */
function pricesUnder(switches: Partial<Semantics>): Record<string, number> {
  const prices = Object.entries(fillPrices(COSTS, { ...HINDCAST_1, ...switches }));
  return Object.fromEntries(prices.map(([kind, price]) => [kind, price(100, -1, 1, conditions()).price]));
}

it('spares limits, and nothing else', () => {
  expect(pricesUnder({})).toEqual({ enter: 94, enterByLimit: 100, leave: 94, leaveByLimit: 100, protect: 94 });
});

it('takes the spread on all entries, and on no exit', () => {
  expect(pricesUnder({ spreadOn: 'entries' })).toEqual({
    enter: 94,
    enterByLimit: 99,
    leave: 95,
    leaveByLimit: 100,
    protect: 95,
  });
});

it('spares protection the slippage, not the spread', () => {
  expect(pricesUnder({ slippageOnProtection: false })).toMatchObject({ leave: 94, protect: 99 });
});
