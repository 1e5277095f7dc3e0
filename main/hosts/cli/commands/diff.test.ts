import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Hindcast } from '../../../../tests/support/hindcast.ts';
import { waves } from '../../../../tests/support/run-task.ts';
import { strategySource } from '../../../../tests/support/strategy-source.ts';
import { runRequest, store, tempApp } from '../../../../tests/support/temp-app.ts';

const SOURCE = strategySource(`onBar({ bar, order, position }) {
  if (bar.index % 10 === 1) order.buy({ size: 3 });
  if (bar.index % 10 === 4) position.close();
}`);

let hindcast: Hindcast;
/** Ids of runs by what is different in them. */
const runs = { first: '', again: '', costs: '' };

beforeAll(async () => {
  hindcast = new Hindcast();
  const app = tempApp({ home: hindcast.home, threads: 1 });
  const request = runRequest(SOURCE, [store(app, 'TEST', waves(60))]);
  const costly = { ...request.costs, commission: { model: 'fixed', amount: 1 } } as const;
  const idOf = async (parts = {}) => (await app.runService.run({ ...request, ...parts })).record.id;
  runs.first = await idOf();
  runs.again = await idOf();
  runs.costs = await idOf({ costs: costly });
  await app.close();
}, 30_000);
afterAll(() => hindcast.remove());

describe.concurrent('hindcast diff', () => {
  test('of equal runs says so with the hash, and ends with 0', async () => {
    const { code, stdout, stderr } = await hindcast.run('diff', runs.first, runs.again);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ {2}A {2}[0-9a-f]{10} {2}test .*\n {2}B /);
    expect(stdout).toMatch(/\nEqual: the same manifest gave the same result\.\n.*\n {2}resultHash +[0-9a-f]{64}\n$/);
  });

  test('shows manifest, first diverging order, cause and metrics in this order, and ends with 1', async () => {
    const { code, stdout, stderr } = await hindcast.run('diff', runs.first, runs.costs);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toMatch(
      /\nManifest\n +A +B\n {2}costs commission +none +fixed \(amount 1\)\n\nFirst diverging order/,
    );
    expect(stdout).toMatch(/First diverging order, 2024-01-03: order 0 differs in fill commission\.\n +A +B\n/);
    expect(stdout).toMatch(/\n {5}placedTime +2024-01-02 +2024-01-02\n/);
    expect(stdout).toMatch(
      /\n {2}≠ {2}fill commission +0 +1\n {2}A: Bought 3 TEST at .*\.\n {2}B: .*; commission 1\.\n/,
    );
    expect(stdout).toMatch(
      /\n {2}bar +open +high +low +close +volume\n {2}2024-01-02 +TEST +A( +\d+){5}\n +B( +\d+){5}\n/,
    );
    expect(stdout).toMatch(
      /\n\nLikely cause, costs: The commission is none in A and fixed \(amount 1\) in B\.\n\n +A +B +B − A\n/,
    );
    expect(stdout).toMatch(
      /\n {2}Total costs +0\.00.USD +12\.00.USD +\+12\.00.USD\n {2}and \d+ more that differ: see --json\n$/,
    );
    expect(stdout).toMatch(/\n {2}Total return +0\.15.% +0\.03.% +−0\.12.pp\n/);
    expect(stdout).toMatch(/\n {2}Trades +6 +6\n/);
  });

  test('as JSON is for programs', async () => {
    const { code, stdout } = await hindcast.run('diff', runs.first, runs.costs, '--json');
    expect(code).toBe(1);
    const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(JSON.parse(stdout)).toEqual({
      a: { runId: runs.first, manifestId: hash, resultHash: hash, strategy: { name: 'test', file: 'test.ts' } },
      b: expect.objectContaining({ runId: runs.costs }),
      equal: false,
      manifest: [
        { area: 'costs', path: ['costs', 'commission'], a: { model: 'none' }, b: { model: 'fixed', amount: 1 } },
      ],
      source: [],
      data: [],
      divergence: expect.objectContaining({ kind: 'order', fields: ['fill.commission'] }),
      bars: [expect.objectContaining({ symbol: 'TEST' }), expect.objectContaining({ symbol: 'TEST' })],
      causes: [{ area: 'costs', reason: expect.any(String) }],
      metrics: expect.arrayContaining([{ id: 'totalCosts', unit: 'money', a: 0, b: 12, difference: 12 }]),
    });
  });

  test('takes runs that were exported', async () => {
    await hindcast.run('runs', 'export', runs.first, '--json', 'run.json');
    const { code, stdout } = await hindcast.run('diff', 'run.json', runs.again, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ equal: true, a: { runId: runs.first }, b: { runId: runs.again } });
  });

  test.each([
    [['zz', 'last'], 2, /no single run zz/],
    [['last'], 2, /Something is missing/],
    [['last', 'none.json'], 3, /none\.json can't be read/],
    [['no-run.json', 'last'], 3, /no-run\.json is not the JSON of a run/],
  ])('%j can’t be compared', async (words, expected, sentence) => {
    hindcast.write('no-run.json', '{}');
    const { code, stdout, stderr } = await hindcast.run('diff', ...words);
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(stderr).toMatch(sentence);
  });

  test('does not end as a difference does where the database fails', async () => {
    const { code, stderr } = await hindcast.run('diff', 'last', 'last', '--home', hindcast.write('file', ''));
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringMatching(/^Error: /) });
  });

  test('has help', async () => {
    const { code, stdout } = await hindcast.run('diff', '--help');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^hindcast diff RUN RUN \[flags\]\n/);
    expect(stdout).toContain('Ends with 0 when manifest and result are the same');
  });
});
