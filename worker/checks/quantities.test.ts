import { expect, it } from 'vitest';
import { counted, money, percent, whole } from './quantities.ts';

it('counts agree with their nouns', () => {
  expect([0, 1, 4_210].map((count) => counted(count, 'bar'))).toEqual(['0 bars', '1 bar', '4,210 bars']);
  expect(whole(1_000_000)).toBe('1,000,000');
});

it('shares have as many digits as they need', () => {
  expect([0, 0.0004, 0.042, 0.09949, 0.0995, 0.63, 12.5].map(percent)).toEqual([
    '0 %',
    '0 %',
    '4.2 %',
    '9.9 %',
    '10 %',
    '63 %',
    '1,250 %',
  ]);
  expect([-0.0004, -0.05, -0.5].map(percent)).toEqual(['0 %', '−5 %', '−50 %']);
});

it('money names its currency', () => {
  expect(money(-1_234.5, 'EUR')).toBe('−1,234.50\u00a0EUR');
});
