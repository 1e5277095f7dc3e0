import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../build/chromium.ts';
import type { Controls } from './double/electron.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Undefined where the desktop can't be tested. */
export const CHROMIUM = findChromium();

export interface DesktopOptions {
  /** Folder with `out/main`, `out/preload` and `out/renderer`. */
  app: string;
  home?: string;
  args?: readonly string[];
  environment?: Record<string, string>;
}

/** The built app in a process of its own, on the double of Electron, and its window as Playwright sees it. */
export class DesktopDouble {
  readonly home: string;
  readonly process: ChildProcess;
  readonly #port: number;
  readonly #isOwnHome: boolean;
  #browser: Browser | null = null;
  #asked = 0;

  static async start({ app, home, args = [], environment = {} }: DesktopOptions): Promise<DesktopDouble> {
    const port = await freePort();
    const folder = home ?? mkdtempSync(join(tmpdir(), 'hindcast-desktop-'));
    const child = fork(join(app, 'out', 'main', 'index.js'), [...args], {
      execArgv: ['--import', new URL('./double/register.ts', import.meta.url).href],
      env: {
        ...process.env,
        HINDCAST_HOME: folder,
        DOUBLE_PORT: String(port),
        DOUBLE_APP: app,
        DOUBLE_CHROMIUM: CHROMIUM ?? '',
        ...environment,
      },
      cwd: ROOT,
    });
    return new DesktopDouble(child, port, folder, home === undefined);
  }

  private constructor(child: ChildProcess, port: number, home: string, isOwnHome: boolean) {
    this.process = child;
    this.#port = port;
    this.home = home;
    this.#isOwnHome = isOwnHome;
  }

  /** The page of the window, once it is there. @param lost the page of a window that crashed */
  async window(lost?: Page): Promise<Page> {
    for (;;) {
      const pages = this.#browser?.contexts().flatMap((context) => context.pages()) ?? [];
      const page = pages.find((one) => one !== lost && one.url().startsWith('http://127.0.0.1'));
      if (page !== undefined) return page;
      this.#browser ??= await chromium.connectOverCDP(`http://127.0.0.1:${this.#port}`).catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  ask<K extends keyof Controls>(name: K, ...args: Parameters<Controls[K]>): Promise<Awaited<ReturnType<Controls[K]>>> {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      const hear = (reply: { id: number; value: never; error?: string }) => {
        if (reply.id !== id) return;
        this.process.off('message', hear);
        if (reply.error === undefined) resolve(reply.value);
        else reject(new Error(reply.error));
      };
      this.process.on('message', hear);
      this.process.send({ id, name, args });
    });
  }

  /** What the app asked of Electron under this name, in order. */
  async asked(name: string): Promise<unknown[][]> {
    const all = (await this.ask('log')) as unknown[][];
    return all.filter(([what]) => what === name).map(([, ...details]) => details);
  }

  /** Ends the app whatever it is about, and removes its data. */
  async remove(): Promise<void> {
    await this.#browser?.close().catch(() => {});
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const ended = once(this.process, 'exit');
      this.process.disconnect();
      await ended;
    }
    if (this.#isOwnHome) rmSync(this.home, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
