import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContractClient } from '#shared/contract/index.ts';
import { dailyBars } from '../../tests/support/bars.ts';
import { waves } from '../../tests/support/run-task.ts';
import { strategySource } from '../../tests/support/strategy-source.ts';
import { runRequest, store, type TempApp, tempApp } from '../../tests/support/temp-app.ts';
import { apiClient } from '../api/fixtures/api-client.ts';
import { importFile, performImport } from '../market/import/import-file.ts';
import { Thread } from '../threads/thread.ts';
import type { Dying } from './fixtures/dying.ts';

let app: TempApp;
let client: ContractClient;

beforeEach(() => {
  app = tempApp();
  ({ client } = apiClient(app));
});
afterEach(() => app.remove());

const path = () => join(app.home, 'hindcast.db');

/** Another program that writes. @returns what lets others write again */
function lock(): () => void {
  const other = new Database(path());
  other.exec('BEGIN IMMEDIATE');
  return () => {
    other.exec('ROLLBACK');
    other.close();
  };
}

describe('while another program writes', () => {
  it('whatever is to be written waits, and everything else is answered', async () => {
    const key = store(app, 'TEST', waves(20));
    store(app, 'GONE', waves(20));
    const { record } = await app.runService.run(runRequest(strategySource('onBar() {}'), [key]));
    const { deleted } = await client.market.delete({ series: 'GONE' });
    const { upload } = await app.uploads.receive('UP.csv', Readable.from('date,close\n2024-01-01,1\n2024-01-02,2\n'));

    const unlock = lock();
    let settled = 0;
    const writes = [
      () => client.settings.set({ theme: 'dark' }),
      () => client.runs.annotate({ run: record.id, note: 'seen' }),
      () => client.market.restore({ deleted }),
      () => client.market.delete({ series: 'TEST' }),
      () => client.market.import({ upload, options: {} }),
      () => client.runs.verify({ run: record.id }),
      () => client.runs.delete({ run: record.id }),
    ].map((write) => write().finally(() => settled++));
    expect((await client.system.info({})).dataFolder).toBe(app.home);
    expect((await client.market.list({})).map(({ symbol }) => symbol)).toEqual(['TEST']);
    expect((await client.runs.detail({ run: record.id })).result?.bars).toBe(20);
    expect((await client.jobs.list({})).total).toBe(0);
    expect(settled).toBe(0);
    unlock();
    await Promise.all(writes);
    expect((await client.settings.get({})).theme).toBe('dark');
  });

  it('and does not stop, the user is told', async () => {
    const unlock = lock();
    await expect(client.settings.set({ theme: 'dark' })).rejects.toMatchObject({ data: { code: 'storage.locked' } });
    unlock();
    expect((await client.settings.set({ theme: 'dark' })).theme).toBe('dark');
  });
});

it('a thread that dies in the middle of a transaction leaves nothing of it, and keeps nobody from writing', async () => {
  const thread = new Thread<{ dying: Dying }>(new URL('./fixtures/dying-thread.ts', import.meta.url), { data: path() });
  await expect(thread.calls('dying').writeHalf()).rejects.toMatchObject({ cause: { message: 'died' } });
  const { theme } = await client.settings.get({});
  expect(theme).not.toBe('dark');
  expect((await client.settings.set({ workers: 3 })).theme).toBe(theme);
  await thread.stop();
});

describe('an import on the thread', () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `${new Date(i * 60_000).toISOString()},${1 + (i % 7)}\n`);
  const written = (name: string) => {
    const file = join(app.home, name);
    writeFileSync(file, ['time,close\n', ...rows].join(''));
    return file;
  };
  const steps = (file: string) => app.storage.imports.steps(file, {}, file, 77);

  it('is what it would be here', async () => {
    const progress: number[] = [];
    const onProgress = ({ rows: done }: { rows: number }) => progress.push(done);
    const there = await performImport(steps(written('THERE.csv')), { name: 'THERE.csv', onProgress });
    const here = await importFile(written('HERE.csv'), app.market);
    expect(there.series[0]?.summary).toMatchObject({ rows: 20_000, updatedAt: 77 });
    expect(there.series[0]?.summary.hash).toBe(here.series[0]?.summary.hash);
    expect(progress.at(-1)).toBe(20_000);
  });

  it('can be given up, and leaves nothing', async () => {
    const stop = new AbortController();
    const file = written('STOP.csv');
    const work = performImport(steps(file), { name: 'STOP.csv', signal: stop.signal, onProgress: () => stop.abort() });
    await expect(work).rejects.toMatchObject({ detail: { code: 'run.cancelled' } });
    const database = new Database(path(), { readonly: true });
    expect(database.prepare('SELECT count(*) FROM series').pluck().get()).toBe(0);
    database.close();
  });

  it('refuses in the same words', async () => {
    const work = performImport(steps(join(app.home, 'none.csv')), { name: 'none.csv' });
    await expect(work).rejects.toMatchObject({ detail: { code: 'data.file-missing' } });
  });
});

it('nothing that was asked is lost when the app closes', async () => {
  store(app, 'TEST', dailyBars([[1, 2, 1, 2]]));
  const asked = [client.settings.set({ theme: 'light' }), client.market.delete({ series: 'TEST' })];
  await app.close();
  await Promise.all(asked);
  const database = new Database(path(), { readonly: true });
  expect(database.prepare("SELECT value FROM settings WHERE name = 'theme'").pluck().get()).toBe('"light"');
  expect(database.prepare('SELECT count(*) FROM deleted_series').pluck().get()).toBe(1);
  database.close();
  app = tempApp({ home: app.home });
});
