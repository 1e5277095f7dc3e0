import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMetric } from '#shared/domain/format-metric.ts';
import { formatDecimal } from './decimal.ts';
import { formatMoney } from './money.ts';
import { formatPercent } from './percent.ts';

test.each([
  [1234.5, 2, '1,234.50'],
  [-0.21, 2, '\u22120.21'],
  [-0.001, 2, '0.00'],
  [1_000_000, 0, '1,000,000'],
  [Number.NaN, 2, '–'],
  [Number.NEGATIVE_INFINITY, 2, '–'],
])('%d with %d decimals', (value, digits, text) => {
  expect(formatDecimal(value, digits)).toBe(text);
});

test('writes what the report writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (cents) => {
      const value = cents / 8;
      expect(formatMetric({ value, unit: 'money', convention: '' }, 'USD')).toBe(formatMoney(value, 'USD'));
      expect(formatMetric({ value, unit: 'fraction', convention: '' }, 'USD')).toBe(formatPercent(value));
    }),
  );
});
