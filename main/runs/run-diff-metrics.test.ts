import { expect, test } from 'vitest';
import { metricDifferences } from './run-diff-metrics.ts';

test('metrics of two runs, those of the catalogue in its order, with their difference', () => {
  const metric = (value: number | null, unit = 'ratio') => ({ value, unit, convention: '' });
  const a = { own: metric(1), trades: metric(3, 'count'), sharpe: metric(0.5), sqn: metric(null), calmar: metric(2) };
  const b = { trades: metric(5, 'count'), sharpe: metric(0.25), sqn: metric(1), new: metric(4), calmar: metric(2) };
  expect(metricDifferences(a, b)).toEqual([
    { id: 'sharpe', unit: 'ratio', a: 0.5, b: 0.25, difference: -0.25 },
    { id: 'calmar', unit: 'ratio', a: 2, b: 2, difference: 0 },
    { id: 'trades', unit: 'count', a: 3, b: 5, difference: 2 },
    { id: 'sqn', unit: 'ratio', a: null, b: 1, difference: null },
    { id: 'own', unit: 'ratio', a: 1, b: null, difference: null },
    { id: 'new', unit: 'ratio', a: null, b: 4, difference: null },
  ]);
});
