import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { Piscina } from 'piscina';
import { createRouter } from '#main/api/router.ts';
import { createApp } from '#main/app.ts';
import { startWebHost } from '#main/hosts/web/web-host.ts';
import type { ContractClient } from '#shared/contract/index.ts';
import type { Job } from '#shared/contract/job.ts';
import { syntheticBars } from '../synthetic-series.ts';
import { longestBlock } from './longest-block.ts';

/**
 * How long a host with a window is deaf while it works on many bars: the longest block of its event loop in each of
 * the things that a person asks for.
 *
 *   node tests/bench/main-thread/bench.ts [bars]
 */
const bars = Number(process.argv[2] ?? 1_200_000);
const home = mkdtempSync(join(tmpdir(), 'hindcast-bench-'));
const onBug = (error: unknown) => {
  throw error;
};

const app = createApp({ home }, { clock: Date.now });
const host = await startWebHost(app, { port: 0, windowFolder: home, onBug });
const client: ContractClient = createRouterClient(createRouter(app, { host: 'web', onBug }), { context: {} });
const downloads = new Piscina({
  filename: new URL('./download-thread.ts', import.meta.url).href,
  name: 'download',
  maxThreads: 1,
});

async function over(started: Promise<Job>): Promise<Job> {
  const { id } = await started;
  for (;;) {
    const job = await client.jobs.get({ job: id });
    if (job.state === 'done') return job;
    if (job.state !== 'queued' && job.state !== 'running') throw new Error(JSON.stringify(job.error));
    await wait(20);
  }
}

const upload = () => app.uploads.receive('BENCH.csv', Readable.from(csvOf(bars)));
const importOf = (file: { upload: string }) =>
  over(client.market.import({ upload: file.upload, options: { symbol: 'BENCH' } }));
const runIt = () =>
  over(
    client.runs.start({
      strategy: { kind: 'library', id: 'sma-cross' },
      series: ['BENCH'],
      cash: 100_000,
      semantics: 'hindcast-1',
    }),
  );
const download = (run: string, format: string) =>
  downloads.run({ address: `${host.address}/api/v1/runs/${run}/export/${format}`, token: host.token });

async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  const { longestBlock: block, longestWork, took } = await longestBlock(work);
  const figures = [block, longestWork, took].map((ms) => ms.toFixed(0).padStart(10));
  process.stdout.write(`${name.padEnd(17)}${figures.join('')}\n`);
}

try {
  process.stdout.write(`${bars.toLocaleString('en-US')} bars, node ${process.version}\n`);
  const heads = ['block ms', 'of it CPU', 'took ms'].map((head) => head.padStart(10));
  process.stdout.write(`${''.padEnd(17)}${heads.join('')}\n`);
  await client.market.list({});
  const first = await upload();
  const again = await upload();
  await measure('import', () => importOf(first));
  await measure('import again', () => importOf(again));
  await runIt();
  await measure('run', runIt);
  const run = 'last';
  await measure('verify', () => over(client.runs.verify({ run })));
  await measure('open the run', () => client.runs.detail({ run }));
  for (const format of ['html', 'csv', 'json']) await measure(`export ${format}`, () => download(run, format));
  await measure('delete the run', () => client.runs.delete({ run }));
  await measure('delete the series', () => client.market.delete({ series: 'BENCH' }));
  await measure('compact', () => client.system.compact({}));
} finally {
  await downloads.destroy();
  await host.close();
  await app.close();
  rmSync(home, { recursive: true });
}

function* csvOf(rows: number): Generator<string> {
  const { time, open, high, low, close, volume } = syntheticBars(rows);
  yield 'time,open,high,low,close,volume\n';
  const block = 1_000;
  for (let start = 0; start < rows; start += block) {
    const lines = Array.from({ length: Math.min(block, rows - start) }, (_, i) => {
      const row = start + i;
      const stamp = new Date(time[row] as number).toISOString();
      return `${[stamp, open[row], high[row], low[row], close[row], volume[row]].join(',')}\n`;
    });
    yield lines.join('');
  }
}
