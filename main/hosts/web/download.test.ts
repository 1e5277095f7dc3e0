import { get, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waves } from '../../../tests/support/run-task.ts';
import { strategySource } from '../../../tests/support/strategy-source.ts';
import { runRequest, store, type TempApp, tempApp } from '../../../tests/support/temp-app.ts';
import { exportRun } from '../../runs/export-json.ts';
import type { FinishedRun } from '../../runs/run-service.ts';
import { startWebHost, type WebHost } from './web-host.ts';

const PART = new Uint8Array(64 * 1024).fill(32);
/** What sockets and streams hold between the host and its reader is less. */
const MOST_PARTS_ON_THE_WAY = 400;

let app: TempApp;
let host: WebHost;
let finished: FinishedRun;
let made: number;
let isGivenUp: boolean;

beforeEach(async () => {
  app = tempApp();
  const series = store(app, 'TEST', waves(40));
  finished = await app.runService.run(runRequest(strategySource('onBar({ log }) { log("é"); }'), [series]));
  [made, isGivenUp] = [0, false];
});
afterEach(async () => {
  await host.close();
  await app.remove();
});

const serve = async (served: TempApp) => {
  host = await startWebHost(served, { port: 0, windowFolder: app.home, onBug: (error) => expect.fail(String(error)) });
};

/** An export that goes on for as long as somebody reads it. */
async function* endless(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  try {
    for (;;) {
      made++;
      yield PART;
    }
  } finally {
    isGivenUp = true;
  }
}

function ask(path: string): Promise<IncomingMessage> {
  const options = { headers: { authorization: `Bearer ${host.token}` }, agent: false };
  return new Promise((resolve, reject) => get(`${host.address}${path}`, options, resolve).on('error', reject));
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

describe('a file that is sent', () => {
  it('is the whole run', async () => {
    await serve(app);
    const { record, result } = finished;
    const response = await ask('/api/v1/runs/last/export/json');
    expect(response.headers).toMatchObject({
      'content-type': 'application/json',
      'transfer-encoding': 'chunked',
      'content-disposition': expect.stringContaining(`filename*=utf-8''test-${record.id}.json`),
    });
    expect(await textOf(response)).toBe(`${JSON.stringify(exportRun(record, result))}\n`);
  });

  it('is made as fast as it is read; meanwhile the host answers', async () => {
    const { files } = app.analysis;
    await serve({
      ...app,
      analysis: Object.assign(Object.create(app.analysis), { files: { ...files, bytes: endless } }),
    });
    const response = await ask('/api/v1/runs/last/export/json');
    response.pause();
    let before = -1;
    while (made > before) {
      before = made;
      await wait(100);
    }
    expect(made).toBeLessThan(MOST_PARTS_ON_THE_WAY);
    expect(JSON.parse(await textOf(await ask('/api/v1/system')))).toMatchObject({ host: 'web' });
    expect([made, isGivenUp]).toEqual([before, false]);

    response.destroy();
    await expect.poll(() => isGivenUp).toBe(true);
  });

  it('of a run without a result is refused', async () => {
    await serve(app);
    const { record } = finished;
    app.runs.begin({ ...record, id: 'abc', strategyName: 'x', strategyFile: 'x.ts', source: 'x' });
    const response = await ask('/api/v1/runs/abc/export/csv');
    expect([response.statusCode, JSON.parse(await textOf(response)).data.code]).toEqual([400, 'usage.no-result']);
  });
});
