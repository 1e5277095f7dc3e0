import { expect, test } from 'vitest';
import { formatCount } from './count.ts';
import { formatMoney } from './money.ts';
import { formatPercent } from './percent.ts';
import { withSign } from './signed.ts';

test('money', () => {
  expect(formatMoney(-1234.5, 'USD')).toBe('\u22121,234.50\u00a0USD');
  expect(formatMoney(77.21)).toBe('77.21');
});

test('percent', () => {
  expect(formatPercent(0.1842)).toBe('18.42\u2009%');
  expect(formatPercent(-0.0325, 1)).toBe('\u22123.3\u2009%');
  expect(formatPercent(Number.NaN)).toBe('–');
});

test('count', () => {
  expect(formatCount(10_000)).toBe('10,000');
});

test.each([
  ['18.42\u2009%', '+18.42\u2009%'],
  ['\u22123.00', '\u22123.00'],
  ['0.00', '0.00'],
  ['0.01', '+0.01'],
  ['–', '–'],
])('%s with its sign', (text, signed) => {
  expect(withSign(text)).toBe(signed);
});
