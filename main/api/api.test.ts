import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ContractClient } from '#shared/contract/index.ts';
import type { Job } from '#shared/contract/job.ts';
import { dailyBars } from '../../tests/support/bars.ts';
import { store, type TempApp, tempApp } from '../../tests/support/temp-app.ts';
import { apiClient, settled } from './fixtures/api-client.ts';

let app: TempApp;
let client: ContractClient;
let bugs: unknown[];
let run: string;

beforeAll(async () => {
  app = tempApp();
  ({ client, bugs } = apiClient(app));
  for (const job of await client.market.installSamples())
    expect(await settled(client, job)).toMatchObject({ state: 'done' });
  run = await runExample({ fast: 10 });
});
afterAll(() => app.remove());

async function runExample(params: Record<string, number>): Promise<string> {
  const job = await client.runs.start({
    strategy: { kind: 'library', id: 'sma-cross' },
    series: ['sp500'],
    params,
    costs: {
      commission: { model: 'percent', fraction: 0.0005 },
      spread: { model: 'none' },
      slippage: { model: 'none' },
    },
  });
  const { result } = await settled(client, job);
  if (result?.kind !== 'run') throw new Error('the run failed');
  return result.run;
}

async function upload(name: string, text: string): Promise<string> {
  return (await app.uploads.receive(name, Readable.from([Buffer.from(text)]))).upload;
}

const refusalOf = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => null,
    (thrown) => thrown as { code: string; data: { code: string; message: string } },
  );
  if (error === null) throw new Error('it was accepted');
  return [error.code, error.data.code];
};

describe('system', () => {
  it('tells about itself and its disk', async () => {
    expect(await client.system.info()).toMatchObject({
      host: 'cli',
      dataFolder: app.home,
      threads: 2,
      engineVersion: 2,
    });
    const { database, free, backups } = await client.system.disk();
    expect([database > 10_000, free > 0, backups]).toEqual([true, true, 0]);
  });

  it('gives space back, but none that a deletion needs to be undone', async () => {
    const { deleted } = await client.market.delete({ series: 'IBM' });
    await client.system.compact();
    expect(await client.market.restore({ deleted })).toEqual({ series: 'IBM:1M:import' });
  });

  it('gives space back when no job is under way', async () => {
    const { before, after } = await client.system.compact();
    expect(after).toBeLessThanOrEqual(before);
    const job = await client.runs.verify({ run });
    expect(await refusalOf(client.system.compact())).toEqual(['USAGE', 'usage.jobs-in-hand']);
    await settled(client, job);
  });

  it('doesn’t move a folder that was named at the start', async () => {
    expect(await client.system.folder()).toEqual({ folder: app.home, canMove: false, previous: null });
    const elsewhere = { folder: join(tmpdir(), 'hindcast-elsewhere') };
    expect(await refusalOf(client.system.checkFolder(elsewhere))).toEqual(['USAGE', 'usage.folder-fixed']);
    const move = await client.system.moveFolder(elsewhere);
    expect(await refusalOf(move.next())).toEqual(['USAGE', 'usage.folder-fixed']);
  });

  it('tells what changes', async () => {
    const stop = new AbortController();
    const changes = await client.system.changes(undefined, { signal: stop.signal });
    const next = changes.next();
    // The stream listens as soon as it is asked.
    await Promise.resolve();
    await client.settings.set({ density: 'compact' });
    expect((await next).value).toEqual({ area: 'settings' });
    stop.abort();
  });
});

describe('market', () => {
  it('lists series, and the gaps as soon as they are counted', async () => {
    const series = await client.market.list();
    expect(series.map(({ id }) => id)).toEqual([
      'AAPL:1M:import',
      'AMZN:1M:import',
      'GOOG:1M:import',
      'IBM:1M:import',
      'MSFT:1M:import',
      'SP500:1d:import',
    ]);
    await vi.waitUntil(async () => (await client.market.list()).every(({ gaps }) => gaps !== null));
    expect((await client.market.list()).at(-1)).toMatchObject({
      gaps: 1,
      rows: 5_105,
      bytes: 245_040,
      isSnapshot: false,
    });
  });

  it('shows one with its statistics, gaps and coverage', async () => {
    const { series, statistics, gaps, coverage, runs } = await client.market.detail({ series: 'SP500' });
    expect(series).toMatchObject({ id: 'SP500:1d:import', gaps: 1 });
    expect(statistics).toMatchObject({ low: 666.789978, high: 3393.52002, medianStep: 86_400_000, withoutVolume: 0 });
    expect(gaps).toEqual([{ row: 426, from: Date.UTC(2001, 8, 10), to: Date.UTC(2001, 8, 17) }]);
    expect(coverage.unit).toBe('month');
    expect(coverage.cells.reduce((sum, { bars }) => sum + bars, 0)).toBe(5_105);
    expect(runs).toBeGreaterThan(0);
  });

  it('shows it at every zoom', async () => {
    const whole = await client.market.viewport({ series: 'SP500', from: 0, to: 5_105, buckets: 700 });
    expect(whole).toMatchObject({ totalRows: 5_105, rowsPerBucket: 8 });
    expect(whole.high.length).toBe(639);
    const close = await client.market.viewport({ series: 'SP500', from: 100.5, to: 102.5 });
    expect([...close.firstRow]).toEqual([100, 101, 102]);
    const bar = await client.market.bar({ series: 'SP500', row: 101 });
    expect(bar).toMatchObject({ row: 101, time: close.time[1], open: close.open[1], volume: close.volume[1] });
    expect(await client.market.rowAt({ series: 'SP500', time: bar.time + 1 })).toEqual({ row: 101 });
    expect(await refusalOf(client.market.bar({ series: 'SP500', row: 5_105 }))).toEqual([
      'NOT_FOUND',
      'usage.no-such-row',
    ]);
    expect(await refusalOf(client.market.rowAt({ series: 'NONE', time: 0 }))).toEqual([
      'NOT_FOUND',
      'data.no-such-series',
    ]);
  });

  it('previews a file, imports what is good, and forgets it', async () => {
    const id = await upload('eurusd.csv', 'date,close\n2024-01-01,1.1\n2024-01-02,x\n2024-01-03,1.3\n2024-01-04,1.2\n');
    const preview = await client.market.preview({ upload: id });
    expect(preview).toMatchObject({
      name: 'eurusd.csv',
      columns: ['date', 'close'],
      goodRows: 3,
      badRowCount: 1,
      badRows: [{ line: 3 }],
      problem: null,
      isWhole: true,
      series: [{ symbol: 'EURUSD', timeframe: '1d', rows: 3 }],
    });
    expect(preview.rows[1]).toEqual({ line: 3, cells: ['2024-01-02', 'x'] });

    const refused = await settled(client, await client.market.import({ upload: id }));
    expect(refused).toMatchObject({ state: 'failed', title: 'Import eurusd.csv', error: { code: 'data.bad-rows' } });
    expect(refused.error?.message).toMatch(/^eurusd\.csv: /);
    const done = await settled(client, await client.market.import({ upload: id, options: { skipBad: true } }));
    expect(done).toMatchObject({
      state: 'done',
      result: { rows: 3, badRowCount: 1, series: [{ id: 'EURUSD:1d:import', added: 3, isNew: true }] },
    });
    expect(await refusalOf(client.market.preview({ upload: id }))).toEqual(['NOT_FOUND', 'usage.no-such-upload']);
  });

  it('deletes a series, and takes that back', async () => {
    const { deleted } = await client.market.delete({ series: 'IBM' });
    expect(await refusalOf(client.market.detail({ series: 'IBM' }))).toEqual(['NOT_FOUND', 'data.no-such-series']);
    expect(await client.market.restore({ deleted })).toEqual({ series: 'IBM:1M:import' });
    expect((await client.market.detail({ series: 'IBM' })).series.rows).toBe(123);
    expect(await refusalOf(client.market.restore({ deleted }))).toEqual(['NOT_FOUND', 'usage.no-such-deletion']);
  });

  it('keeps an upload while an import has it in hand', async () => {
    const id = await upload('twice.csv', 'date,close\n2024-01-01,1\n2024-01-02,2\n');
    const job = await client.market.import({ upload: id });
    expect(await refusalOf(client.market.import({ upload: id }))).toEqual(['USAGE', 'usage.upload-in-use']);
    expect(await refusalOf(client.market.discardUpload({ upload: id }))).toEqual(['USAGE', 'usage.upload-in-use']);
    await client.jobs.cancel({ job: job.id });
    expect(await refusalOf(client.market.import({ upload: id }))).toEqual(['NOT_FOUND', 'usage.no-such-upload']);
  });

  it('discards an upload', async () => {
    const id = await upload('x.csv', 'x');
    await client.market.discardUpload({ upload: id });
    expect(await refusalOf(client.market.import({ upload: id }))).toEqual(['NOT_FOUND', 'usage.no-such-upload']);
  });
});

describe('strategies', () => {
  it('are listed with what they are about', async () => {
    const list = await client.strategies.templates();
    expect(list.find(({ id }) => id === 'sma-cross')).toMatchObject({
      id: 'sma-cross',
      name: 'SMA cross',
      description: 'Moving-average crossover: the "hello world" of trend following.',
      file: 'sma-cross.ts',
    });
    expect(list.every(({ description }) => description !== '')).toBe(true);
  });

  it('declare parameters', async () => {
    const { params } = await client.strategies.describe({ strategy: { kind: 'run', run } });
    expect(params).toEqual([
      { name: 'fast', kind: 'int', default: 10, min: 2, max: 100, label: 'Fast average, bars' },
      { name: 'slow', kind: 'int', default: 30, min: 5, max: 400, label: 'Slow average, bars' },
    ]);
  });

  it('have a source, also that of a run', async () => {
    const { source, file } = await client.strategies.source({ strategy: { kind: 'library', id: 'sma-cross' } });
    expect(await client.strategies.source({ strategy: { kind: 'run', run } })).toMatchObject({ source, file });
    const nowhere = client.strategies.source({ strategy: { kind: 'library', id: 'nowhere' } });
    expect(await refusalOf(nowhere)).toEqual(['NOT_FOUND', 'usage.no-such-strategy']);
  });

  const check = async (source: string) =>
    (await client.strategies.check({ strategy: { kind: 'source', file: 's.ts', source } })).problems;

  it('have problems with a place', async () => {
    expect(await check('const = 5;')).toMatchObject([{ owner: 'syntax', line: 1 }]);
    const sound = "import { strategy } from 'hindcast';\nexport default strategy({ name: 's', onBar() {} });\n";
    expect(await check(sound)).toEqual([]);
    expect(await check(`${sound}const a: number = 'x';\n`)).toMatchObject([
      { owner: 'types', line: 3, column: 7, code: 'TS2322' },
    ]);
    expect(await check('export {};')).toMatchObject([{ owner: 'load', line: 1, code: 'strategy.no-default-export' }]);
  });
});

describe('runs', () => {
  it('are listed, found, tagged and noted', async () => {
    expect(await client.runs.annotate({ run, tags: ['Keep', 'keep', 'trend'], note: 'worth a look' })).toEqual({
      tags: ['Keep', 'trend'],
      note: 'worth a look',
    });
    const found = async (query: Parameters<ContractClient['runs']['list']>[0]) =>
      (await client.runs.list(query)).rows.map(({ id }) => id);
    for (const query of [
      { text: 'A LOOK' },
      { text: 'sp500' },
      { tag: 'KEEP' },
      { strategy: 'SMA cross' },
      { statuses: ['done' as const] },
      { text: run },
    ]) {
      expect(await found(query)).toContain(run);
    }
    for (const query of [{ text: 'a%k' }, { tag: 'other' }, { strategy: 'other' }, { statuses: ['failed' as const] }]) {
      expect(await found(query)).toEqual([]);
    }
    expect((await client.runs.facets()).tags).toEqual([
      { tag: 'Keep', runs: 1 },
      { tag: 'trend', runs: 1 },
    ]);
    const { rows } = await client.runs.list({ tag: 'keep' });
    expect(rows[0]).toMatchObject({
      strategy: { name: 'SMA cross', file: 'sma-cross.ts' },
      params: { fast: 10, slow: 30 },
      series: [{ id: 'SP500:1d:import' }],
      hasNote: true,
      currency: 'USD',
      summary: { trades: 88, bars: 5_105 },
    });
  });

  it('are shown with all that is known of them', async () => {
    const { result, note, manifest } = await client.runs.detail({ run });
    expect(note).toBe('worth a look');
    expect(manifest.params).toEqual({ fast: 10, slow: 30 });
    expect(result).toMatchObject({ symbols: ['SP500'], bars: 5_105, funnel: null, counts: { trades: 88, log: 0 } });
    expect(result?.costs.commission).toBeGreaterThan(0);
    expect(result?.checks).toEqual([]);
    expect(Object.keys(result?.metrics ?? {})).toContain('sharpe');
  });

  it('have trades that are sorted and filtered', async () => {
    const trades = (query: object) => client.runs.trades({ run, limit: 500, ...query });
    const all = await trades({});
    expect([all.total, all.rows.length]).toEqual([88, 88]);
    expect(all.rows.map(({ trade }) => trade)).toEqual([...Array(88).keys()]);
    const best = await trades({ sort: 'pnl', direction: 'descending', limit: 3 });
    const pnls = all.rows.map(({ pnl }) => pnl).sort((a, b) => b - a);
    expect(best.rows.map(({ pnl }) => pnl)).toEqual(pnls.slice(0, 3));
    const won = await trades({ outcome: 'won' });
    expect(won.total).toBe(all.rows.filter(({ pnl }) => pnl > 0).length);
    expect((await trades({ outcome: 'lost' })).total).toBe(88 - won.total);
    expect((await trades({ side: 'short' })).total).toBe(0);
    expect((await trades({ exitReason: 'end-of-data' })).rows.map(({ trade }) => trade)).toEqual([87]);
    expect((await trades({ symbol: 'NONE' })).total).toBe(0);
    const page = await trades({ including: 42, limit: 10, offset: 80 });
    expect([page.offset, page.rows.map(({ trade }) => trade).includes(42)]).toEqual([40, true]);
    expect((await trades({ including: 42, side: 'short', offset: 10 })).offset).toBe(10);
  });

  it('say why a trade was filled', async () => {
    const { trade, entry, exit } = await client.runs.trade({ run, trade: 5 });
    expect(entry.why).toMatch(/^Bought .* SP500 at .*: market order, at the bar's open/);
    expect(exit).toMatchObject({ fill: trade.exitFill, side: 'sell', index: trade.exitIndex });
    expect(await client.runs.fill({ run, fill: trade.entryFill })).toEqual(entry);
    expect(await refusalOf(client.runs.trade({ run, trade: 88 }))).toEqual(['NOT_FOUND', 'usage.no-such-trade']);
    expect(await refusalOf(client.runs.fill({ run, fill: 1_000 }))).toEqual(['NOT_FOUND', 'usage.no-such-fill']);
  });

  it('have orders, a log and periods', async () => {
    const orders = await client.runs.orders({
      run,
      status: 'filled',
      role: 'exit',
      sort: 'placedTime',
      direction: 'descending',
    });
    expect(orders.total).toBe(87);
    expect(orders.rows[0]?.placedTime).toBeGreaterThan(orders.rows[1]?.placedTime ?? Number.POSITIVE_INFINITY);
    expect(await client.runs.log({ run })).toEqual({ rows: [], total: 0 });
    const { months, years } = await client.runs.periods({ run });
    expect([months.length, years.length]).toEqual([244, 21]);
    const together = months.reduce((product, { value }) => product * (1 + (value ?? 0)), 1) - 1;
    const { result } = await client.runs.detail({ run });
    expect(together).toBeCloseTo(result?.metrics['totalReturn']?.value ?? 0, 9);
    expect(years[0]).toMatchObject({ year: 2000, month: null, benchmark: expect.any(Number) });
  });

  it('are drawn', async () => {
    const equity = await client.runs.equityViewport({ run, from: 0, to: 5_105, buckets: 700 });
    const { result } = await client.runs.detail({ run });
    expect(equity.equityLast.at(-1)).toBe(result?.metrics['finalEquity']?.value);
    expect(Math.min(...equity.drawdownMin)).toBeCloseTo(result?.metrics['maxDrawdown']?.value ?? 0, 9);
    const bars = await client.runs.barViewport({ run, from: 0, to: 100 });
    expect(bars).toEqual(await client.market.viewport({ series: 'SP500', from: 0, to: 100 }));
    const { bar, equity: value } = await client.runs.bar({ run, row: 5_104 });
    expect([bar.row, value]).toEqual([5_104, equity.equityLast.at(-1)]);
    expect(await client.runs.rowAt({ run, time: bar.time })).toEqual({ row: 5_104 });
    expect(await refusalOf(client.runs.barViewport({ run, symbol: 'NONE', from: 0, to: 1 }))).toEqual([
      'NOT_FOUND',
      'usage.no-such-symbol',
    ]);
    const markers = await client.runs.markers({ run, symbol: 'sp500', from: 0, to: 5_105 });
    expect(markers.kind === 'fills' && markers.row.length).toBe(176);
  });

  it('have the lines that their strategies looked at', async () => {
    const { lines: listed, ...list } = await client.runs.lines({ run });
    expect(list).toEqual({ symbol: 'SP500', leftOut: 0 });
    expect(listed.map(({ name, pane }) => [name, pane])).toEqual([
      ['fast', null],
      ['slow', null],
    ]);
    const { lines, ...grid } = await client.runs.linesViewport({
      run,
      symbol: 'sp500',
      from: 0,
      to: 5_105,
      buckets: 700,
    });
    const { firstRow, rowsPerBucket } = await client.runs.barViewport({ run, from: 0, to: 5_105, buckets: 700 });
    expect(grid).toMatchObject({ totalRows: 5_105, rowsPerBucket, firstRow });
    expect(lines.map(({ max }) => Math.max(...max.filter((value) => !Number.isNaN(value))))).toEqual(
      listed.map(({ max }) => max),
    );
    expect(await refusalOf(client.runs.lines({ run, symbol: 'NONE' }))).toEqual(['NOT_FOUND', 'usage.no-such-symbol']);
  });

  it('are exported', async () => {
    const file = async (format: 'html' | 'csv' | 'json') => {
      const exported = await client.runs.export({ run, format });
      return [exported.name, exported.type, await exported.text()] as const;
    };
    const [name, type, text] = await file('csv');
    expect([name, type, text.split('\r\n').length]).toEqual([`SMA-cross-${run}.csv`, 'text/csv', 90]);
    expect(JSON.parse((await file('json'))[2])).toMatchObject({ schema: 1, runId: run });
    expect((await file('html'))[2]).toContain('<!doctype html>');
  });

  it('are verified and compared', async () => {
    const { result } = await settled(client, await client.runs.verify({ run }));
    expect(result).toMatchObject({ kind: 'verify', run, isVerified: true, isIntact: true });
    const other = await runExample({ fast: 11 });
    const { isEqual, manifest, divergence, causes } = await client.runs.compare({ run, other });
    expect([isEqual, divergence?.kind, causes[0]?.area]).toEqual([false, 'order', 'parameter']);
    expect(manifest).toEqual([{ area: 'parameter', path: ['params', 'fast'], a: '10', b: '11' }]);
    expect((await client.runs.compare({ run, other: run })).isEqual).toBe(true);
  });

  it('are refused at once for what isn’t there, and fail later for what is wrong', async () => {
    const strategy = { kind: 'library' as const, id: 'sma-cross' };
    expect(await refusalOf(client.runs.start({ strategy, series: ['NONE'] }))).toEqual([
      'NOT_FOUND',
      'data.no-such-series',
    ]);
    const job = await settled(
      client,
      await client.runs.start({ strategy, series: ['SP500'], params: { fast: 1_000 } }),
    );
    expect(job).toMatchObject({ state: 'failed', run: null, error: { code: 'usage.parameter-value' } });
  });

  it('mean what they meant when they were asked for, however long they wait', async () => {
    const gone = await runExample({ fast: 13 });
    const source =
      "import { strategy } from 'hindcast';\nexport default strategy({ name: 'f', onBar() { for (;;) {} } });";
    const endless = { strategy: { kind: 'source' as const, file: 'f.ts', source }, series: ['SP500'] };
    const before = [await client.runs.start(endless), await client.runs.start(endless)];
    const waiting = await client.runs.start({ strategy: { kind: 'run', run: gone }, series: ['sp500'] });
    expect(waiting).toMatchObject({ state: 'queued', title: 'Run sma-cross.ts on SP500' });
    await client.runs.delete({ run: gone });
    const bars = dailyBars([
      [1, 2, 1, 2],
      [1, 2, 1, 2],
    ]);
    const weekly = store(app, 'SP500', bars, { timeframe: '1w' });
    for (const { id } of before) await client.jobs.cancel({ job: id });
    const { state, run: own } = await settled(client, waiting);
    app.market.delete(weekly);
    expect(state).toBe('done');
    expect((await client.runs.detail({ run: own ?? '' })).run.series).toMatchObject([{ id: 'SP500:1d:import' }]);
  });

  it('are deleted with all that is stored of them', async () => {
    const gone = await runExample({ fast: 12 });
    await client.runs.delete({ run: gone });
    expect(await refusalOf(client.runs.detail({ run: gone }))).toEqual(['NOT_FOUND', 'usage.no-such-run']);
    expect((await client.runs.detail({ run })).run.id).toBe(run);
  });

  it('that failed show why', async () => {
    const source =
      "import { strategy } from 'hindcast';\nexport default strategy({ name: 'f', onBar() { throw new Error('oh'); } });";
    const job = await client.runs.start({ strategy: { kind: 'source', file: 'f.ts', source }, series: ['SP500'] });
    const { result, run: failed } = await settled(client, job);
    expect(result).toMatchObject({ kind: 'run', status: 'failed' });
    const { run: row } = await client.runs.detail({ run: failed ?? '' });
    expect(row).toMatchObject({ status: 'failed', failure: { line: 2 } });
  });
});

describe('jobs', () => {
  it('are watched until they are over', async () => {
    const job = await client.runs.verify({ run });
    const seen: Job[] = [];
    for await (const change of await client.jobs.watch({ job: job.id })) seen.push(change);
    expect(seen.at(-1)).toMatchObject({ id: job.id, state: 'done' });
  });

  it('are cancelled', async () => {
    const source =
      "import { strategy } from 'hindcast';\nexport default strategy({ name: 'f', onBar() { for (;;) {} } });";
    const job = await client.runs.start({ strategy: { kind: 'source', file: 'f.ts', source }, series: ['SP500'] });
    await vi.waitUntil(async () => (await client.jobs.get({ job: job.id })).run !== null);
    const { state, run: stopped } = await client.jobs.cancel({ job: job.id });
    expect(state).toBe('cancelled');
    expect((await client.runs.detail({ run: stopped ?? '' })).run.status).toBe('cancelled');
    expect(await refusalOf(client.jobs.pause({ job: job.id }))).toEqual(['USAGE', 'usage.job-pause']);
    expect(await refusalOf(client.jobs.resume({ job: job.id }))).toEqual(['USAGE', 'usage.job-state']);
    expect((await client.jobs.list({ states: ['cancelled'] })).rows.map(({ id }) => id)).toContain(job.id);
  });
});

describe('settings', () => {
  it('are kept', async () => {
    expect((await client.settings.set({ theme: 'dark' })).theme).toBe('dark');
    expect((await client.settings.get()).theme).toBe('dark');
  });
});

describe('every call', () => {
  it.each([
    ['an unknown key', { run: 'last', more: 1 }, 'Unrecognized key: "more"'],
    ['a wrong type', { run: 5 }, 'run: Invalid input: expected string, received number'],
    ['nothing', undefined, 'Invalid input: expected object, received undefined'],
  ])('is refused with %s', async (_, input, line) => {
    const error = await client.runs.detail(input as never).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'USAGE', status: 400, defined: true, data: { code: 'usage.invalid-request' } });
    expect(error.data.lines).toContain(line);
  });

  it('came upon no bug', () => {
    expect(bugs).toEqual([]);
  });

  it('says nothing about a bug, and tells the host', async () => {
    const home = mkdtempSync(join(tmpdir(), 'hindcast-'));
    const broken = tempApp({ home });
    const { client: other, bugs: found } = apiClient({
      ...broken,
      catalogue: { facets: () => ({ tags: 'secret' }) } as never,
    });
    const error = await other.runs.facets().catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'INTERNAL', status: 500, data: { kind: 'internal', code: 'internal' } });
    expect(JSON.stringify(error)).not.toContain('secret');
    expect(found).toHaveLength(1);
    await broken.close();
    rmSync(home, { recursive: true });
  });
});
