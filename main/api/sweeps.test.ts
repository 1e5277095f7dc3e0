import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContractClient } from '#shared/contract/index.ts';
import type { Job } from '#shared/contract/job.ts';
import type { SweepRow, SweepTerms } from '#shared/contract/sweeps.ts';
import { waves } from '../../tests/support/run-task.ts';
import { strategySource } from '../../tests/support/strategy-source.ts';
import { store, type TempApp, tempApp } from '../../tests/support/temp-app.ts';
import { createRouter } from './router.ts';

const SOURCE =
  strategySource(`params: { fast: param.int(2, { min: 1 }), slow: param.int(9), kind: param.choice('a', ['a', 'b']) },
  setup({ data, params }) {
    if (params.fast === 4) throw new Error('no fours');
    return { fast: ta.sma(data.close, params.fast), slow: ta.sma(data.close, params.slow) };
  },
  onBar({ order, position }, { fast, slow }) {
    if (ta.crossOver(fast, slow)) order.buy();
    else if (ta.crossUnder(fast, slow)) position.close();
  }`);
const TERMS: SweepTerms = {
  strategy: { kind: 'source', file: 'pair.ts', source: SOURCE },
  series: ['spy'],
  params: { kind: 'b' },
  space: {
    axes: [
      { kind: 'range', name: 'fast', min: 2, max: 4, step: 1 },
      { kind: 'values', name: 'slow', values: ['7', 9, 11, 13] },
    ],
  },
  metrics: ['finalEquity', 'calmar'],
};

let app: TempApp;
let client: ContractClient;
beforeAll(() => {
  app = tempApp();
  store(app, 'SPY', waves(300));
  const onBug = (error: unknown) => {
    throw error;
  };
  client = createRouterClient(createRouter(app, { host: 'web', onBug }), { context: {} });
});
afterAll(() => app.remove());

async function over({ id }: Pick<Job, 'id'>): Promise<Job> {
  for await (const job of await client.jobs.watch({ job: id })) {
    if (job.state !== 'queued' && job.state !== 'running') return job;
  }
  throw new Error('it never ended');
}

async function swept(terms: Partial<SweepTerms> = {}): Promise<string> {
  const { sweep, job } = await client.sweeps.start({ ...TERMS, ...terms });
  expect(await over(job)).toMatchObject({ state: 'done', error: null });
  return sweep;
}

describe('a sweep', () => {
  it('is a job, counted in runs', async () => {
    const { sweep, job } = await client.sweeps.start(TERMS);
    expect(job).toMatchObject({ kind: 'sweep', title: 'Sweep pair.ts on SPY', unit: 'runs', canPause: true });
    expect(await over(job)).toMatchObject({
      done: 12,
      total: 12,
      result: { kind: 'sweep', sweep, runs: 12, failed: 4 },
    });
    const { sweep: row, terms, units, trials } = await client.sweeps.get({ sweep });
    expect(row).toMatchObject({ status: 'done', done: 12, failed: 4, search: { method: 'grid', budget: 12 } });
    expect(row.search.space.axes[1]).toMatchObject({ values: [7, 9, 11, 13] });
    expect(terms).toMatchObject({ series: ['SPY:1d:import'], params: { kind: 'b' }, cash: 100_000 });
    expect(terms).not.toHaveProperty('strategy');
    expect(units[row.search.metrics.indexOf('finalEquity')]).toBe('money');
    expect(units).toHaveLength(row.search.metrics.length);
    expect(trials).toEqual(await client.research.trials({ strategy: TERMS.strategy }));
    expect((await client.sweeps.list({})).rows[0]).toEqual(row);
  });

  it('gives results from where one has them', async () => {
    const sweep = await swept();
    const all = await client.sweeps.results({ sweep });
    expect(all).toMatchObject({ from: 0, next: 12, total: 12 });
    expect([...all.places].sort((a, b) => a - b)).toEqual([...Array(12).keys()]);
    expect(Object.keys(all.metrics)).toEqual(['finalEquity', 'calmar', 'sharpe']);
    const rest = await client.sweeps.results({ sweep, from: 5, metrics: ['calmar', 'volatility'] });
    expect(rest).toMatchObject({ from: 5, next: 12, total: 12 });
    expect(rest.places).toEqual(all.places.slice(5));
    expect(rest.metrics).toEqual({ calmar: all.metrics['calmar']?.slice(5) });
    expect((await client.sweeps.results({ sweep, from: 12 })).places).toHaveLength(0);
  });

  it('ranks', async () => {
    const sweep = await swept();
    const { places, metrics } = await client.sweeps.results({ sweep });
    const equity = metrics['finalEquity'] ?? new Float64Array();
    const wanted = [...places.keys()]
      .filter((row) => !Number.isNaN(equity[row]))
      .sort((a, b) => (equity[a] ?? 0) - (equity[b] ?? 0) || (places[a] ?? 0) - (places[b] ?? 0))
      .map((row) => places[row]);
    const { rows } = await client.sweeps.best({ sweep, metric: 'finalEquity', goal: 'minimum', limit: 3 });
    expect(rows.map(({ place }) => place)).toEqual(wanted.slice(0, 3));
    expect(rows[0]?.params).toEqual({ kind: 'b', fast: expect.any(Number), slow: expect.any(Number) });
    const { rows: usual } = await client.sweeps.best({ sweep });
    expect(usual).toHaveLength(8);
    expect(usual[0]?.metrics['sharpe']).toBe(Math.max(...usual.map(({ metrics: { sharpe } }) => sharpe ?? -9)));
  });

  it('says why runs failed', async () => {
    const { rows, total } = await client.sweeps.failures({ sweep: await swept(), limit: 3 });
    expect([rows.length, total]).toEqual([3, 4]);
    expect(rows[0]).toMatchObject({ params: { fast: 4, kind: 'b' }, message: expect.stringContaining('no fours') });
  });

  it('opens a place as a run, which says the same', async () => {
    const sweep = await swept();
    const [best, second] = (await client.sweeps.best({ sweep })).rows;
    const job = await over(await client.sweeps.open({ sweep, place: best?.place ?? 0 }));
    expect(job).toMatchObject({ kind: 'run', state: 'done' });
    const run = job.run ?? '';
    const verified = { isVerified: true, isSame: true, differences: [] };
    expect(await client.sweeps.verify({ sweep, place: best?.place ?? 0, run })).toEqual(verified);
    const other = await client.sweeps.verify({ sweep, place: second?.place ?? 0, run });
    expect(other).toMatchObject({ isVerified: false, isSame: false });
    await expect(client.sweeps.open({ sweep, place: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('that was cancelled keeps what it has, and goes on when asked to', async () => {
    const budget = 800;
    const axes = [...TERMS.space.axes.slice(1), { kind: 'range' as const, name: 'fast', min: 5, max: 1_000, step: 1 }];
    const { sweep, job } = await client.sweeps.start({ ...TERMS, space: { axes }, budget });
    const rows: SweepRow[] = [];
    for await (const row of await client.sweeps.watch({ sweep })) {
      rows.push(row);
      if (row.done > 0) break;
    }
    expect(await client.jobs.cancel({ job: job.id })).toMatchObject({ state: 'cancelled' });
    const { sweep: stopped } = await client.sweeps.get({ sweep });
    expect(stopped).toMatchObject({ status: 'stopped', error: null });
    expect(stopped.done).toBeLessThan(budget);
    expect((await client.sweeps.results({ sweep })).next).toBe(stopped.done);
    expect(await over(await client.sweeps.resume({ sweep }))).toMatchObject({ state: 'done', done: budget });
    await expect(client.sweeps.resume({ sweep })).rejects.toMatchObject({ data: { code: 'usage.sweep-status' } });
  });

  it('can be deleted when it is over', async () => {
    const sweep = await swept();
    await client.sweeps.delete({ sweep });
    await expect(client.sweeps.get({ sweep })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

it('an estimate comes before the start', async () => {
  const { places, runs, seconds, bytes } = await client.sweeps.estimate(TERMS);
  expect([places, runs, bytes.results]).toEqual([12, 12, 12 * 4 * 8]);
  expect(seconds).toBeGreaterThan(0);
});

it('trials are counted by strategy', async () => {
  const counted = async (strategy: SweepTerms['strategy']) => (await client.research.trials({ strategy })).trials;
  const tried = { ...TERMS.strategy, file: 'tried.ts' } as const;
  expect(await client.research.trials({ strategy: tried })).toEqual({
    trials: 0,
    sharpes: 0,
    meanSharpe: null,
    varianceOfSharpe: null,
    expectedMaximumSharpe: null,
  });
  await swept({ strategy: tried });
  expect(await counted(tried)).toBe(12);
  const own = await client.strategies.create({ from: { kind: 'template', template: 'sma-cross' } });
  const ref = { kind: 'strategy' as const, strategy: own.id };
  const job = await over(await client.runs.start({ strategy: ref, series: ['spy'], params: {} }));
  expect(job.error).toBeNull();
  expect(await counted(ref)).toBe(1);
  expect(await counted({ kind: 'run', run: job.run ?? '' })).toBe(1);
  await swept({
    strategy: ref,
    params: {},
    space: { axes: [{ kind: 'range', name: 'fast', min: 2, max: 4, step: 1 }] },
  });
  expect(await counted(ref)).toBe(4);
});
