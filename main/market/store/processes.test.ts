import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { seriesHash } from '../series-hash.ts';
import { minuteBars } from './fixtures/bars.ts';
import { targetFor } from './fixtures/target.ts';
import { MarketStore } from './market-store.ts';

let folder: string;
let path: string;
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindcast-'));
  path = join(folder, 'hindcast.db');
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** A process of its own that runs one of the fixtures on the database. */
function start(fixture: string, ...args: (string | number)[]): ChildProcess {
  const script = fileURLToPath(new URL(`./fixtures/${fixture}.ts`, import.meta.url));
  const child = spawn(process.execPath, [script, path, ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

/** Waits until the process has printed so many dots. */
async function progress(child: ChildProcess, dots: number): Promise<void> {
  let seen = 0;
  while (seen < dots) {
    const [output] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
    seen += output.length;
  }
}

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** Opens the database, which checks it, and runs `work` on it. */
function reopen<T>(work: (store: MarketStore, count: (table: string) => unknown) => T): T {
  const database = openDatabase(path);
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    const store = new MarketStore(database);
    return work(store, (table) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  } finally {
    database.close();
  }
}

describe('a process that is killed', () => {
  it('in the middle of an import leaves nothing', async () => {
    const child = start('import-slowly', 'AAPL');
    await progress(child, 5);
    reopen((store, count) => {
      expect(store.list()).toEqual([]);
      expect(count('chunks')).toBeGreaterThanOrEqual(5);
    });
    await kill(child);
    reopen((store, count) => {
      expect(store.list()).toEqual([]);
      expect([count('series'), count('chunks'), count('instruments')]).toEqual([0, 0, 0]);
    });
  });

  it('while it commits leaves the state of a whole commit', async () => {
    let committed = 0;
    for (let round = 0; round < 6; round++) {
      const child = start('commit-forever', 'AAPL');
      await progress(child, 1);
      await new Promise((resolve) => setTimeout(resolve, 17 * round));
      await kill(child);
      reopen((store, count) => {
        const loaded = ['AAPL', 'AAPL-2'].map((symbol) => store.load(targetFor(symbol).key));
        const version = Math.round((loaded[0]?.bars.open[0] ?? Number.NaN) - 100);
        expect(version).toBeGreaterThanOrEqual(1);
        const expected = minuteBars(0, 20_000, version);
        for (const { bars, hash } of loaded) {
          expect(bars).toEqual(expected);
          expect(hash).toBe(seriesHash(expected));
        }
        expect(count('series')).toBe(2);
        committed += version;
      });
    }
    expect(committed).toBeGreaterThanOrEqual(6);
  });
});

describe('two processes', () => {
  it('import different series, and the same one, at once', async () => {
    const imports = [
      start('import-once', 'AAPL', 0, 12_000),
      start('import-once', 'AAPL', 10_000, 12_000),
      start('import-once', 'MSFT', 0, 6_000),
    ];
    const codes = await Promise.all(imports.map(async (child) => (await once(child, 'exit'))[0] as number));
    expect(codes).toEqual([0, 0, 0]);
    reopen((store, count) => {
      expect(store.list().map(({ symbol, rows }) => [symbol, rows])).toEqual([
        ['AAPL', 22_000],
        ['MSFT', 6_000],
      ]);
      const { bars, hash } = store.load(targetFor('AAPL').key);
      expect(bars.time).toEqual(minuteBars(0, 22_000).time);
      expect(hash).toBe(seriesHash(bars));
      expect(count('series')).toBe(2);
    });
  });
});
