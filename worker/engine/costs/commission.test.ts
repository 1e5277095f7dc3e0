import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CommissionSpec, type CommissionTier, commissionSchema } from '#shared/domain/costs.ts';
import { type CommissionModel, commissionModel } from './commission.ts';

/** What a taker is charged for units at a price. */
const charge = (spec: CommissionSpec, qty: number, price: number, multiplier = 1) =>
  commissionModel(spec).charge(qty, price, multiplier, false);

test.each<[CommissionSpec, number]>([
  [{ model: 'none' }, 0],
  [{ model: 'percent', fraction: 0.01 }, 10],
  [{ model: 'fixed', amount: 3 }, 3],
  [{ model: 'fixed-plus-percent', amount: 3, fraction: 0.01 }, 13],
  [{ model: 'per-share', perUnit: 0.5 }, 20],
  [{ model: 'tiered', tiers: [{ upTo: null, fraction: 0.01 }] }, 10],
  [{ model: 'maker-taker', maker: -0.001, taker: 0.01 }, 10],
])('%j for 40 units at 5, 5 times', (spec, amount) => {
  expect(charge(spec, 40, 5, 5)).toBe(amount);
});

test('makers and takers are charged each their own, and a rebate is money back', () => {
  const model = commissionModel({ model: 'maker-taker', maker: -0.001, taker: 0.01 });
  expect(model.charge(100, 10, 1, true)).toBe(-1);
  expect(model.charge(100, 10, 1, false)).toBe(10);
  expect(model.affordableUnits(999, 10, 1, true)).toBeCloseTo(100, 12);
  expect(model.affordableUnits(1_010, 10, 1, false)).toBeCloseTo(100, 12);
});

describe('by the share, as Interactive Brokers says', () => {
  const ib: CommissionSpec = { model: 'per-share', perUnit: 0.005, minimum: 1, maximumFraction: 0.01 };

  test.each([
    ['the minimum', 100, 25, 1],
    ['by the share', 1_000, 25, 5],
    ['the maximum', 1_000, 0.25, 2.5],
    ['the maximum, though it lies below the minimum', 10, 0.2, 0.02],
  ])('%s', (_, qty, price, amount) => {
    expect(charge(ib, qty, price)).toBeCloseTo(amount, 12);
  });

  test('contracts count, not what they stand for', () => {
    expect(charge({ model: 'per-share', perUnit: 2.25, minimum: 0 }, 4, 5_000, 50)).toBe(9);
    expect(charge({ model: 'per-share', perUnit: 2.25, maximumFraction: 0.001 }, 4, 1, 50)).toBe(0.2);
  });
});

describe('by tiers', () => {
  const tiers = [
    { upTo: 10_000, fraction: 0.001 },
    { upTo: 50_000, fraction: 0.0005 },
    { upTo: null, fraction: 0.0001 },
  ];

  test.each([
    [0, 0],
    [5_000, 5],
    [10_000, 10],
    [20_000, 15],
    [50_000, 30],
    [150_000, 40],
  ])('%d: each part of the value at its own fraction', (value, amount) => {
    expect(charge({ model: 'tiered', tiers }, value / 10, 5, 2)).toBeCloseTo(amount, 12);
  });

  test.each([
    [100, 6],
    [6_000, 6],
    [20_000, 15],
    [50_000, 20],
    [1e9, 20],
  ])('%d: between the minimum and the maximum', (value, amount) => {
    expect(charge({ model: 'tiered', tiers, minimum: 6, maximum: 20 }, value, 1)).toBeCloseTo(amount, 12);
  });
});

describe('what a budget affords', () => {
  const money = fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 1e4, noNaN: true }));
  const fraction = fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 0.5, noNaN: true }));
  const optional = <T>(name: string, value: fc.Arbitrary<T>) =>
    fc.option(value, { nil: undefined }).map((given) => (given === undefined ? {} : { [name]: given }));
  const tiers = fc
    .tuple(
      fc.uniqueArray(fc.double({ min: 1, max: 1e6, noNaN: true }), { maxLength: 5 }),
      fc.array(fraction, { minLength: 6, maxLength: 6 }),
    )
    .map(([ends, fractions]): CommissionTier[] =>
      [...ends.toSorted((a, b) => a - b), null].map((upTo, i) => ({ upTo, fraction: fractions[i] ?? 0 })),
    );
  const spec: fc.Arbitrary<CommissionSpec> = fc
    .oneof(
      fc.constant({ model: 'none' }),
      fraction.map((fraction) => ({ model: 'percent', fraction })),
      money.map((amount) => ({ model: 'fixed', amount })),
      fc.record({ model: fc.constant('fixed-plus-percent'), amount: money, fraction }),
      fc
        .tuple(money, optional('minimum', money), optional('maximumFraction', fraction))
        .map(([perUnit, ...limits]) => Object.assign({ model: 'per-share', perUnit }, ...limits)),
      fc
        .tuple(
          tiers,
          optional('minimum', money),
          optional(
            'maximum',
            money.map((amount) => amount + 1e4),
          ),
        )
        .map(([tiers, ...limits]) => Object.assign({ model: 'tiered', tiers }, ...limits)),
      fc.record({
        model: fc.constant('maker-taker'),
        maker: fc.double({ min: -0.01, max: 0.5, noNaN: true }),
        taker: fraction,
      }),
    )
    .map((spec) => commissionSchema.parse(spec));
  const price = fc.oneof(fc.double({ min: 1e-6, max: 1, noNaN: true }), fc.double({ min: 1, max: 1e6, noNaN: true }));
  const multiplier = fc.constantFrom(1, 0.01, 5, 50, 1_000);
  const runs = { numRuns: 5_000 };

  const cost = (model: CommissionModel, units: number, price: number, multiplier: number, isMaker: boolean) =>
    units * price * multiplier + model.charge(units, price, multiplier, isMaker);

  test('costs that budget at most, and a billionth more would cost more', () => {
    const budget = fc.oneof(money, fc.double({ min: 0.01, max: 1e9, noNaN: true }));
    fc.assert(
      fc.property(spec, budget, price, multiplier, fc.boolean(), (spec, budget, price, multiplier, isMaker) => {
        const model = commissionModel(spec);
        const costOf = (units: number) => cost(model, units, price, multiplier, isMaker);
        const units = model.affordableUnits(budget, price, multiplier, isMaker);
        expect(units).toBeGreaterThanOrEqual(0);
        const value = units * price * multiplier;
        if (units > 0) expect(costOf(units)).toBeLessThanOrEqual(budget * (1 + 1e-12));
        // Where hardly anything of the budget is left for the value, a billionth of that is below its last digit.
        if (value > 1e-5 * budget) expect(costOf(units * (1 + 1e-9))).toBeGreaterThan(budget);
        expect(costOf(units + (1e-5 * budget + 1e-9) / (price * multiplier))).toBeGreaterThan(budget);
      }),
      runs,
    );
  });

  test('is at least what was bought with it, and no more where more would cost more', () => {
    const units = fc.double({ min: 0.001, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(spec, units, price, multiplier, fc.boolean(), (spec, units, price, multiplier, isMaker) => {
        const model = commissionModel(spec);
        const budget = cost(model, units, price, multiplier, isMaker);
        const back = model.affordableUnits(budget, price, multiplier, isMaker);
        const digits = Math.abs(budget) / (units * price * multiplier);
        expect(Math.abs(back / units - 1)).toBeLessThanOrEqual(1e-14 * Math.max(1, digits));
      }),
      runs,
    );
  });

  test('is nothing without money', () => {
    fc.assert(
      fc.property(spec, money, price, multiplier, fc.boolean(), (spec, debt, price, multiplier, isMaker) => {
        expect(commissionModel(spec).affordableUnits(-debt, price, multiplier, isMaker)).toBe(0);
      }),
    );
  });

  test('and what is charged are, to the last digit, what they always were for a fraction of the value', () => {
    fc.assert(
      fc.property(fraction, money, price, multiplier, (fraction, budget, price, multiplier) => {
        const { charge, affordableUnits } = commissionModel({ model: 'percent', fraction });
        expect(charge(budget, price, multiplier, false)).toBe(budget * price * multiplier * fraction);
        expect(affordableUnits(budget, price, multiplier, false)).toBe(budget / (1 + fraction) / (price * multiplier));
      }),
    );
  });
});
