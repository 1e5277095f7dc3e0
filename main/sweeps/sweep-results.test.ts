import type { Database } from 'better-sqlite3';
import { beforeEach, expect, it } from 'vitest';
import { runTermsSchema } from '#shared/contract/run.ts';
import { openDatabase } from '../db/open.ts';
import type { SweepRecord } from './sweep-record.ts';
import { SweepResults } from './sweep-results.ts';
import { SweepStore } from './sweep-store.ts';

let database: Database;
let store: SweepStore;
let results: SweepResults;
let sweep: SweepRecord;

beforeEach(() => {
  database = openDatabase(':memory:');
  store = new SweepStore(database);
  results = new SweepResults(database);
  store.add({
    id: 'abc',
    createdAt: 1,
    strategyName: 'n',
    strategyFile: 's.ts',
    run: runTermsSchema.parse({ strategy: { kind: 'source', file: 's.ts', source: '' }, series: ['A:1d:import'] }),
    search: {
      space: { axes: [{ kind: 'range', name: 'a', min: 0, max: 9, step: 1 }], constraints: [] },
      method: 'grid',
      budget: 10,
      searchSeed: 0,
      objectives: [{ metric: 'sharpe', goal: 'maximum' }],
      metrics: ['trades', 'sharpe'],
    },
  });
  put(4, [5, 1], [1, 2], [7, Number.NaN]);
  put(0, [0, 3, 2], [3, 4, 5], [2, 7, 1]);
  sweep = store.find('abc');
});

function put(first: number, places: number[], trades: number[], sharpes: number[]): void {
  const failures = places.filter((place) => place === 1).map((place) => ({ place, message: `no ${place}` }));
  const [columns, metrics] = [Float64Array.from(places), [trades, sharpes].map((one) => Float64Array.from(one))];
  store.put('abc', { first, places: columns, metrics, failures });
}

it('ranks by a metric: undefined ones left out, of equal ones the first in the space first', () => {
  const best = (limit: number, goal: 'maximum' | 'minimum' = 'maximum') =>
    results.best(sweep, { metric: 'sharpe', goal }, limit).map(({ place }) => place);
  expect(best(10)).toEqual([3, 5, 0, 2]);
  expect(best(1)).toEqual([3]);
  expect(best(2, 'minimum')).toEqual([2, 0]);
  expect(results.best(sweep, { metric: 'trades', goal: 'maximum' }, 1)[0]?.metrics).toEqual(Float64Array.of(5, 1));
});

it('gives results in the order in which they came, across chunks', () => {
  expect(results.page(sweep, 0, ['sharpe', 'trades'])).toEqual({
    places: Float64Array.of(5, 1, 0, 3, 2),
    metrics: { sharpe: Float64Array.of(7, Number.NaN, 2, 7, 1), trades: Float64Array.of(1, 2, 3, 4, 5) },
  });
  expect(results.page(sweep, 1, ['trades', 'calmar'])).toEqual({
    places: Float64Array.of(1, 0, 3, 2),
    metrics: { trades: Float64Array.of(2, 3, 4, 5) },
  });
  expect(results.page(sweep, 5, ['trades']).places).toHaveLength(0);
});

it('finds a place', () => {
  expect(results.at(sweep, 3)).toEqual({ place: 3, metrics: Float64Array.of(4, 7) });
  expect(results.at(sweep, 4)).toBeNull();
});

it('tells what is made in the order of the search', () => {
  expect(results.journal(sweep, 0, ['sharpe'])).toEqual([
    { first: 0, runs: 3, metrics: [Float64Array.of(2, 7, 1)] },
    { first: 4, runs: 2, metrics: [Float64Array.of(7, Number.NaN)] },
  ]);
  expect(results.journal(sweep, 3, []).map(({ first }) => first)).toEqual([4]);
});

it('keeps messages, counts and trials with the results', () => {
  expect(results.failures(sweep, 0, 10)).toEqual([{ place: 1, message: 'no 1' }]);
  expect(results.failures(sweep, 1, 10)).toEqual([]);
  expect(sweep).toMatchObject({ done: 5, failed: 1, status: 'waiting' });
  expect(database.prepare('SELECT trials, sharpes FROM trial_ledger').get()).toEqual({ trials: 5, sharpes: 4 });
});

it('makes no run twice, and keeps nothing of what is refused', () => {
  expect(() => put(4, [9], [1], [1])).toThrow();
  expect(store.find('abc').done).toBe(5);
  expect(database.prepare('SELECT trials FROM trial_ledger').pluck().get()).toBe(5);
});

it('a sweep that a dead process left running is stopped', () => {
  store.claim('abc');
  database.prepare("UPDATE sweeps SET owner = '1:0'").run();
  expect(new SweepStore(database).find('ab').status).toBe('stopped');
  expect(store.claim('abc').status).toBe('running');
  expect(new SweepStore(database).find('last').status).toBe('running');
  expect(() => store.claim('abc')).toThrow("can't be continued: it is running");
  expect(() => store.delete('abc')).toThrow("can't be deleted");
  store.end('abc', 'stopped', null, 5);
  store.delete('abc');
  expect(database.prepare('SELECT count(*) FROM sweep_chunks').pluck().get()).toBe(0);
});

it.each(['', 'x', 'last'])('says that there is no sweep “%s”', (selector) => {
  if (selector === 'last') store.delete('abc');
  expect(() => store.find(selector)).toThrow(/no s/);
});
