import { expect, test } from 'vitest';
import * as figures from './figures.ts';

test('percent has a narrow space and a real minus', () => {
  expect(figures.percent(0.12345)).toBe('12.35\u202f%');
  expect(figures.percent(-0.5, 0)).toBe('\u221250\u202f%');
  expect(figures.signedPercent(0.012)).toBe('+1.20\u202f%');
  expect(figures.signedPercent(0)).toBe('0.00\u202f%');
  expect(figures.signedPercentNumber(-0.0124)).toBe('\u22121.2');
  expect(figures.percentagePoints(-0.3)).toBe('\u221230.00\u202fpp');
});

test('a percentage may have the decimals that it needs', () => {
  expect([0.1, 0.00001, 1 / 3, 0].map(figures.exactPercent)).toEqual([
    '10\u202f%',
    '0.001\u202f%',
    '33.333333\u202f%',
    '0\u202f%',
  ]);
});

test('what is not defined is a dash', () => {
  const { percent, signedPercent, percentagePoints, money } = figures;
  expect([percent, signedPercent, percentagePoints, money].map((write) => write(Number.NaN))).toEqual([
    '–',
    '–',
    '–',
    '–',
  ]);
});

test('money, counts and quantities are grouped', () => {
  expect(figures.money(-12_345.6)).toBe('\u221212,345.60');
  expect(figures.signedMoney(0.004)).toBe('0.00');
  expect(figures.signedMoney(1_000)).toBe('+1,000.00');
  expect(figures.count(1_000_000)).toBe('1,000,000');
  expect(figures.quantity(0.118)).toBe('0.118');
  expect(figures.compact(12_500)).toBe('12.5k');
  expect(figures.compact(-1_200_000)).toBe('\u22121.2M');
});

test('a column of prices has as many decimals as its smallest price needs', () => {
  expect(figures.priceFormat(Float64Array.of(1455.219971))(1455.219971)).toBe('1,455.22');
  expect(figures.priceFormat(Float64Array.of(1.08345, 2))(1.08345)).toBe('1.0835');
  expect(figures.priceFormat(Float64Array.of(2, 0), Float64Array.of(0.00001234))(0.00001234)).toBe('0.000012340');
});

test('times are UTC', () => {
  const time = Date.UTC(2024, 1, 29, 23, 59);
  expect(figures.date(time)).toBe('2024-02-29');
  expect(figures.dateAndTime(time)).toBe('2024-02-29 23:59');
});
