import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commissionModel } from './commission.ts';

test.each([
  [{ model: 'none' }, 0],
  [{ model: 'percent', fraction: 0.01 }, 10],
  [{ model: 'fixed', amount: 3 }, 3],
  [{ model: 'fixed-plus-percent', amount: 3, fraction: 0.01 }, 13],
] as const)('%j for a value of 1,000', (spec, charge) => {
  expect(commissionModel(spec).charge(1_000)).toBe(charge);
});

test('what a budget can afford costs exactly that budget', () => {
  const price = fc.double({ min: 0, max: 1e6, noNaN: true });
  const fraction = fc.double({ min: 0, max: 0.5, noNaN: true });
  fc.assert(
    fc.property(price, price, fraction, (budget, amount, fraction) => {
      const { charge, affordableValue } = commissionModel({ model: 'fixed-plus-percent', amount, fraction });
      const value = affordableValue(budget);
      if (budget <= amount) expect(value).toBe(0);
      else expect(value + charge(value)).toBeCloseTo(budget, 6);
    }),
  );
});
