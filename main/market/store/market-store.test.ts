import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allocateBars, BAR_COLUMNS, type BarColumns, sliceBars } from '#shared/domain/bars.ts';
import { type ErrorDetail, HindcastError } from '#shared/domain/errors.ts';
import { openDatabase } from '../../db/open.ts';
import { thisProcess } from '../../db/owner.ts';
import { seriesHash } from '../series-hash.ts';
import { barsAt, MINUTE, minuteBars } from './fixtures/bars.ts';
import { targetFor } from './fixtures/target.ts';
import { MarketStore } from './market-store.ts';

let folder: string;
let path: string;
let database: Database.Database;
let store: MarketStore;
let now: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindcast-'));
  path = join(folder, 'hindcast.db');
  database = openDatabase(path, { busyTimeout: 20 });
  now = 1_000;
  store = new MarketStore(database, { now: () => now });
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const { key } = targetFor('AAPL');

function importBars(bars: BarColumns, target = targetFor('AAPL')) {
  const writer = store.beginImport(target);
  writer.append(bars);
  const [imported] = store.commitImport([writer]);
  if (!imported) throw new Error('nothing was imported');
  return imported;
}

function refusal(work: () => unknown): ErrorDetail {
  try {
    work();
  } catch (error) {
    if (error instanceof HindcastError) return error.detail;
    throw error;
  }
  throw new Error('it was not refused');
}

/** Chunks as they lie on disk: `id` changes when a chunk is written again. */
const chunksOf = (symbol: string) =>
  database
    .prepare<[string], { id: number; rows: number }>(
      `SELECT chunks.rowid AS id, chunks.rows FROM chunks JOIN series ON series.id = series_id
       WHERE symbol = ? ORDER BY chunks.first_time`,
    )
    .all(symbol);
const chunkRows = (symbol: string) => chunksOf(symbol).map(({ rows }) => rows);
const countOf = (table: string) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

describe('import', () => {
  it('keeps what is known of an instrument until something else is said, for each source by itself', () => {
    const commit = (source: string, terms: { lotStep?: number; tickSize?: number }, first: number) => {
      const writer = store.beginImport({
        key: { ...key, source },
        instrument: { symbol: 'AAPL', ...terms },
        closeOnly: false,
      });
      writer.append(minuteBars(first, 10));
      store.commitImport([writer]);
    };
    commit('import', { lotStep: 0.001, tickSize: 0.05 }, 0);
    commit('import', { tickSize: 0.01 }, 10);
    commit('file-abc', {}, 0);
    expect(store.get(key)?.instrument).toMatchObject({ lotStep: 0.001, tickSize: 0.01 });
    expect(store.get({ ...key, source: 'file-abc' })?.instrument).toMatchObject({ lotStep: 1, tickSize: 0 });
  });

  it('finds a snapshot only by its full name', () => {
    const writer = store.beginImport({
      key: { ...key, source: 'file-abc' },
      instrument: { symbol: 'AAPL' },
      closeOnly: false,
    });
    writer.append(minuteBars(0, 10));
    store.commitImport([writer]);
    expect(() => store.find('AAPL')).toThrow('no series');
    expect(store.find('AAPL:1m:file-abc').source).toBe('file-abc');
    importBars(minuteBars(0, 10));
    expect(store.find('AAPL').source).toBe('import');
  });

  it('gives back the bars it got, with what is known about them', () => {
    const bars = minuteBars(0, 10_000);
    const imported = importBars(bars);
    const summary = {
      ...{ id: 1, symbol: 'AAPL', timeframe: '1m', source: 'import', closeOnly: false, updatedAt: 1_000 },
      ...{ rows: 10_000, firstTime: 0, lastTime: 9_999 * MINUTE, hash: seriesHash(bars) },
      instrument: { symbol: 'AAPL', quoteCurrency: 'USD', tickSize: 0.01, lotStep: 1, multiplier: 1 },
    };
    expect(imported).toEqual({ summary, added: 10_000, replaced: 0, unchanged: 0, previousHash: null });
    expect(store.list()).toEqual([summary]);
    expect(store.get(key)).toEqual(summary);
    expect(store.find('aapl')).toEqual(summary);

    const loaded = store.load(key);
    expect(loaded).toEqual({ key, instrument: summary.instrument, closeOnly: false, bars, hash: summary.hash });
    for (const name of BAR_COLUMNS) expect(loaded.bars[name].buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(chunkRows('AAPL')).toEqual([4096, 4096, 1808]);
  });

  it('is invisible until it is committed, and gone when it is discarded', () => {
    const writer = store.beginImport(targetFor('AAPL'));
    writer.append(minuteBars(0, 9_000));
    expect(writer.rows).toBe(9_000);
    expect(countOf('chunks')).toBe(2);
    expect(store.list()).toEqual([]);
    expect(store.get(key)).toBeUndefined();
    expect(refusal(() => store.load(key)).code).toBe('data.no-such-series');
    writer.discard();
    writer.discard();
    expect([countOf('chunks'), countOf('series'), countOf('instruments')]).toEqual([0, 0, 0]);
  });

  it('changes nothing the second time', () => {
    const bars = minuteBars(0, 10_000);
    const { summary } = importBars(bars);
    const chunks = chunksOf('AAPL');
    now = 2_000;
    const again = importBars(bars);
    expect(again).toEqual({ summary, added: 0, replaced: 0, unchanged: 10_000, previousHash: summary.hash });
    const part = importBars(sliceBars(bars, 3_000, 9_000));
    expect(part).toEqual({ summary, added: 0, replaced: 0, unchanged: 6_000, previousHash: summary.hash });
    expect(chunksOf('AAPL')).toEqual(chunks);
    expect([countOf('series'), countOf('chunks')]).toEqual([1, 3]);
  });

  it('counts what it adds and replaces, and writes only the chunks that change', () => {
    const { summary } = importBars(minuteBars(0, 12_288));
    const chunks = chunksOf('AAPL');
    now = 2_000;
    const merged = importBars(
      barsAt(
        [5_000, 5_000.5, 6_000].map((minute) => minute * MINUTE),
        1,
      ),
    );
    expect(merged).toMatchObject({ added: 1, replaced: 2, unchanged: 0, previousHash: summary.hash });
    expect(merged.summary).toMatchObject({ id: summary.id, rows: 12_289, updatedAt: 2_000 });
    expect(merged.summary.hash).toBe(seriesHash(store.load(key).bars));
    const after = chunksOf('AAPL');
    expect(after.map(({ rows }) => rows)).toEqual([4096, 2049, 2048, 4096]);
    expect([after[0], after[3]]).toEqual([chunks[0], chunks[2]]);
  });

  it('fills the last chunk before it begins another', () => {
    importBars(minuteBars(0, 4_000));
    const { summary } = importBars(minuteBars(3_990, 110));
    expect(summary).toMatchObject({ rows: 4_100, lastTime: 4_099 * MINUTE });
    expect(chunkRows('AAPL')).toEqual([4096, 4]);
    importBars(minuteBars(4_100, 10_000));
    expect(chunkRows('AAPL')).toEqual([4096, 4096, 4096, 1812]);
  });

  it('puts older bars before those there are', () => {
    importBars(minuteBars(10_000, 4_096));
    importBars(minuteBars(14_096, 4_096));
    const { summary } = importBars(minuteBars(0, 10_000));
    expect(summary).toMatchObject({ rows: 18_192, firstTime: 0 });
    expect(summary.hash).toBe(seriesHash(store.load(key).bars));
    expect(chunkRows('AAPL')).toEqual([4096, 4096, 2952, 2952, 4096]);
  });

  it('takes files that run backwards', () => {
    const bars = minuteBars(0, 10_000);
    const writer = store.beginImport(targetFor('AAPL'));
    for (let end = 10_000; end > 0; end -= 1_000) writer.prepend(sliceBars(bars, end - 1_000, end));
    const [imported] = store.commitImport([writer]);
    expect(imported?.summary.hash).toBe(seriesHash(bars));
    expect(store.load(key).bars).toEqual(bars);
    expect(chunkRows('AAPL')).toEqual([1808, 4096, 4096]);
  });

  it('takes bars at both ends, however few at a time', () => {
    const bars = minuteBars(0, 20_000);
    const writer = store.beginImport(targetFor('AAPL'));
    writer.append(sliceBars(bars, 10_000, 10_000));
    for (let i = 0; i < 50; i++) {
      writer.append(sliceBars(bars, 10_000 + i * 200, 10_200 + i * 200));
      writer.prepend(sliceBars(bars, 9_800 - i * 200, 10_000 - i * 200));
    }
    store.commitImport([writer]);
    expect(store.load(key).bars).toEqual(bars);
    expect(chunkRows('AAPL')).toEqual([4096, 4096, 4096, 4096, 3616]);
  });

  it('takes several series at once, or none', () => {
    const target = { ...targetFor('MSFT'), closeOnly: true };
    const first = store.beginImport(targetFor('AAPL'));
    const second = store.beginImport(target);
    first.append(minuteBars(0, 10));
    second.append(minuteBars(0, 10));
    importBars(minuteBars(0, 5), targetFor('MSFT'));
    expect(refusal(() => store.commitImport([first, second])).code).toBe('data.different-kind-of-bars');
    expect(store.list().map(({ symbol }) => symbol)).toEqual(['MSFT']);
    expect(store.commitImport([first]).map(({ summary }) => summary.symbol)).toEqual(['AAPL']);
    second.discard();
    expect(countOf('series')).toBe(2);
  });

  it('merges two files of one series in one commit', () => {
    const writers = [minuteBars(0, 10), minuteBars(5, 10)].map((bars) => {
      const writer = store.beginImport(targetFor('AAPL'));
      writer.append(bars);
      return writer;
    });
    const counts = store.commitImport(writers).map(({ added, replaced, unchanged }) => [added, replaced, unchanged]);
    expect(counts).toEqual([
      [10, 0, 0],
      [5, 0, 5],
    ]);
    expect(store.get(key)?.rows).toBe(15);
  });

  it('keeps bars with one price and bars with four apart, from the start', () => {
    importBars(minuteBars(0, 10), { ...targetFor('AAPL'), closeOnly: true });
    expect(store.load(key).closeOnly).toBe(true);
    const { kind, code, message, hint } = refusal(() => store.beginImport(targetFor('AAPL')));
    expect({ kind, code }).toEqual({ kind: 'data', code: 'data.different-kind-of-bars' });
    expect(message).toBe(
      "AAPL:1m:import has close prices only; the file has open, high, low and close, and the two don't mix in one series.",
    );
    expect(hint).toMatch(/delete/i);
    importBars(minuteBars(0, 10), targetFor('MSFT'));
    expect(refusal(() => store.beginImport({ ...targetFor('MSFT'), closeOnly: true })).message).toContain(
      'MSFT:1m:import has open, high, low and close; the file has close prices only, and the two',
    );
    expect(countOf('series')).toBe(2);
  });

  it('keeps symbols that differ by capitals together, timeframes and sources apart', () => {
    importBars(minuteBars(0, 10));
    const lower = targetFor('aapl');
    expect(importBars(minuteBars(10, 10), lower).summary).toMatchObject({ symbol: 'AAPL', rows: 20 });
    importBars(minuteBars(0, 10), { ...lower, key: { ...key, timeframe: '1M' } });
    importBars(minuteBars(0, 10), { ...lower, key: { ...key, source: 'file' } });
    expect(store.list().map(({ timeframe, source }) => `${timeframe} ${source}`)).toEqual([
      '1M import',
      '1m file',
      '1m import',
    ]);
    expect(store.get({ ...key, symbol: 'aApL' })?.rows).toBe(20);
  });

  it('takes over a new specification of the instrument', () => {
    importBars(minuteBars(0, 10));
    const instrument = { symbol: 'AAPL', quoteCurrency: 'EUR', tickSize: 0.5, lotStep: 0.1, multiplier: 50 };
    const { summary } = importBars(minuteBars(0, 10), { ...targetFor('AAPL'), instrument });
    expect(summary.instrument).toEqual(instrument);
    expect(summary.updatedAt).toBe(1_000);
  });

  it('refuses an import without bars', () => {
    const writer = store.beginImport(targetFor('AAPL'));
    writer.append(allocateBars(0, 'own'));
    expect(refusal(() => store.commitImport([writer]))).toMatchObject({ kind: 'data', code: 'data.nothing-to-import' });
  });

  it('refuses times that do not ascend', () => {
    const writer = store.beginImport(targetFor('AAPL'));
    writer.append(barsAt([10, 20]));
    for (const times of [[20], [30, 30], [40, 35], [Number.NaN], [30, Number.NaN]]) {
      expect(() => writer.append(barsAt(times))).toThrow(RangeError);
    }
    for (const times of [[10], [5, 15], [5, 4], [5, 5]])
      expect(() => writer.prepend(barsAt(times))).toThrow(RangeError);
    writer.append(barsAt([21]));
    writer.prepend(barsAt([1, 9]));
    store.commitImport([writer]);
    expect([...store.load(key).bars.time]).toEqual([1, 9, 10, 20, 21]);
  });

  it('takes no bars when it is over', () => {
    const committed = store.beginImport(targetFor('AAPL'));
    committed.append(minuteBars(0, 10));
    store.commitImport([committed]);
    const discarded = store.beginImport(targetFor('MSFT'));
    discarded.discard();
    for (const writer of [committed, discarded]) expect(() => writer.append(minuteBars(10, 1))).toThrow('is over');
    committed.discard();
    expect(store.get(key)?.rows).toBe(10);
  });

  it('writes early when many writers together hold much', () => {
    store = new MarketStore(database, { mostRowsInMemory: 1_000 });
    const symbols = Array.from({ length: 10 }, (_, i) => `S${i}`);
    const writers = symbols.map((symbol) => store.beginImport(targetFor(symbol)));
    for (let first = 0; first < 500; first += 50) {
      for (const writer of writers) writer.append(minuteBars(first, 50));
      const onDisk = database.prepare('SELECT total(rows) FROM chunks').pluck().get() as number;
      expect((first + 50) * 10 - onDisk).toBeLessThanOrEqual(1_000);
    }
    expect(countOf('chunks')).toBeGreaterThan(10);
    writers.pop()?.discard();
    store.commitImport(writers);
    expect(symbols.map((symbol) => chunkRows(symbol))).toEqual([...Array(9).fill([500]), []]);
  });

  it('counts only bars that wait', () => {
    store = new MarketStore(database, { mostRowsInMemory: 5_000 });
    const discarded = store.beginImport(targetFor('MSFT'));
    discarded.append(minuteBars(0, 4_000));
    discarded.discard();
    const writer = store.beginImport(targetFor('AAPL'));
    for (let first = 0; first < 20_000; first += 1_000) writer.append(minuteBars(first, 1_000));
    const onDisk = database.prepare('SELECT rows FROM chunks').pluck().all();
    expect(onDisk).toEqual([4096, 4096, 4096, 4096]);
  });

  it('copies what it is given', () => {
    const bars = minuteBars(0, 10);
    const writer = store.beginImport(targetFor('AAPL'));
    writer.append(bars);
    bars.close.fill(0);
    store.commitImport([writer]);
    expect(store.load(key).bars).toEqual(minuteBars(0, 10));
  });

  it('fails whole when the disk is full, and goes on when there is room', () => {
    importBars(minuteBars(0, 5_000));
    const before = store.load(key);
    const writer = store.beginImport(targetFor('AAPL'));
    database.pragma(`max_page_count = ${(database.pragma('page_count', { simple: true }) as number) + 20}`);
    const fill = () => {
      for (let first = 0; ; first += 10_000) writer.append(minuteBars(first, 10_000, 1));
    };
    expect(refusal(fill)).toMatchObject({ kind: 'storage', code: 'storage.full' });
    database.pragma('max_page_count = 1000000');
    expect(refusal(() => store.commitImport([writer])).code).toBe('storage.damaged-series');
    writer.discard();
    expect(store.load(key)).toEqual(before);
    expect(importBars(minuteBars(0, 5_000, 1)).replaced).toBe(5_000);
  });

  it('fails whole when another program keeps the database locked', () => {
    const writer = store.beginImport(targetFor('AAPL'));
    writer.append(minuteBars(0, 10));
    const discarded = store.beginImport(targetFor('MSFT'));
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    expect(refusal(() => store.commitImport([writer]))).toMatchObject({ kind: 'storage', code: 'storage.locked' });
    expect(refusal(() => store.beginImport(targetFor('MSFT'))).code).toBe('storage.locked');
    expect(store.list()).toEqual([]);
    discarded.discard();
    other.close();
    expect(store.commitImport([writer])).toMatchObject([{ added: 10 }]);
  });
});

describe('load', () => {
  const bars = minuteBars(100, 10_000);
  beforeEach(() => void importBars(bars));

  it.each([
    ['a part of one chunk', 200, 300],
    ['whole chunks', 100, 4_195],
    ['parts of several chunks', 4_000, 9_000],
    ['one bar', 5_000, 5_000],
    ['the first bar', 0, 100],
    ['the last bar', 10_099, 20_000],
    ['between bars', 199.5, 300.5],
  ])('gives %s', (_, from, to) => {
    const start = Math.max(0, Math.ceil(from) - 100);
    const expected = sliceBars(bars, start, Math.floor(to) - 99);
    const loaded = store.load(key, { from: from * MINUTE, to: to * MINUTE });
    expect(loaded.bars).toEqual(expected);
    expect(loaded.hash).toBe(seriesHash(expected));
    expect(loaded.bars.time.buffer.byteLength).toBe(expected.time.length * 8);
  });

  it('leaves a missing end open', () => {
    expect(store.load(key, { from: 10_000 * MINUTE }).bars.time.length).toBe(100);
    expect(store.load(key, { to: 199 * MINUTE }).bars.time.length).toBe(100);
    expect(store.load(key, { from: 0, to: Number.POSITIVE_INFINITY }).hash).toBe(store.get(key)?.hash);
  });

  it.each([
    [{ to: 99 * MINUTE }, 'to 1970-01-01T01:39:00Z'],
    [{ from: Date.UTC(2020, 0, 1) }, 'from 2020-01-01'],
    [{ from: 200.2 * MINUTE, to: 200.8 * MINUTE }, 'from 1970-01-01T03:20:12Z to 1970-01-01T03:20:48Z'],
    [{ from: 300 * MINUTE, to: 200 * MINUTE }, 'from 1970-01-01T05:00:00Z to 1970-01-01T03:20:00Z'],
  ])('refuses a range without bars: %o', (range, asked) => {
    const { kind, code, message, hint } = refusal(() => store.load(key, range));
    expect({ kind, code }).toEqual({ kind: 'data', code: 'data.no-bars-in-range' });
    expect(message).toBe(`AAPL:1m:import has no bars ${asked}.`);
    expect(hint).toBe('It has 10000 bars from 1970-01-01T01:40:00Z to 1970-01-08T00:19:00Z.');
  });

  it('refuses a damaged chunk and says which', () => {
    const second = database.prepare('SELECT first_time, columns FROM chunks ORDER BY first_time LIMIT 1 OFFSET 1');
    const { first_time, columns } = second.get() as { first_time: number; columns: Buffer };
    columns[1_000] = 1 ^ (columns[1_000] ?? 0);
    database.prepare('UPDATE chunks SET columns = ? WHERE first_time = ?').run(columns, first_time);
    const { kind, code, message, hint } = refusal(() => store.load(key));
    expect({ kind, code }).toEqual({ kind: 'storage', code: 'storage.damaged-series' });
    expect(message).toBe('AAPL:1m:import is damaged on disk: the chunk that starts at 1970-01-03T21:56:00Z.');
    expect(hint).toMatch(/delete/i);
    expect(store.load(key, { to: 1_000 * MINUTE }).bars.time.length).toBe(901);
    expect(refusal(() => importBars(minuteBars(5_000, 10, 1))).code).toBe('storage.damaged-series');
  });

  it('refuses a series that lost a chunk', () => {
    database.prepare('DELETE FROM chunks WHERE first_time = ?').run(4_196 * MINUTE);
    const { code, message } = refusal(() => store.load(key));
    expect({ code, message }).toEqual({
      code: 'storage.damaged-series',
      message: 'AAPL:1m:import is damaged on disk: bars are missing.',
    });
    expect(refusal(() => importBars(minuteBars(20_000, 10))).code).toBe('storage.damaged-series');
  });
});

describe('delete', () => {
  it('removes a series, its bars, and its instrument after the last one', () => {
    importBars(minuteBars(0, 5_000));
    importBars(minuteBars(0, 10), { ...targetFor('AAPL'), key: { ...key, source: 'file' } });
    store.delete(key);
    expect(store.list().map(({ source }) => source)).toEqual(['file']);
    expect([countOf('chunks'), countOf('instruments')]).toEqual([1, 1]);
    store.delete({ ...key, source: 'file' });
    expect([countOf('chunks'), countOf('instruments')]).toEqual([0, 0]);
    expect(refusal(() => store.delete(key)).code).toBe('data.no-such-series');
  });

  it('leaves another import of the series alone', () => {
    importBars(minuteBars(0, 10));
    const writer = store.beginImport(targetFor('AAPL'));
    writer.append(minuteBars(10, 10));
    store.delete(key);
    expect(store.commitImport([writer])).toMatchObject([{ added: 10, previousHash: null }]);
  });
});

describe('compact', () => {
  it('packs chunks, gives space back, and keeps the bars', () => {
    for (let i = 0; i < 8; i++) importBars(minuteBars(21_000 - i * 3_000, 3_000));
    importBars(minuteBars(0, 60_000), targetFor('MSFT'));
    const before = store.load(key);
    const msft = chunksOf('MSFT').map(({ rows }) => rows);
    expect(chunkRows('AAPL')).toHaveLength(8);
    importBars(minuteBars(0, 60_000), targetFor('GOOG'));
    store.delete(targetFor('GOOG').key);

    const { before: bytesBefore, after } = store.compact();
    expect(bytesBefore - after).toBeGreaterThan(60_000 * 48);
    expect(statSync(path).size).toBe(after);
    expect(statSync(`${path}-wal`).size).toBe(0);
    expect(chunkRows('AAPL')).toEqual([4096, 4096, 4096, 4096, 4096, 3520]);
    expect(chunkRows('MSFT')).toEqual(msft);
    expect(store.load(key)).toEqual(before);
    expect(store.get(key)?.updatedAt).toBe(1_000);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});

describe('abandoned imports', () => {
  const abandon = () => {
    const writer = store.beginImport(targetFor('AAPL'));
    writer.append(minuteBars(0, 5_000));
    database.prepare("UPDATE series SET owner = '999999999:1' WHERE state = 'staging'").run();
  };

  it('are removed when a store opens', () => {
    abandon();
    new MarketStore(database);
    expect([countOf('series'), countOf('chunks')]).toEqual([0, 0]);
  });

  it('wait when they can not be removed now', () => {
    abandon();
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    expect(new MarketStore(database).list()).toEqual([]);
    other.close();
    expect(countOf('series')).toBe(1);
  });

  it('are removed when another import begins, and when the store is compacted', () => {
    abandon();
    store.beginImport(targetFor('MSFT'));
    expect([countOf('series'), countOf('chunks')]).toEqual([1, 0]);
    abandon();
    store.compact();
    expect(countOf('series')).toBe(0);
  });

  it('are left alone while their process lives', () => {
    const writer = store.beginImport(targetFor('AAPL'));
    writer.append(minuteBars(0, 5_000));
    expect(database.prepare('SELECT owner FROM series').pluck().get()).toBe(thisProcess());
    new MarketStore(database);
    store.compact();
    expect(store.commitImport([writer])).toMatchObject([{ added: 5_000 }]);
  });
});
