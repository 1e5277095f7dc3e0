import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_METHODS, type SearchMethodName, sweepTermsSchema } from '#shared/contract/sweeps.ts';
import { refusal } from '../../tests/support/refusal.ts';
import { waves } from '../../tests/support/run-task.ts';
import { strategySource } from '../../tests/support/strategy-source.ts';
import { store, type TempApp, tempApp } from '../../tests/support/temp-app.ts';
import type { RunInput } from '../jobs/kinds/run-work.ts';
import { selectorOf } from '../market/selector.ts';
import type { SweepRecord } from './sweep-record.ts';
import type { SweepInput } from './sweep-service.ts';

const SOURCE = strategySource(`params: { fast: param.int(2, { min: 1, max: 50 }), slow: param.int(9, { min: 1 }) },
  setup({ data, params }) {
    if (params.fast === 7) throw new Error('no sevens');
    return { fast: ta.sma(data.close, params.fast), slow: ta.sma(data.close, params.slow) };
  },
  onBar({ order, position }, { fast, slow }) {
    if (ta.crossOver(fast, slow)) order.buy();
    else if (ta.crossUnder(fast, slow)) position.close();
  }`);
const AXES = [
  { kind: 'range', name: 'fast', min: 2, max: 9, step: 1 },
  { kind: 'range', name: 'slow', min: 4, max: 33, step: 1 },
];
const CONSTRAINTS = [{ left: 'fast', sign: '<', right: 'slow' }];
/** Pairs in which the first is below the second. */
const PLACES = 8 * 30 - (1 + 2 + 3 + 4 + 5 + 6);
/** Those with the fast one at seven. */
const SEVENS = 26;

let app: TempApp;
beforeAll(() => {
  app = tempApp();
  store(app, 'SPY', waves(200));
});
afterAll(() => app.remove());

function inputOf(more: object = {}): SweepInput {
  const terms = { space: { axes: AXES, constraints: CONSTRAINTS }, ...more };
  const strategy = { kind: 'source', file: 'folder/pair.ts', source: SOURCE };
  const { space, method, budget, searchSeed, objectives, metrics, ...run } = sweepTermsSchema.parse({
    strategy,
    series: ['spy'],
    cash: 10_000,
    ...terms,
  });
  const search = { space, method, searchSeed, objectives, metrics };
  return { run: run as RunInput, search: budget === undefined ? search : { ...search, budget } };
}

async function swept(more: object = {}, by: TempApp = app): Promise<SweepRecord> {
  return by.sweepService.perform((await by.sweepService.create(inputOf(more))).id);
}

/** Results by place. */
async function resultsOf(sweep: SweepRecord, by: TempApp = app): Promise<Map<number, number[]>> {
  const { places, metrics } = await by.storage.sweepResults.page(sweep, 0, sweep.search.metrics);
  return new Map(
    [...places]
      .map((place, row): [number, number[]] => [place, sweep.search.metrics.map((id) => metrics[id]?.[row] ?? 0)])
      .sort(([one], [other]) => one - other),
  );
}

/** Stops a sweep after so many runs. */
async function stoppedAfter(id: string, runs: number): Promise<SweepRecord> {
  const stop = new AbortController();
  const onProgress = (done: number) => {
    if (done >= runs) stop.abort();
  };
  await expect(app.sweepService.perform(id, { signal: stop.signal, onProgress })).rejects.toThrow('cancelled');
  return app.sweeps.find(id);
}

describe('a sweep', () => {
  it('makes every run that the constraints leave, and keeps why some fail', async () => {
    const sweep = await swept();
    expect(sweep).toMatchObject({ status: 'done', done: PLACES, failed: SEVENS, error: null });
    expect(sweep).toMatchObject({ strategy: { name: 'test', file: 'folder/pair.ts' }, series: ['SPY:1d:import'] });
    const failures = await app.storage.sweepResults.failures(sweep, 1, 100);
    expect(failures).toHaveLength(SEVENS - 1);
    expect(failures[0]?.message).toContain('no sevens');
    expect(app.sweepService.paramsAt(sweep, [failures[0]?.place ?? 0])[0]).toMatchObject({ fast: 7 });
  });

  it('says of each place what a run in full says', async () => {
    const sweep = await swept({ metrics: ['finalEquity', 'calmar'], budget: 4, method: 'random' });
    expect(sweep.search.metrics).toEqual(['finalEquity', 'calmar', 'sharpe']);
    for (const [place, values] of await resultsOf(sweep)) {
      const [params = {}] = app.sweepService.paramsAt(sweep, [place]);
      const { record, result } = await app.runService.run({
        ...inputOf().run,
        strategy: { file: 'pair.ts', source: SOURCE },
        series: [app.market.find('SPY')],
        finer: 'stored',
        fx: [],
        spreads: {},
        funding: {},
        params,
      });
      expect(values).toEqual(sweep.search.metrics.map((id) => result.metrics[id]?.value));
      expect(selectorOf(app.market.find('SPY'))).toBe(sweep.series[0]);
      expect(record.status).toBe('done');
    }
  });

  it.each(SEARCH_METHODS)('by %s finds the same however often it is stopped', async (method: SearchMethodName) => {
    // More than one batch of those that learn.
    const budget = method === 'genetic' ? 130 : 60;
    const terms = { method, budget, searchSeed: 3 };
    const whole = await swept(terms);
    const { id } = await app.sweepService.create(inputOf(terms));
    const once = await stoppedAfter(id, 1);
    const twice = await stoppedAfter(id, budget / 2);
    expect([once.status, twice.status]).toEqual(['stopped', 'stopped']);
    expect(once.done).toBeLessThan(twice.done);
    expect(twice.done).toBeLessThan(budget);
    const resumed = await app.sweepService.perform(id);
    expect(resumed).toMatchObject({ status: 'done', done: whole.done, failed: whole.failed });
    expect(await resultsOf(resumed)).toEqual(await resultsOf(whole));
    expect((await resultsOf(resumed)).size).toBe(whole.done);
  });

  it('goes on only where its bars are what they were', async () => {
    store(app, 'GLD', waves(100));
    const { id } = await app.sweepService.create(inputOf({ series: ['gld'] }));
    await stoppedAfter(id, 5);
    store(app, 'GLD', waves(101));
    expect((await refusal(() => app.sweepService.perform(id))).code).toBe('data.changed');
    expect(app.sweeps.find(id)).toMatchObject({ status: 'failed', error: { code: 'data.changed' } });
  });

  it('waits at the gate', async () => {
    const { id } = await app.sweepService.create(inputOf());
    const pause = Promise.withResolvers<void>();
    const performed = app.sweepService.perform(id, { gate: () => pause.promise });
    await expect.poll(() => app.sweeps.find(id).status).toBe('running');
    expect(app.sweeps.find(id).done).toBe(0);
    expect((await refusal(() => app.sweepService.perform(id))).code).toBe('usage.sweep-status');
    pause.resolve();
    expect((await performed).done).toBe(PLACES);
  });
});

describe('what a sweep refuses', () => {
  it.each([
    ['a parameter that isn’t declared', { space: { axes: [{ kind: 'values', name: 'slwo', values: [1] }] } }, 'slwo'],
    [
      'a value that doesn’t fit',
      { space: { axes: [{ kind: 'range', name: 'fast', min: 40, max: 60, step: 1 }] } },
      'Parameter fast must be at most 50',
    ],
    ['a parameter with a fixed value', { params: { fast: 3 } }, 'fast'],
    ['a budget beyond memory', { method: 'tpe', budget: 20_000, space: { axes: [BIG('fast'), BIG('slow')] } }, 'tpe'],
    ['an empty space', { space: { axes: AXES, constraints: [{ left: 'fast', sign: '>', right: 99 }] } }, 'every place'],
    [
      'objectives that it can’t weigh',
      { method: 'tpe', objectives: [{ metric: 'sharpe' }, { metric: 'trades' }] },
      'one objective',
    ],
  ])('%s', async (_, more, words) => {
    const { message, hint = '' } = await refusal(() => app.sweepService.create(inputOf(more)));
    expect(`${message} ${hint}`).toContain(words);
  });
});

function BIG(name: string) {
  return { kind: 'range', name, min: 1, max: name === 'fast' ? 50 : 1_000, step: 1 };
}

it('an estimate says how many runs, how long and how much', async () => {
  const estimate = await app.sweepService.estimate(inputOf());
  expect(estimate).toMatchObject({ places: PLACES, isExact: true, runs: PLACES });
  expect(estimate.seconds).toBeGreaterThan(0);
  expect(estimate.bytes).toEqual({ bars: 200 * 48, results: PLACES * 9 * 8 });
});

it('every run and every trial of a strategy is counted for ever, with its Sharpe ratio', async () => {
  const sweep = await swept({ strategy: { kind: 'source', file: 'counted.ts', source: SOURCE } });
  const sharpes = [...(await resultsOf(sweep)).values()]
    .map((values) => values[sweep.search.metrics.indexOf('sharpe')] ?? Number.NaN)
    .filter(Number.isFinite);
  const mean = sharpes.reduce((sum, one) => sum + one, 0) / sharpes.length;
  const variance = sharpes.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (sharpes.length - 1);
  const counted = app.trials.of('file:counted.ts');
  expect(counted).toMatchObject({ trials: PLACES, sharpes: sharpes.length });
  expect(counted.meanSharpe).toBeCloseTo(mean, 12);
  expect(counted.varianceOfSharpe).toBeCloseTo(variance, 12);
  const strategy = { file: 'elsewhere\\counted.ts', source: SOURCE };
  const { record } = await app.runService.run({
    ...inputOf().run,
    strategy,
    series: [app.market.find('SPY')],
    finer: [],
    fx: [],
    spreads: {},
    funding: {},
  });
  await app.storage.catalogue.delete(record);
  await app.storage.sweeps.delete(sweep.id);
  expect(app.trials.of('file:counted.ts')).toMatchObject({ trials: PLACES + 1, sharpes: sharpes.length + 1 });
  expect((await refusal(() => app.sweeps.find(sweep.id))).code).toBe('usage.no-such-sweep');
});
