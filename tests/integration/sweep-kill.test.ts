import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Hindcast, pricesCsv } from '../support/hindcast.ts';
import { strategySource } from '../support/strategy-source.ts';

let hindcast: Hindcast;
let strategy: string;

beforeAll(async () => {
  hindcast = new Hindcast();
  const work = 'let x = 0; for (let i = 0; i < 400; i++) x += i % 7; if (x < 0) order.buy();';
  strategy = hindcast.write(
    'pair.ts',
    strategySource(`params: { fast: param.int(2), slow: param.int(9) },
      setup({ data, params }) { return { fast: ta.sma(data.close, params.fast), slow: ta.sma(data.close, params.slow) }; },
      onBar({ order, position }, { fast, slow }) {
        ${work}
        if (ta.crossOver(fast, slow)) order.buy();
        else if (ta.crossUnder(fast, slow)) position.close();
      }`),
  );
  await hindcast.run('import', hindcast.write('prices.csv', pricesCsv(1_000)), '--symbol', 'TEST');
});
afterAll(() => hindcast.remove());

const words = (method: string, budget: number) => [
  ...['sweep', strategy, '--no-type-check', '--data', 'TEST', '--threads', '2'],
  ...['--axis', 'fast=2:30:1', '--axis', 'slow=10:60:2', '--where', 'fast<slow'],
  ...['--method', method, '--budget', String(budget), '--json'],
];

interface SweepJson {
  id: string;
  status: string;
  done: number;
  best: { params: object }[];
}

function query<T>(sql: string, ...values: unknown[]): T[] {
  const path = join(hindcast.home, 'hindcast.db');
  if (!existsSync(path)) return [];
  const database = new Database(path, { readonly: true });
  try {
    return database.prepare<unknown[], T>(sql).all(...values);
  } finally {
    database.close();
  }
}

/** Every result of a sweep, bit by bit, by its place in the search. */
function resultsOf(sweep: string): Map<number, string> {
  const found = new Map<number, string>();
  const chunks = query<{ first: number; runs: number; places: Buffer; metrics: Buffer }>(
    'SELECT first, runs, places, metrics FROM sweep_chunks WHERE sweep_id = ? ORDER BY first',
    sweep,
  );
  for (const { first, runs, places, metrics } of chunks) {
    for (let run = 0; run < runs; run++) {
      expect(found.has(first + run)).toBe(false);
      const values = [places.subarray(run * 8, run * 8 + 8)];
      for (let at = run * 8; at < metrics.length; at += runs * 8) values.push(metrics.subarray(at, at + 8));
      found.set(first + run, Buffer.concat(values).toString('hex'));
    }
  }
  return found;
}

describe.each([
  ['grid', 600],
  ['genetic', 240],
])('a sweep by %s that is killed', (method, budget) => {
  it('goes on where it was, and finds the same to the last bit', async () => {
    const whole = JSON.parse((await hindcast.run(...words(method, budget))).stdout) as SweepJson;
    expect(whole).toMatchObject({ status: 'done', done: budget });

    const begun = hindcast.start(...words(method, budget));
    const atLeast = Math.round(0.4 * budget);
    const sql = 'SELECT id, done FROM sweeps WHERE rowid > (SELECT rowid FROM sweeps WHERE id = ?) AND done >= ?';
    while (query(sql, whole.id, atLeast).length === 0) await sleep(5);
    begun.process.kill('SIGKILL');
    await begun.outcome;
    const [left] = query<{ id: string; done: number }>(sql, whole.id, atLeast);
    if (left === undefined) throw new Error('nothing is left of it');
    expect(left.done).toBeLessThan(budget);
    const kept = resultsOf(left.id);
    expect(kept.size).toBe(left.done);

    const { code, stdout } = await hindcast.run('sweep', '--resume', left.id, '--threads', '1', '--json');
    expect(code).toBe(0);
    const resumed = JSON.parse(stdout) as SweepJson;
    expect(resumed).toMatchObject({ id: left.id, status: 'done', done: budget });
    const all = resultsOf(left.id);
    expect(all).toEqual(resultsOf(whole.id));
    for (const [run, values] of kept) expect(all.get(run)).toBe(values);
    expect(resumed.best).toEqual(whole.best);
    const [trials] = query<{ trials: number }>("SELECT trials FROM trial_ledger WHERE strategy = 'file:pair.ts'");
    expect(trials?.trials).toBeGreaterThanOrEqual(2 * budget);
  });
});

it('its exit code says whether the best is good enough', async () => {
  const few = words('random', 5);
  const reached = await hindcast.run(...few, '--require', 'trades>=0', '--require', 'finalEquity>1');
  const missed = await hindcast.run(...few, '--require', 'trades>=0', '--require', 'sharpe>1e9');
  expect([reached.code, missed.code]).toEqual([0, 1]);
  expect(missed.stderr).toMatch(/Not reached: sharpe>1e9; the best has /);
  expect(missed.stderr).not.toContain('Not reached: trades');
});

it('its table shows the best, the metric first', async () => {
  const { code, stdout } = await hindcast.run(...words('grid', 5).slice(0, -1), '--metric', 'trades:min', '--top', '2');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ {2}fast {2}slow {2,}Trades {2,}/m);
  expect(stdout.match(/^ +\d+ +\d+ +\d+ /gm)).toHaveLength(2);
  expect(stdout).toContain('this strategy was tried');
});

it.each([
  ['neither a strategy nor a sweep', () => [], 'takes either'],
  ['both', () => [strategy, '--resume', 'last'], 'takes either'],
  ['no axis', () => [strategy, '--data', 'TEST'], 'nothing to sweep'],
])('refuses %s', async (_, given, says) => {
  const { code, stderr } = await hindcast.run('sweep', ...given());
  expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
});
