import { expect, test } from 'vitest';
import type { RunDetail, RunMetric } from '#shared/contract/run.ts';
import { coverOneTime, kpiMatrix } from './kpi-matrix.ts';

type Compared = Pick<RunDetail, 'run' | 'result'>;

const metric = (value: number | null, unit: RunMetric['unit']): RunMetric => ({ value, unit, convention: '' });
const TIME = { firstTime: 100, lastTime: 900 };
const run = (id: string, metrics: Record<string, RunMetric> | null, currency = 'USD', time = TIME) =>
  ({ run: { id, currency }, result: metrics && { metrics, ...time } }) as unknown as Compared;

const rowOf = (id: string, runs: Compared[]) => {
  const row = kpiMatrix(runs).find((one) => one.id === id);
  if (row === undefined) throw new Error(`there is no row ${id}`);
  return row;
};

test('a figure stands beside what it differs by from the first run', () => {
  const runs = [
    run('a', { totalReturn: metric(0.1, 'fraction'), sharpe: metric(1.25, 'ratio') }),
    run('b', { totalReturn: metric(0.1525, 'fraction'), sharpe: metric(1, 'ratio') }),
  ];
  expect(rowOf('totalReturn', runs).cells.map(({ text, delta }) => [text, delta])).toEqual([
    ['10.00\u2009%', ''],
    ['15.25\u2009%', '5.25 pp'],
  ]);
  expect(rowOf('sharpe', runs).cells[1]).toMatchObject({ delta: '\u22120.250', deltaValue: -0.25 });
});

test('the best one is marked, where more or less of it is better', () => {
  const runs = [
    run('a', {
      maxDrawdown: metric(-0.2, 'fraction'),
      volatility: metric(0.2, 'fraction'),
      trades: metric(9, 'count'),
    }),
    run('b', {
      maxDrawdown: metric(-0.1, 'fraction'),
      volatility: metric(0.1, 'fraction'),
      trades: metric(3, 'count'),
    }),
    run('c', {
      maxDrawdown: metric(null, 'fraction'),
      volatility: metric(0.3, 'fraction'),
      trades: metric(5, 'count'),
    }),
  ];
  const best = (id: string) => rowOf(id, runs).cells.map(({ isBest }) => isBest);
  expect(best('maxDrawdown')).toEqual([false, true, false]);
  expect(best('volatility')).toEqual([false, true, false]);
  expect(best('trades')).toEqual([false, false, false]);
});

test('none is the best among equals, or alone', () => {
  const equal = [1, 1, 0.5].map((value, i) => run(`${i}`, { sharpe: metric(value, 'ratio') }));
  expect(rowOf('sharpe', equal).cells.some(({ isBest }) => isBest)).toBe(false);
  expect(
    rowOf('sharpe', [run('a', { sharpe: metric(1, 'ratio') }), run('b', null)]).cells.some(({ isBest }) => isBest),
  ).toBe(false);
});

test('money of different currencies is not subtracted, growth is', () => {
  const figures = { totalCosts: metric(10, 'money'), totalReturn: metric(0.1, 'fraction') };
  const runs = [run('a', figures, 'USD'), run('b', figures, 'EUR')];
  expect(rowOf('totalCosts', runs).cells[1]).toMatchObject({ text: '10.00\u00a0EUR', delta: '' });
  expect(rowOf('totalReturn', runs).cells[1]).toMatchObject({ delta: '0.00 pp' });
});

test.each([
  { firstTime: 101, lastTime: 900 },
  { firstTime: 100, lastTime: 899 },
  { firstTime: 901, lastTime: 999 },
])('figures of different times are neither subtracted nor ranked: $firstTime to $lastTime', (time) => {
  const runs = [
    run('a', { sharpe: metric(1, 'ratio') }),
    run('b', { sharpe: metric(2, 'ratio') }, 'USD', time),
    run('c', null),
  ];
  expect(coverOneTime(runs)).toBe(false);
  expect(rowOf('sharpe', runs).cells).toMatchObject([
    { text: '1.000', delta: '', isBest: false },
    { text: '2.000', delta: '', isBest: false },
    { text: '–', delta: '', isBest: false },
  ]);
  expect(coverOneTime(runs.filter((_, place) => place !== 1))).toBe(true);
});

test('a run without a result has dashes', () => {
  expect(rowOf('sharpe', [run('a', null), run('b', { sharpe: metric(1, 'ratio') })]).cells).toMatchObject([
    { text: '–', delta: '' },
    { text: '1.000', delta: '' },
  ]);
  expect(kpiMatrix([])[0]?.cells).toEqual([]);
});
