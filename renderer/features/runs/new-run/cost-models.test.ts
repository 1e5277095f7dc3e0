import { expect, test } from 'vitest';
import { commissionSchema, costsSchema, slippageSchema, spreadSchema } from '#shared/domain/costs.ts';
import { COMMISSIONS, type CostChoice, costProblems, costsSpec, NO_COST, SLIPPAGES, SPREADS } from './cost-models.ts';
import { COST_PRESETS, presetOf, SHARES } from './cost-presets.ts';

const charged = (model: string, ...amounts: (number | null)[]) => ({ ...SHARES.costs, commission: { model, amounts } });
const slipping = (model: string, ...amounts: (number | null)[]) => ({ ...SHARES.costs, slippage: { model, amounts } });

test('every preset is a set of costs that the engine takes', () => {
  for (const { costs } of COST_PRESETS) expect(costsSchema.safeParse(costsSpec(costs)).success).toBe(true);
  expect(costsSpec(SHARES.costs)).toEqual({
    commission: { model: 'percent', fraction: 0.0005 },
    spread: { model: 'percent', fraction: 0.0002 },
    slippage: { model: 'percent', fraction: 0.0001 },
  });
});

test.each([
  ...COMMISSIONS.map((model) => ({ model, schema: commissionSchema })),
  ...SPREADS.map((model) => ({ model, schema: spreadSchema })),
  ...SLIPPAGES.map((model) => ({ model, schema: slippageSchema })),
])('$model.label begins with numbers that the engine takes', ({ model, schema }) => {
  expect(schema.parse(model.spec(model.fields.map(({ usual }) => usual)))).toMatchObject({ model: model.id });
});

test('every way to charge that needs no series has its place in the form', () => {
  const ids = (schema: { options: readonly { shape: { model: { value: string } } }[] }) =>
    schema.options.map(({ shape }) => shape.model.value).filter((id) => id !== 'series');
  expect(new Set(COMMISSIONS.map(({ id }) => id))).toEqual(new Set(ids(commissionSchema)));
  expect(new Set(SPREADS.map(({ id }) => id))).toEqual(new Set(ids(spreadSchema)));
  expect(new Set(SLIPPAGES.map(({ id }) => id))).toEqual(new Set(ids(slippageSchema)));
});

test.each([
  [charged('fixed', 1.5), { model: 'fixed', amount: 1.5 }],
  [charged('per-share', 0.01, null, null), { model: 'per-share', perUnit: 0.01 }],
  [charged('per-share', 0.01, 1, 0.5), { model: 'per-share', perUnit: 0.01, minimum: 1, maximumFraction: 0.005 }],
  [charged('fixed-plus-percent', 2, 0.1), { model: 'fixed-plus-percent', amount: 2, fraction: 0.001 }],
  [charged('maker-taker', -0.01, 0.04), { model: 'maker-taker', maker: -0.0001, taker: 0.0004 }],
  [
    charged('tiered', 0.2, 10_000, 0.1, 1, 40),
    {
      model: 'tiered',
      tiers: [
        { upTo: 10_000, fraction: 0.002 },
        { upTo: null, fraction: 0.001 },
      ],
      minimum: 1,
      maximum: 40,
    },
  ],
])('%j is what it says', (costs, commission) => {
  expect(costsSpec(costs).commission).toEqual(commission);
});

test.each([
  [slipping('ticks', 2), { model: 'ticks', ticks: 2 }],
  [slipping('volume-share', 10, null), { model: 'volume-share', priceImpact: 0.1 }],
  [slipping('volume-share', 10, 2.5), { model: 'volume-share', priceImpact: 0.1, volumeLimit: 0.025 }],
])('%j is what it says', (costs, slippage) => {
  expect(costsSpec(costs).slippage).toEqual(slippage);
});

test.each([
  [SHARES.costs, {}],
  [charged('none'), {}],
  [charged('percent', null), { commission: 'How much?' }],
  [charged('fixed-plus-percent', 1, null), { commission: 'How much?' }],
  [charged('percent', -0.1), { commission: 'A percentage is 0% or more.' }],
  [charged('percent', 51), { commission: 'A percentage is at most 50%.' }],
  [charged('fixed', 51), {}],
  [charged('per-share', 0.01, null, null), {}],
  [charged('maker-taker', -2, 0.1), { commission: 'A rebate is at most 1%.' }],
  [charged('tiered', 0.2, 10_000, 0.1, 5, 1), { commission: 'The minimum lies above the maximum.' }],
  [charged('tiered', 0.2, 0, 0.1, null, null), { commission: 'A tier ends above 0.' }],
  [slipping('volume-share', 10, 200), { slippage: 'A share of the volume is at most 100%.' }],
  [{ ...SHARES.costs, spread: { model: 'fixed', amounts: [-1] } }, { spread: 'A spread is 0 points or more.' }],
])('%j: what is wrong is told in the words of the contract', (costs, problems) => {
  expect(costProblems(costs)).toEqual(problems);
});

test('a choice is known by what it charges', () => {
  for (const preset of COST_PRESETS) expect(presetOf(preset.costs)).toBe(preset);
  expect(presetOf({ ...SHARES.costs, spread: { model: 'percent', amounts: [0.03] } })).toBeNull();
  expect(presetOf({ ...SHARES.costs, slippage: { model: 'ticks', amounts: [0.01] } })).toBeNull();
  expect(presetOf(charged('per-share', 0.005, 1, null))).toBeNull();
});

test('nothing charges nothing, however much of it; nor does a model that is no more', () => {
  const nothing: CostChoice = { model: 'none', amounts: [7] };
  expect(presetOf({ commission: nothing, spread: nothing, slippage: NO_COST })?.id).toBe('none');
  expect(costsSpec({ commission: nothing, spread: { model: 'gone', amounts: [1] }, slippage: NO_COST })).toEqual({
    commission: { model: 'none' },
    spread: { model: 'none' },
    slippage: { model: 'none' },
  });
});
