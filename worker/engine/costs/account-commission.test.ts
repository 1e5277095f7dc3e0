import { describe, expect, test } from 'vitest';
import { accountCommission } from './account-commission.ts';
import { commissionModel } from './commission.ts';

/** Half a dollar for a unit of the quote currency. */
const CURRENCY = { rate: 0.5 };

describe('commission in the account’s currency', () => {
  test('a fixed amount costs as much of the account’s money, whatever the rate', () => {
    const model = accountCommission(commissionModel({ model: 'fixed', amount: 3 }), CURRENCY);
    expect(model.charge(10, 100, 1, false)).toBe(6);
  });

  test('so does an amount for each unit', () => {
    const model = accountCommission(commissionModel({ model: 'per-share', perUnit: 0.2 }), CURRENCY);
    expect(model.charge(10, 100, 1, false)).toBe(4);
  });

  test('a fraction of the value is the same fraction in both', () => {
    const model = accountCommission(commissionModel({ model: 'percent', fraction: 0.01 }), CURRENCY);
    expect(model.charge(10, 100, 2, false)).toBeCloseTo(20, 12);
  });

  test('a budget in the quote currency pays for units and charge', () => {
    const model = accountCommission(commissionModel({ model: 'fixed', amount: 3 }), CURRENCY);
    expect(model.affordableUnits(1_006, 100, 1, false)).toBeCloseTo(10, 12);
  });

  test('the rate is that of the moment', () => {
    const currency = { rate: 1 };
    const model = accountCommission(commissionModel({ model: 'fixed', amount: 3 }), currency);
    currency.rate = 2;
    expect(model.charge(10, 100, 1, false)).toBe(1.5);
  });
});
