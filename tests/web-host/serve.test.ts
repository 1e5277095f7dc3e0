import { once } from 'node:events';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContractClient } from '#shared/contract/index.ts';
import { typedArraySerializer } from '#shared/contract/typed-arrays.ts';
import { Hindcast, type Running } from '../support/hindcast.ts';

const ENDLESS =
  "import { strategy } from 'hindcast';\nexport default strategy({ name: 'endless', onBar() { for (;;) {} } });";

let hindcast: Hindcast;
let started: Running[];
beforeEach(() => {
  hindcast = new Hindcast();
  started = [];
});
afterEach(async () => {
  for (const { process, outcome } of started) {
    process.kill('SIGKILL');
    await outcome;
  }
  hindcast.remove();
});

const until = (check: () => Promise<boolean>) => vi.waitUntil(check, { timeout: 30_000, interval: 20 });

interface Served {
  running: Running;
  address: string;
  client: ContractClient;
}

/** Starts the command, and waits until it says where it is. */
async function serve(): Promise<Served> {
  const running = hindcast.start('serve', '--port', '0', '--json');
  started.push(running);
  const ended = running.outcome.then(({ stderr }) => Promise.reject(new Error(stderr)));
  ended.catch(() => {});
  const { stdout } = running.process;
  if (stdout === null) throw new Error('it has no output');
  let text = '';
  while (!text.includes('}')) text += String((await Promise.race([once(stdout, 'data'), ended]))[0]);
  const { address, url, token } = JSON.parse(text) as { address: string; url: string; token: string };
  expect(url).toBe(`${address}/?token=${token}`);
  const link = new RPCLink({
    url: `${address}/rpc`,
    headers: { authorization: `Bearer ${token}` },
    customJsonSerializers: [typedArraySerializer],
  });
  return { running, address, client: createORPCClient<ContractClient>(link) };
}

describe('hindcast serve', () => {
  it('serves one folder once, and lets go of it', { timeout: 120_000 }, async () => {
    const { running, address, client } = await serve();
    expect((await client.system.info()).dataFolder).toBe(hindcast.home);

    const second = await hindcast.run('serve', '--port', '0');
    expect(second.code).toBe(2);
    expect(second.stderr).toContain(`already running on this data folder, at ${address}`);
    expect(second.stdout).toBe('');

    const port = new URL(address).port;
    const third = await hindcast.run('serve', '--port', port, '--home', `${hindcast.home}-other`);
    expect([third.code, third.stderr]).toEqual([2, expect.stringContaining(`Port ${port} is in use.`)]);

    expect(await hindcast.run('serve', '--port', '70000')).toMatchObject({ code: 2, stdout: '' });

    running.process.kill('SIGINT');
    expect((await running.outcome).code).toBe(0);
    const { running: next } = await serve();
    next.process.kill('SIGTERM');
    expect(await next.outcome).toMatchObject({ code: 0 });
  });

  it.each(['SIGINT', 'SIGKILL'] as const)(
    'shows as interrupted what %s ended, and can begin it again',
    { timeout: 120_000 },
    async (signal) => {
      const { running, client } = await serve();
      const samples = await client.market.installSamples();
      await until(async () => (await client.jobs.get({ job: samples[0]?.id ?? '' })).state === 'done');
      const job = await client.runs.start({
        strategy: { kind: 'source', file: 'endless.ts', source: ENDLESS },
        series: ['SP500'],
      });
      await until(async () => (await client.jobs.get({ job: job.id })).run !== null);
      running.process.kill(signal);
      await running.outcome;

      const next = await serve();
      expect(await next.client.jobs.get({ job: job.id })).toMatchObject({ state: 'interrupted', title: job.title });
      expect((await next.client.runs.list()).rows[0]?.status).not.toBe('running');
      expect((await next.client.jobs.resume({ job: job.id })).state).toBe('queued');
      await until(async () => (await next.client.jobs.get({ job: job.id })).state === 'running');
      expect((await next.client.jobs.cancel({ job: job.id })).state).toBe('cancelled');
      next.running.process.kill('SIGINT');
      expect((await next.running.outcome).code).toBe(0);
    },
  );
});
