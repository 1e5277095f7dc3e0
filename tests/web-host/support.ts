import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { startWebHost, type WebHost } from '#main/hosts/web/web-host.ts';
import type { ContractClient } from '#shared/contract/index.ts';
import type { Job } from '#shared/contract/job.ts';
import { typedArraySerializer } from '#shared/contract/typed-arrays.ts';
import { type TempApp, tempApp } from '../support/temp-app.ts';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface TestHost extends WebHost {
  app: TempApp;
  port: number;
  /** `name=value`, as a browser sends it. */
  cookie: string;
  /** Errors that nobody expected. */
  bugs: unknown[];
  /** Sends exactly these headers and this path; no browser and no fetch mends them. */
  send(path: string, options?: RequestOptions, body?: string | Uint8Array): Promise<Reply>;
  /** The same as the window sends it. */
  sendAsWindow(path: string, options?: RequestOptions, body?: string | Uint8Array): Promise<Reply>;
  client: ContractClient;
  end(): Promise<void>;
}

export const PAGE = '<!doctype html><title>Window</title>';

/** A host on a free port, with a window of three files. */
export async function testHost(): Promise<TestHost> {
  const windowFolder = mkdtempSync(join(tmpdir(), 'hindcast-window-'));
  mkdirSync(join(windowFolder, 'assets'));
  writeFileSync(join(windowFolder, 'index.html'), PAGE);
  writeFileSync(join(windowFolder, 'assets', 'app.js'), 'export {};');
  writeFileSync(join(windowFolder, 'assets', 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const app = tempApp();
  const bugs: unknown[] = [];
  const host = await startWebHost(app, { port: 0, windowFolder, onBug: (error) => bugs.push(error) });
  const port = Number(new URL(host.address).port);

  const send: TestHost['send'] = (path, options = {}, body) =>
    new Promise((resolve, reject) => {
      const sent = httpRequest({ host: '127.0.0.1', port, path, ...options }, (response) => {
        const pieces: Uint8Array[] = [];
        response.on('data', (piece: Uint8Array) => pieces.push(piece));
        response.on('end', () => {
          const { statusCode = 0, headers } = response;
          resolve({ status: statusCode, headers, text: Buffer.concat(pieces).toString() });
        });
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const entry = await send(`/?token=${host.token}`);
  const cookie = entry.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const sendAsWindow: TestHost['send'] = (path, options = {}, body) => {
    const own = { cookie, 'x-hindcast': '1', origin: host.address, 'sec-fetch-site': 'same-origin' };
    const headers = { ...own, ...(options.headers as Record<string, string>) };
    return send(path, { method: 'POST', ...options, headers }, body);
  };
  const link = new RPCLink({
    url: `${host.address}/rpc`,
    headers: { cookie, 'x-hindcast': '1' },
    customJsonSerializers: [typedArraySerializer],
  });
  return {
    ...host,
    app,
    port,
    cookie,
    bugs,
    send,
    sendAsWindow,
    client: createORPCClient<ContractClient>(link),
    async end() {
      await host.close();
      await app.remove();
      rmSync(windowFolder, { recursive: true });
    },
  };
}

/** The job when it is over. */
export async function settled(client: ContractClient, { id }: Job): Promise<Job> {
  for (;;) {
    const job = await client.jobs.get({ job: id });
    if (!['queued', 'running', 'paused'].includes(job.state)) return job;
    await wait(5);
  }
}
