import { describe, expect, it } from 'vitest';
import { formatMetric } from './format-metric.ts';
import type { MetricUnit } from './run-result.ts';

const format = (value: number, unit: MetricUnit) => formatMetric({ value, unit, convention: '' }, 'USD');

describe('a metric in words', () => {
  it.each<[MetricUnit, number, string]>([
    ['fraction', 0.12341, '12.34\u2009%'],
    ['fraction', -0.0229909, '\u22122.30\u2009%'],
    ['fraction', 41.4229986, '4,142.30\u2009%'],
    ['fraction', -0.00001, '0.00\u2009%'],
    ['fraction', -0, '0.00\u2009%'],
    ['ratio', 1.8867011569, '1.887'],
    ['ratio', -0.5, '\u22120.500'],
    ['ratio', 12.6400362, '12.64'],
    ['ratio', -12.6400362, '\u221212.64'],
    ['money', 1234.5, '1,234.50\u00a0USD'],
    ['money', -1234567.891, '\u22121,234,567.89\u00a0USD'],
    ['money', 999, '999.00\u00a0USD'],
    ['money', 100000, '100,000.00\u00a0USD'],
    ['count', 1932, '1,932'],
    ['count', 0, '0'],
    ['days', 1, '1\u00a0day'],
    ['days', 2611, '2,611\u00a0days'],
    ['days', 0.25, '0.3\u00a0days'],
    ['bars', 1, '1\u00a0bar'],
    ['bars', 12.53, '12.5\u00a0bars'],
    ['bars', 3, '3\u00a0bars'],
  ])('%s %d reads %s', (unit, value, text) => {
    expect(format(value, unit)).toBe(text);
  });

  it.each<MetricUnit>(['fraction', 'ratio', 'money', 'count', 'days', 'bars'])(
    '%s without a value is a dash',
    (unit) => {
      expect(format(Number.NaN, unit)).toBe('–');
      expect(format(Number.POSITIVE_INFINITY, unit)).toBe('–');
    },
  );

  it('takes any currency', () => {
    expect(formatMetric({ value: 1, unit: 'money', convention: '' }, 'USDT')).toBe('1.00\u00a0USDT');
  });
});
