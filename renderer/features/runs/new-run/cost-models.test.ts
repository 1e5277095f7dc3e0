import { expect, test } from 'vitest';
import { costsSchema } from '#shared/domain/costs.ts';
import { COMMISSIONS, COST_PRESETS, choiceOf, costsSpec, presetOf, SLIPPAGES, SPREADS } from './cost-models.ts';

const [, SHARES] = COST_PRESETS;

test('every preset is a set of costs that the engine takes', () => {
  for (const { costs } of COST_PRESETS) expect(costsSchema.safeParse(costsSpec(costs)).success).toBe(true);
  expect(SHARES && costsSpec(SHARES.costs)).toEqual({
    commission: { model: 'percent', fraction: 0.0005 },
    spread: { model: 'percent', fraction: 0.0002 },
    slippage: { model: 'percent', fraction: 0.0001 },
  });
});

test.each([...COMMISSIONS, ...SPREADS, ...SLIPPAGES])('$label: what the form says is what it is told', (model) => {
  expect(choiceOf(model.spec(model.usual))).toEqual({ model: model.id, amount: model.usual });
});

test('models with more to them than a number have no place in the form', () => {
  expect(choiceOf({ model: 'maker-taker', maker: 0, taker: 0.001 })).toBeNull();
  expect(choiceOf({ model: 'per-share', perUnit: 0.01, minimum: 1 })).toBeNull();
  expect(choiceOf({ model: 'per-share', perUnit: 0.01, maximumFraction: 0.01 })).toBeNull();
});

test('a choice is known by what it charges', () => {
  for (const preset of COST_PRESETS) expect(presetOf(preset.costs)).toBe(preset);
  if (SHARES === undefined) throw new Error('there is no second preset');
  expect(presetOf({ ...SHARES.costs, spread: { model: 'percent', amount: 0.03 } })).toBeNull();
  expect(presetOf({ ...SHARES.costs, slippage: { model: 'ticks', amount: 0.01 } })).toBeNull();
});

test('nothing charges nothing, however much of it', () => {
  const nothing = { model: 'none', amount: 7 };
  expect(presetOf({ commission: nothing, spread: nothing, slippage: nothing })?.id).toBe('none');
  expect(costsSpec({ commission: nothing, spread: nothing, slippage: nothing }).commission).toEqual({ model: 'none' });
});
