import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instrument } from '../../tests/support/bars.ts';
import { commissionModel } from './costs/commission.ts';
import { floorToLot, unitsToClose, unitsToTrade } from './sizing.ts';

const FREE = commissionModel({ model: 'none' });

describe('flooring to lots', () => {
  test.each([
    [0.3, 0.1, 0.3],
    [0.1 + 0.2, 0.1, 0.3],
    [4.35, 0.01, 4.35],
    [7.999, 1, 7],
    [0.999999, 1, 0],
    [0.29, 0.1, 0.2],
    [130, 100, 100],
    [1e12, 1, 1e12],
    [1e12 + 0.5, 1, 1e12],
    [123_456_789_012.5, 0.01, 123_456_789_012.5],
  ])('%d in steps of %d is %d', (qty, lotStep, floored) => {
    expect(floorToLot(qty, lotStep)).toBe(floored);
  });

  const lotStep = fc.constantFrom(1, 0.1, 0.01, 0.001, 1e-8, 0.25, 0.3, 5, 100);

  test('never adds more than rounding noise, and leaves less than a lot', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), lotStep, (lots, lotStep) => {
        const qty = lots * lotStep;
        const floored = floorToLot(qty, lotStep);
        expect(floored).toBeLessThanOrEqual(qty * (1 + 1e-12));
        expect(floored).toBeGreaterThan(qty * (1 - 1e-12) - lotStep * (1 + 1e-9));
        expect(Math.abs(floored / lotStep - Math.round(floored / lotStep))).toBeLessThanOrEqual(1e-12 * (lots + 1));
      }),
      { numRuns: 2_000 },
    );
  });

  test('keeps every whole number of lots', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), lotStep, (lots, lotStep) => {
        expect(Math.round(floorToLot(lots * lotStep, lotStep) / lotStep)).toBe(lots);
      }),
    );
  });
});

describe('units to trade', () => {
  const whole = instrument({ lotStep: 1 });

  test('keeps the lot that only rounding would take', () => {
    expect(unitsToTrade({ kind: 'cash', value: 0.3 }, 0.1, 0.3, whole, FREE)).toBe(3);
    expect(unitsToTrade({ kind: 'cash', value: 4.35 }, 0.01, 4.35, whole, FREE)).toBe(435);
  });

  test.each([
    [{ kind: 'units', value: 7.9 }, 7],
    [{ kind: 'cash', value: 95 }, 9],
    [{ kind: 'percent-of-equity', value: 50 }, 50],
  ] as const)('%j at 10, with 1,000 of equity', (size, units) => {
    expect(unitsToTrade(size, 10, 1_000, whole, FREE)).toBe(units);
  });

  test('counts the multiplier, and the commission into the budget', () => {
    const future = instrument({ multiplier: 5 });
    const fixed = commissionModel({ model: 'fixed', amount: 1 });
    expect(unitsToTrade({ kind: 'cash', value: 100 }, 10, 0, future, FREE)).toBe(2);
    expect(unitsToTrade({ kind: 'cash', value: 100 }, 10, 0, future, fixed)).toBe(1);
    expect(
      unitsToTrade({ kind: 'cash', value: 100 }, 10, 0, whole, commissionModel({ model: 'percent', fraction: 0.2 })),
    ).toBe(8);
  });

  test('is nothing where there is no money', () => {
    const costly = commissionModel({ model: 'fixed', amount: 50 });
    expect(unitsToTrade({ kind: 'cash', value: 40 }, 10, 0, whole, costly)).toBe(0);
    expect(unitsToTrade({ kind: 'percent-of-equity', value: 50 }, 10, -500, whole, FREE)).toBe(0);
  });
});

describe('unitsToClose', () => {
  test.each([
    ['the whole position', { kind: 'whole-position', value: 0 }, -12.5, 12.5],
    ['its own units of a larger position', { kind: 'units', value: 5 }, 12.5, 5],
    ['what is left of a smaller one', { kind: 'units', value: 5 }, 3.25, 3.25],
    ['all, where only rounding noise would stay', { kind: 'units', value: 0.19999999999999929 }, 0.2, 0.2],
  ] as const)('is %s', (_, size, held, units) => {
    expect(unitsToClose(size, held)).toBe(units);
  });
});
