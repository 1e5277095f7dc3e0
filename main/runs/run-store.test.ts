import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CASH_ACCOUNT } from '#shared/domain/account.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { SeriesKey } from '#shared/domain/series.ts';
import { refusal } from '../../tests/support/refusal.ts';
import { waves } from '../../tests/support/run-task.ts';
import { strategySource } from '../../tests/support/strategy-source.ts';
import { runRequest, store, type TempApp, tempApp } from '../../tests/support/temp-app.ts';
import type { RunRecord } from './run-record.ts';
import type { NewRun } from './run-store.ts';

const TRADES = strategySource(`onBar({ order, position, bar, log }) {
  if (bar.index % 9 === 1) { order.buy({ size: 2, stopLoss: 80, tag: 'in' }); log('in'); }
  if (bar.index % 9 === 5) position.close();
}`);

let app: TempApp;
let series: SeriesKey;

beforeAll(() => {
  app = tempApp({ threads: 1 });
  series = store(app, 'TEST', waves(40));
});
afterAll(() => app.remove());

async function finishedRun(): Promise<RunRecord> {
  return (await app.runService.run(runRequest(TRADES, [series]))).record;
}

/** A run that has begun and not ended, with an id of one's choice. */
function begin(manifest: RunRecord['manifest'], id: string): void {
  const run: NewRun = {
    id,
    createdAt: 1,
    strategyName: 'test',
    strategyFile: 'test.ts',
    source: TRADES,
    manifestId: 'x',
    manifest,
  };
  app.runs.begin(run);
}

/** Changes the database behind the app's back. */
function tamper(sql: string, ...values: unknown[]): void {
  const database = new Database(join(app.home, 'hindcast.db'));
  database.prepare(sql).run(...values);
  database.close();
}

/** What a process that starts now finds. */
async function asNewProcess<T>(look: (other: TempApp) => T): Promise<T> {
  const other = tempApp({ home: app.home, threads: 1 });
  try {
    return look(other);
  } finally {
    await other.close();
  }
}

describe('finding runs', () => {
  test('by id, by its beginning, and the last one', async () => {
    const first = await finishedRun();
    const second = await finishedRun();
    expect(
      app.runs
        .list()
        .map(({ id }) => id)
        .slice(0, 2),
    ).toEqual([second.id, first.id]);
    expect(app.runs.list(1)).toEqual([second]);
    expect(app.runs.find('last').id).toBe(second.id);
    expect(app.runs.find(first.id)).toEqual(first);
    expect(app.runs.find(first.id.slice(0, 7).toUpperCase())).toEqual(first);
  });

  test('a beginning that several have, or none, names no run', async () => {
    const { manifest } = await finishedRun();
    begin(manifest, 'abc1');
    begin(manifest, 'abc2');
    expect(app.runs.find('abc1').id).toBe('abc1');
    for (const selector of ['abc', 'zzz', '%', 'abc_', '']) {
      const error = await refusal(() => app.runs.find(selector));
      expect(error).toMatchObject({ kind: 'usage', code: 'usage.no-such-run' });
    }
  });

  test('there is no last run before the first', async () => {
    const empty = tempApp({ threads: 1 });
    expect((await refusal(() => empty.runs.find('last'))).message).toBe('There is no run yet.');
    await empty.remove();
  });
});

describe('a run that did not end', () => {
  test('is left alone while its process lives, and closed as interrupted after that', async () => {
    const { manifest } = await finishedRun();
    begin(manifest, 'late');
    expect(await asNewProcess(({ runs }) => runs.find('late').status)).toBe('running');
    for (const owner of ['999999:1', `${process.pid}:1`, null]) {
      tamper(
        "UPDATE runs SET status = 'running', error = NULL, owner = ?, finished_at = NULL WHERE id = 'late'",
        owner,
      );
      expect(await asNewProcess(({ runs }) => runs.find('late'))).toMatchObject({
        status: 'failed',
        summary: null,
        resultHash: null,
        finishedAt: 1,
        error: { kind: 'run', code: 'run.interrupted' },
      });
    }
    expect(await refusal(() => app.runs.result(app.runs.find('late')))).toMatchObject({
      code: 'usage.no-result',
      hint: expect.stringContaining('interrupted'),
    });
  });

  test('does not touch those that did', async () => {
    const record = await finishedRun();
    expect(await asNewProcess(({ runs }) => runs.find(record.id))).toEqual(record);
  });
});

describe('a damaged result', () => {
  const damaged = async (record: RunRecord) =>
    expect(await refusal(() => app.runs.result(record))).toMatchObject({
      kind: 'storage',
      code: 'storage.damaged-run',
      hint: expect.stringContaining('verify'),
    });

  test.each(['time', 'equity', 'buyAndHold', 'fills.price', 'orders.tag', 'trades.pnl', 'details.json'])(
    'is noticed when the column %s is missing or cut',
    async (name) => {
      const record = await finishedRun();
      tamper(
        'UPDATE run_columns SET data = substr(data, 1, length(data) - 8) WHERE run_id = ? AND name = ?',
        record.id,
        name,
      );
      await damaged(record);
      tamper('DELETE FROM run_columns WHERE run_id = ? AND name = ?', record.id, name);
      await damaged(record);
    },
  );

  test.each(['time', 'equity', 'fills.price', 'orders.status', 'trades.pnl'].filter((name) => name !== 'fills.why'))(
    'is noticed when a single bit of %s has changed',
    async (name) => {
      const record = await finishedRun();
      const { data } = columnOf(record, name);
      data[data.length - 1] = (data.at(-1) as number) ^ 1;
      tamper('UPDATE run_columns SET data = ? WHERE run_id = ? AND name = ?', data, record.id, name);
      await damaged(record);
    },
  );

  test('is noticed when a column has another type, a metric another value, the run another hash', async () => {
    const record = await finishedRun();
    tamper("UPDATE run_columns SET type = 'i32' WHERE run_id = ? AND name = 'equity'", record.id);
    await damaged(record);
    tamper("UPDATE run_columns SET type = 'toString' WHERE run_id = ? AND name = 'equity'", record.id);
    await damaged(record);
    tamper("UPDATE run_columns SET type = 'f64' WHERE run_id = ? AND name = 'equity'", record.id);
    expect(app.runs.result(record).resultHash).toBe(record.resultHash);
    await damaged({ ...record, resultHash: 'f'.repeat(64) });
    tamper(`UPDATE runs SET summary = json_set(summary, '$.metrics.trades.value', 99) WHERE id = ?`, record.id);
    await damaged(app.runs.find(record.id));
  });

  test('leaves the list of runs and their verification in order', async () => {
    const record = await finishedRun();
    tamper("UPDATE run_columns SET data = zeroblob(8) WHERE run_id = ? AND name = 'equity'", record.id);
    expect(app.runs.list(1)).toEqual([record]);
    expect(await app.runService.verify(record)).toMatchObject({
      stored: record.resultHash,
      fresh: record.resultHash,
      isIntact: false,
    });
  });

  test.each([
    ['benchmark', "UPDATE run_columns SET data = zeroblob(length(data)) WHERE run_id = ? AND name = 'buyAndHold'"],
    ['warnings', "UPDATE runs SET summary = json_set(summary, '$.warnings', json('[]')) WHERE id = ?"],
    ['metrics', "UPDATE runs SET summary = json_set(summary, '$.metrics.totalReturn.value', 99) WHERE id = ?"],
  ])('does not verify when its %s was changed, hash or not', async (_, sql) => {
    const record = await finishedRun();
    expect(await app.runService.verify(record)).toMatchObject({ isIntact: true });
    tamper(sql, record.id);
    expect(await app.runService.verify(app.runs.find(record.id))).toMatchObject({ isIntact: false });
  });

  function columnOf(record: RunRecord, name: string): { data: Buffer } {
    const database = new Database(join(app.home, 'hindcast.db'), { readonly: true });
    const row = database.prepare('SELECT data FROM run_columns WHERE run_id = ? AND name = ?').get(record.id, name);
    database.close();
    return row as { data: Buffer };
  }
});

describe('a damaged row', () => {
  test.each([
    ['manifest that is no JSON', "UPDATE runs SET manifest = '{' WHERE id = ?"],
    ['manifest of another shape', "UPDATE runs SET manifest = '{}' WHERE id = ?"],
    ['summary of another shape', 'UPDATE runs SET summary = \'{"bars": "many"}\' WHERE id = ?'],
  ])('with a %s is named', async (_, sql) => {
    const damaged = tempApp({ threads: 1 });
    try {
      const key = store(damaged, 'TEST', waves(40));
      const { record } = await damaged.runService.run(runRequest(TRADES, [key]));
      const database = new Database(join(damaged.home, 'hindcast.db'));
      database.prepare(sql).run(record.id);
      database.close();
      expect(await refusal(() => damaged.runs.find(record.id))).toMatchObject({
        code: 'storage.damaged-run',
        message: expect.stringContaining(record.id),
      });
    } finally {
      await damaged.remove();
    }
  });

  test('does not keep the others from being listed', async () => {
    const damaged = tempApp({ threads: 1 });
    try {
      const key = store(damaged, 'TEST', waves(40));
      const { record: bad } = await damaged.runService.run(runRequest(TRADES, [key]));
      const { record: good } = await damaged.runService.run(runRequest(TRADES, [key]));
      const database = new Database(join(damaged.home, 'hindcast.db'));
      database.prepare("UPDATE runs SET manifest = '{}' WHERE id = ?").run(bad.id);
      database.close();
      const { records, damaged: errors } = damaged.runs.listReadable(10);
      expect(records).toEqual([good]);
      expect(errors.map(({ detail }) => detail.message)).toEqual([expect.stringContaining(bad.id)]);
    } finally {
      await damaged.remove();
    }
  });

  test.each([
    ['source', "UPDATE sources SET text = text || ' '"],
    ['manifest', 'UPDATE runs SET manifest = replace(manifest, \'"cash":10000\', \'"cash":10001\')'],
  ])('does not verify after its %s was changed', async (_, sql) => {
    const damaged = tempApp({ threads: 1 });
    try {
      const key = store(damaged, 'TEST', waves(40));
      const { record } = await damaged.runService.run(runRequest(TRADES, [key]));
      const database = new Database(join(damaged.home, 'hindcast.db'));
      expect(database.prepare(sql).run().changes).toBe(1);
      database.close();
      const read = damaged.runs.find(record.id);
      expect(await refusal(() => damaged.runService.verify(read))).toMatchObject({ code: 'storage.damaged-run' });
    } finally {
      await damaged.remove();
    }
  });
});

describe('a run of engine 1, which knew no terms of the account', () => {
  test('is listed, says why its trades can’t be read, and is run again by its manifest', async () => {
    const older = tempApp({ threads: 1 });
    try {
      const key = store(older, 'TEST', waves(40));
      const { record } = await older.runService.run(runRequest(TRADES, [key]));
      const { account: _, ...manifest } = { ...record.manifest, engine: 1 };
      const id = createHash('sha256').update(canonicalJson(manifest)).digest('hex');
      const database = new Database(join(older.home, 'hindcast.db'));
      database
        .prepare('UPDATE runs SET manifest = ?, manifest_id = ? WHERE id = ?')
        .run(JSON.stringify(manifest), id, record.id);
      database.close();
      const read = older.runs.find(record.id);
      expect(older.runs.list()).toEqual([read]);
      expect(read.manifest.account).toEqual(CASH_ACCOUNT);
      expect(await refusal(() => older.runs.result(read))).toMatchObject({
        code: 'usage.no-result',
        message: expect.stringContaining('engine 1 made it'),
      });
      expect(await older.runService.verify(read)).toMatchObject({
        stored: record.resultHash,
        fresh: record.resultHash,
        isIntact: false,
        engineThen: 1,
      });
    } finally {
      await older.remove();
    }
  });
});

test('an empty id names no run', async () => {
  await finishedRun();
  expect(await refusal(() => app.runs.find(''))).toMatchObject({ code: 'usage.no-such-run' });
});

describe('a result that can’t be stored', () => {
  test('leaves nothing half-written', async () => {
    const { manifest } = await finishedRun();
    const result = app.runs.result(app.runs.find('last'));
    begin(manifest, 'broken');
    // The last column breaks: those before it were written already.
    const broken = { ...result, orders: { ...result.orders, zone: null as unknown as Int32Array } };
    expect(() => app.runs.finish('broken', broken, 2)).toThrow();
    expect(app.runs.find('broken')).toMatchObject({ status: 'running', summary: null, resultHash: null });
    const database = new Database(join(app.home, 'hindcast.db'), { readonly: true });
    expect(database.prepare("SELECT count(*) FROM run_columns WHERE run_id = 'broken'").pluck().get()).toBe(0);
    database.close();
  });

  test('rolls back when the disk is full in the middle', async () => {
    const { manifest } = await finishedRun();
    const result = app.runs.result(app.runs.find('last'));
    begin(manifest, 'full');
    tamper("CREATE TRIGGER full BEFORE UPDATE ON runs BEGIN SELECT RAISE(ABORT, 'full'); END");
    expect(() => app.runs.finish('full', result, 2)).toThrow('full');
    tamper('DROP TRIGGER full');
    expect(await refusal(() => app.runs.result(app.runs.find('full')))).toMatchObject({ code: 'usage.no-result' });
  });
});
