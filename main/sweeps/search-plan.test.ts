import { expect, it } from 'vitest';
import { searchTermsSchema } from '#shared/contract/sweeps.ts';
import type { ParamDeclarations } from '#shared/strategy-api/params.ts';
import { refusal } from '../../tests/support/refusal.ts';
import { planSearch } from './search-plan.ts';

const DECLARED: ParamDeclarations = {
  a: { kind: 'int', default: 1 },
  b: { kind: 'number', default: 2 },
  mode: { kind: 'choice', default: 'x', options: ['x', 'y'] },
  on: { kind: 'bool', default: false },
};
const range = (name: string, max: number) => ({ kind: 'range', name, min: 1, max, step: 1 });
const plan = (terms: object, fixed = {}) => planSearch(searchTermsSchema.parse(terms), DECLARED, fixed);

it('reads texts as the parameter asks, and leaves ranges as they are', async () => {
  const axes = [
    { kind: 'values', name: 'a', values: ['3', 4] },
    { kind: 'values', name: 'on', values: ['true', 'false'] },
    range('b', 3),
  ];
  const { search, places, params, levels } = await plan({ space: { axes } }, { mode: 'y' });
  expect(search.space.axes).toEqual([
    { kind: 'values', name: 'a', values: [3, 4] },
    { kind: 'values', name: 'on', values: [true, false] },
    range('b', 3),
  ]);
  expect(search).toMatchObject({ budget: 12, method: 'grid' });
  expect([places, levels.size, params]).toEqual([12, 12, { a: 1, b: 2, mode: 'y', on: false }]);
});

it('keeps every metric once, that of the objectives and the Sharpe ratio among them', async () => {
  const terms = { space: { axes: [range('a', 2)] }, metrics: ['trades', 'sharpe'], objectives: [{ metric: 'calmar' }] };
  expect((await plan(terms)).search.metrics).toEqual(['trades', 'sharpe', 'calmar']);
  expect((await plan({ ...terms, metrics: [] })).search.metrics).toEqual(['calmar', 'sharpe']);
});

it.each([
  ['grid', undefined, 10_000],
  ['random', undefined, 1_000],
  ['tpe', 300, 300],
  ['grid', 20_000, 10_000],
])('by %s with a budget of %s makes %d runs', async (method, budget, runs) => {
  const space = { axes: [range('a', 100), range('b', 100)] };
  const found = await plan({ space, method, ...(budget !== undefined && { budget }) });
  expect([found.search.budget, found.places, found.isExact]).toEqual([runs, 10_000, true]);
});

it('counts what constraints leave, up to a million places', async () => {
  const constraints = [{ left: 'a', sign: '<', right: 'b' }];
  const small = await plan({ space: { axes: [range('a', 200), range('b', 200)], constraints } });
  expect([small.places, small.isExact, small.search.budget]).toEqual([19_900, true, 19_900]);
  const large = await plan({
    space: { axes: [range('a', 1_000), range('b', 1_001)], constraints },
    budget: 5,
    method: 'random',
  });
  expect([large.places, large.isExact, large.search.budget]).toEqual([1_001_000, false, 5]);
});

it.each([
  ['a grid beyond a million', { axes: [range('a', 1_001), range('b', 1_000)] }, 'usage.sweep-budget'],
  [
    'a grid too large to be counted',
    { axes: [range('a', 1_001), range('b', 1_000)], constraints: [{ left: 'a', sign: '<', right: 2 }] },
    'usage.sweep-budget',
  ],
  [
    'values that no run would take',
    { axes: [{ kind: 'values', name: 'mode', values: ['z'] }] },
    'usage.parameter-value',
  ],
  ['a value that comes twice', { axes: [{ kind: 'values', name: 'a', values: ['1', 1] }] }, 'usage.search-space'],
])('refuses %s', async (_, space, code) => {
  expect((await refusal(() => plan({ space }))).code).toBe(code);
});

it('refuses a space that can’t be numbered', async () => {
  const declared = Object.fromEntries('abcde'.split('').map((name) => [name, { kind: 'int' as const, default: 1 }]));
  const axes = Object.keys(declared).map((name) => range(name, 10_000));
  const terms = searchTermsSchema.parse({ space: { axes }, method: 'random' });
  expect((await refusal(() => planSearch(terms, declared, {}))).message).toContain('more places than can be numbered');
});
