import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { type BrowserContext, chromium } from 'playwright-core';

export type Handle = (request: Request) => Promise<Response>;

/** The scheme that the app serves itself under, and the address at which Chromium finds it here. */
const APP = 'app://hindcast';

/** A Chromium, and a server by which it reaches what `protocol.handle` serves. */
export class Browser {
  readonly context: BrowserContext;
  readonly #origin: string;
  readonly #profile: string;

  static async open(handlerOf: (scheme: string) => Handle | undefined): Promise<Browser> {
    const server = createServer(async (incoming, outgoing) => {
      const request = new Request(`${APP}${incoming.url}`, { method: incoming.method ?? 'GET' });
      const response = await handlerOf('app')?.(request);
      outgoing.writeHead(response?.status ?? 502, Object.fromEntries(response?.headers ?? []));
      if (response?.body) Readable.fromWeb(response.body as ReadableStream).pipe(outgoing);
      else outgoing.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    server.unref();
    const profile = mkdtempSync(join(tmpdir(), 'hindcast-double-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: process.env['DOUBLE_CHROMIUM'] ?? '',
      headless: true,
      viewport: null,
      args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${process.env['DOUBLE_PORT'] ?? 0}`],
    });
    return new Browser(context, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, profile);
  }

  private constructor(context: BrowserContext, origin: string, profile: string) {
    this.context = context;
    this.#origin = origin;
    this.#profile = profile;
  }

  /** The address as Electron would tell it. */
  toApp(address: string): string {
    return address.startsWith(`${this.#origin}/`) ? address.replace(this.#origin, APP) : address;
  }

  /** The address as Chromium finds it here. */
  toHttp(address: string): string {
    return address.replace(APP, this.#origin);
  }

  async close(): Promise<void> {
    await this.context.close();
    // Chromium's last processes may still be writing.
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
