import { expect, test } from 'vitest';
import type { RunMetric } from '#shared/contract/run.ts';
import { headlineKpis, kpiGroups } from './kpis.ts';

const metric = (value: number | null, unit: RunMetric['unit'], convention = 'as empyrical'): RunMetric => ({
  value,
  unit,
  convention,
});

const METRICS = {
  totalReturn: metric(0.1842, 'fraction'),
  maxDrawdown: metric(-0.0973, 'fraction'),
  sharpe: metric(1.31, 'ratio', 'mean excess return per unit of risk'),
  winRate: metric(null, 'fraction'),
  totalCosts: metric(612.75, 'money'),
  profitForced: metric(-3, 'money'),
  invented: metric(1, 'ratio'),
};

test('twelve figures head the inspector, computed or not', () => {
  const kpis = headlineKpis(METRICS, 'USD');
  expect(kpis).toHaveLength(12);
  const shown = Object.fromEntries(kpis.map(({ id, text, isSigned }) => [id, [text, isSigned]]));
  expect(shown).toMatchObject({
    totalReturn: ['18.42\u2009%', true],
    maxDrawdown: ['\u22129.73\u2009%', true],
    sharpe: ['1.310', false],
    winRate: ['–', false],
    cagr: ['–', true],
    totalCosts: ['612.75\u00a0USD', false],
  });
});

test('a figure says what it is and by which convention', () => {
  const [sharpe] = headlineKpis(METRICS, 'USD').filter(({ id }) => id === 'sharpe');
  expect(sharpe).toMatchObject({
    label: 'Sharpe ratio',
    note: 'Mean return per unit of total risk. Mean excess return per unit of risk.',
  });
  expect(headlineKpis({}, 'USD')[0]?.note).toBe('Growth of the capital over the whole run. Not computed for this run.');
});

test('all figures stand in their groups, and none that nobody knows', () => {
  expect(kpiGroups(METRICS, 'USD').map(({ group, kpis }) => [group, kpis.map(({ id }) => id)])).toEqual([
    ['Returns', ['totalReturn']],
    ['Risk', ['sharpe', 'maxDrawdown']],
    ['Trades', ['winRate', 'profitForced']],
    ['Costs', ['totalCosts']],
  ]);
});
