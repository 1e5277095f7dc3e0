import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Hindcast, minutesCsv, pricesCsv, type Running } from '../support/hindcast.ts';
import { refusal } from '../support/refusal.ts';
import { strategySource } from '../support/strategy-source.ts';
import { tempApp } from '../support/temp-app.ts';

const DELAYS = [0, 50, 120];
const LONG = 120_000;

let hindcast: Hindcast;
const files = { long: '', forever: '', work: '' };

beforeAll(async () => {
  hindcast = new Hindcast();
  files.long = hindcast.write('long.csv', minutesCsv(LONG));
  files.forever = hindcast.write('forever.ts', strategySource('onBar({ bar }) { while (bar.index === 30) {} }'));
  // A run of a few hundred milliseconds with a result of some size.
  const body =
    'let x = 0; for (let i = 0; i < 50000; i++) x += i % 7; for (let i = 0; i < 10; i++) order.buy({ size: 1, limit: x, tag: i + log.name + bar.index });';
  files.work = hindcast.write('work.ts', strategySource(`onBar({ bar, order, log }) { ${body} }`));
  await hindcast.run('import', hindcast.write('prices.csv', pricesCsv(1_000)), '--symbol', 'TEST');
});
afterAll(() => hindcast.remove());

function query<T>(sql: string): T[] {
  const path = join(hindcast.home, 'hindcast.db');
  if (!existsSync(path)) return [];
  const database = new Database(path, { readonly: true });
  try {
    return database.prepare<[], T>(sql).all();
  } finally {
    database.close();
  }
}

/** Waits until the database shows that the command is in the middle of its work. */
async function until(sql: string, command: Running): Promise<void> {
  let hasEnded = false;
  void command.outcome.then(() => {
    hasEnded = true;
  });
  while (query(sql).length === 0) {
    if (hasEnded) throw new Error(`it ended too early: ${(await command.outcome).stderr}`);
    await sleep(3);
  }
}

const RUNNING = "SELECT id FROM runs WHERE status = 'running'";
const STAGING = "SELECT id FROM series WHERE state = 'staging'";
const startRun = (file: string) => hindcast.start('run', file, '--no-type-check', '--data', 'TEST');
const startImport = () => hindcast.start('import', files.long, '--symbol', 'LONG');

/** What a process that starts afterwards finds: everything in order, nothing of what was under way. */
async function expectOrder(): Promise<void> {
  const app = tempApp({ home: hindcast.home, threads: 1 });
  try {
    expect(app.runs.list().filter(({ status }) => status === 'running')).toEqual([]);
    for (const run of app.runs.list()) {
      if (run.status === 'done') expect(app.runs.result(run).resultHash).toBe(run.resultHash);
      else {
        expect(run).toMatchObject({ summary: null, resultHash: null, error: { kind: 'run' } });
        expect((await refusal(() => app.runs.result(run))).code).toBe('usage.no-result');
      }
    }
    for (const series of app.market.list()) expect(app.market.load(series).bars.time).toHaveLength(series.rows);
    expect(query('SELECT DISTINCT run_id FROM run_columns').length).toBe(
      app.runs.list().filter(({ status }) => status === 'done').length,
    );
    expect(query(STAGING)).toEqual([]);
    expect(query('SELECT 1 FROM chunks WHERE series_id NOT IN (SELECT id FROM series)')).toEqual([]);
    expect(query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  } finally {
    await app.close();
  }
}

describe('a process that is killed', () => {
  test.each(DELAYS)('in the middle of a run leaves an interrupted run (%i ms)', async (delay) => {
    const command = startRun(files.forever);
    await until(RUNNING, command);
    const [id] = query<{ id: string }>(RUNNING).map((row) => row.id);
    await sleep(delay);
    command.process.kill('SIGKILL');
    expect((await command.outcome).signal).toBe('SIGKILL');
    await expectOrder();
    const shown = await hindcast.run('runs', 'show', id as string);
    expect(shown.stdout).toContain('The run was interrupted: the process that ran it ended.');
  });

  test('at any moment of a run leaves all of its result or nothing', async () => {
    for (const delay of [120, 240, 300, 420]) {
      const command = startRun(files.work);
      await until(RUNNING, command).catch(() => {});
      await sleep(delay);
      command.process.kill('SIGKILL');
      await command.outcome;
      await expectOrder();
    }
  });

  test.each(DELAYS)('in the middle of an import leaves the data as they were (%i ms)', async (delay) => {
    const before = query("SELECT symbol, hash FROM series WHERE state = 'ready'");
    const command = startImport();
    await until(STAGING, command);
    await sleep(delay);
    command.process.kill('SIGKILL');
    expect((await command.outcome).signal).toBe('SIGKILL');
    await expectOrder();
    expect(query("SELECT symbol, hash FROM series WHERE state = 'ready'")).toEqual(before);
  });
});

describe('Ctrl-C', () => {
  test('stops a run, which is stored as cancelled; pressed once it may arrive twice', async () => {
    const command = startRun(files.forever);
    await until(RUNNING, command);
    command.process.kill('SIGINT');
    await sleep(2);
    command.process.kill('SIGINT');
    const { code, stdout, stderr } = await command.outcome;
    expect({ code, stdout, stderr }).toEqual({ code: 130, stdout: '', stderr: 'Error: The run was cancelled.\n' });
    expect(query('SELECT status FROM runs ORDER BY created_at DESC LIMIT 1')).toEqual([{ status: 'cancelled' }]);
    await expectOrder();
  });

  test('stops an import, and nothing of it is left', async () => {
    const command = startImport();
    await until(STAGING, command);
    command.process.kill('SIGINT');
    const { code, stdout, stderr } = await command.outcome;
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toMatch(/^Error: .*long\.csv was stopped; nothing was imported\.?\n/);
    expect(query("SELECT 1 FROM series WHERE symbol = 'LONG' OR state = 'staging'")).toEqual([]);
    expect(query('SELECT 1 FROM instruments')).toHaveLength(1);
    await expectOrder();
  });

  test('leaves a store that takes the import when it is started again', async () => {
    const { code, stdout } = await startImport().outcome;
    expect(code).toBe(0);
    expect(stdout).toContain(`LONG:1m  ${LONG} bars`);
    await expectOrder();
  });
});

test('two commands at once, on one store, both do their work', async () => {
  const outcomes = await Promise.all([
    hindcast.run('run', files.work, '--no-type-check', '--data', 'TEST', '--json', '-'),
    hindcast.run('run', files.work, '--no-type-check', '--data', 'TEST', '--json', '-'),
    hindcast.run('import', join(hindcast.folder, 'prices.csv'), '--symbol', 'ALSO'),
  ]);
  expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
  const [one, two] = outcomes.map(({ stdout }) => stdout);
  expect(JSON.parse(one as string).resultHash).toBe(JSON.parse(two as string).resultHash);
  await expectOrder();
});
