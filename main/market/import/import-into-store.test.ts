import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { MarketStore } from '../store/market-store.ts';
import { importFile } from './import-file.ts';

let folder: string;
let database: Database.Database;
let store: MarketStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindcast-'));
  database = openDatabase(join(folder, 'hindcast.db'));
  store = new MarketStore(database, { now: () => 0 });
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

function minuteFile(name: string, newestFirst: boolean): string {
  const lines = Array.from({ length: 10_000 }, (_, k) => `${1_600_000_000 + k * 60},${100 + k}`);
  const path = join(folder, name);
  writeFileSync(path, ['time,price', ...(newestFirst ? lines.reverse() : lines)].join('\n'));
  return path;
}

describe('importing into the store', () => {
  it('changes nothing when the same bars come again, in either order', async () => {
    const first = await importFile(minuteFile('up.csv', false), store, { symbol: 'UP' });
    expect(first.series[0]).toMatchObject({ added: 10_000, replaced: 0, unchanged: 0, previousHash: null });
    const again = await importFile(minuteFile('down.csv', true), store, { symbol: 'UP' });
    const { hash } = first.series[0]?.summary ?? {};
    expect(again.series[0]).toMatchObject({ added: 0, replaced: 0, unchanged: 10_000, previousHash: hash });
    expect(again.series[0]?.summary.hash).toBe(hash);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const abort = new AbortController();
    const path = minuteFile('cancelled.csv', false);
    const onProgress = () => abort.abort();
    await expect(importFile(path, store, {}, { signal: abort.signal, onProgress })).rejects.toThrow('was stopped');
    expect(store.list()).toEqual([]);
  });
});
