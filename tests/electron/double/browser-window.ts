import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import type { Browser } from './browser.ts';
import { record } from './log.ts';
import { PortDouble } from './ports.ts';
import { wire } from './wire.ts';
import { isolatedWorld, mainWorld, type Names } from './worlds.ts';

const { encode, decode } = wire();
const WORLD = 'preload';

interface Message {
  channel?: string;
  args?: unknown[];
  ports?: number[];
  port?: number;
  data?: unknown;
  invocation?: number;
}

/** What the windows of the double share. */
export interface Surroundings {
  browser(): Promise<Browser>;
  handlers: ReadonlyMap<string, (event: unknown, ...args: unknown[]) => unknown>;
  ipc: EventEmitter;
  session: EventEmitter;
  onClosed(): void;
}

class WebContentsDouble extends EventEmitter {
  readonly session: EventEmitter;
  readonly #reload: () => void;
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });

  constructor(session: EventEmitter, reload: () => void) {
    super();
    this.session = session;
    this.#reload = reload;
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }

  reload(): void {
    record('reload');
    this.#reload();
  }
}

interface Options {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  webPreferences?: { preload?: string };
}

/** A page of a real Chromium, with the preload in a real isolated world of it. */
export class WindowDouble extends EventEmitter {
  readonly webContents: WebContentsDouble;
  readonly #options: Options;
  readonly #around: Surroundings;
  readonly #ports = new Map<number, PortDouble>();
  #browser: Browser | null = null;
  #page: Page | null = null;
  #devtools: CDPSession | null = null;
  #isClosed = false;
  /** The tests say whether somebody looks at the window. */
  isLookedAt = false;

  constructor(options: Options, around: Surroundings) {
    super();
    this.#options = options;
    this.#around = around;
    this.webContents = new WebContentsDouble(around.session, () => void this.#reload());
    record('BrowserWindow', options);
  }

  show = () => record('show');
  focus = () => record('focus');
  restore = () => record('restore');
  maximize = () => record('maximize');
  isMinimized = () => false;
  isMaximized = () => false;
  isFocused = () => this.isLookedAt;
  getNormalBounds = () => {
    const { x = 0, y = 0, width = 800, height = 600 } = this.#options;
    return { x, y, width, height };
  };
  setProgressBar = (value: number) => record('setProgressBar', value);

  /** As when a person closes it. */
  close(): void {
    let isStopped = false;
    this.emit('close', {
      preventDefault() {
        isStopped = true;
      },
    });
    if (!isStopped) void this.#page?.close();
  }

  async crash(): Promise<void> {
    const gone = new Promise((resolve) => this.#page?.once('crash', resolve));
    void this.#devtools?.send('Page.crash').catch(() => {});
    await gone;
    this.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
  }

  async loadURL(address: string): Promise<void> {
    const browser = await this.#around.browser();
    const page =
      browser.context.pages().find((one) => one.url() === 'about:blank') ?? (await browser.context.newPage());
    this.#browser = browser;
    this.#page = page;
    page.on('close', () => page === this.#page && this.#closed());
    page.on('download', async (download) => {
      const [event, isStopped] = stoppable();
      this.#around.session.emit('will-download', event, { getURL: () => browser.toApp(download.url()) });
      if (isStopped()) await download.cancel();
    });
    browser.context.on('page', async (opened) => {
      if ((await opened.opener()) !== page) return;
      const { action } = this.webContents.openHandler({ url: browser.toApp(opened.url()) });
      record('window.open', opened.url(), action);
      if (action === 'deny') await opened.close();
    });
    await this.#guardNavigation(page, browser);
    await this.#preload(page);
    await page.goto(browser.toHttp(address));
    this.emit('ready-to-show');
  }

  /** In another page, because Playwright has done with one that crashed. */
  async #reload(): Promise<void> {
    const old = this.#page;
    await this.loadURL(this.#browser?.toApp(old?.url() ?? '') ?? '');
    await old?.close();
  }

  #closed(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.emit('closed');
    this.#around.onClosed();
  }

  async #guardNavigation(page: Page, browser: Browser): Promise<void> {
    await page.route('**/*', async (route) => {
      const request = route.request();
      const isOwn = page.url() === 'about:blank' || request.url() === page.url().replace(/#.*/, '');
      if (!request.isNavigationRequest() || request.frame() !== page.mainFrame() || isOwn) return route.fallback();
      const [event, isStopped] = stoppable();
      const url = browser.toApp(request.url());
      this.webContents.emit('will-navigate', { ...event, url });
      record('will-navigate', url, isStopped());
      return isStopped() ? route.abort('aborted') : route.fallback();
    });
  }

  async #preload(page: Page): Promise<void> {
    const devtools = await page.context().newCDPSession(page);
    this.#devtools = devtools;
    await devtools.send('Page.enable');
    await devtools.send('Runtime.enable');
    await devtools.send('Runtime.addBinding', { name: 'toProcess', executionContextName: WORLD });
    devtools.on(
      'Runtime.bindingCalled',
      ({ payload, executionContextId }) => void this.#hear(payload, executionContextId),
    );
    const key = Math.random().toString(36).slice(2);
    const names = Object.fromEntries(
      ['exposed', 'call', 'reply', 'settled', 'file'].map((name) => [name, `${key}-${name}`]),
    ) as unknown as Names;
    const script = (world: (...args: never[]) => void, ...args: unknown[]) =>
      `(${world})((${wire})(), ${args.map((arg) => JSON.stringify(arg)).join(', ')});`;
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: script(mainWorld, names) });
    const file = this.#options.webPreferences?.preload;
    if (file === undefined) return;
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', {
      source: script(isolatedWorld, names, process.platform, readFileSync(file, 'utf8')),
      worldName: WORLD,
    });
  }

  async #hear(text: string, context: number): Promise<void> {
    const message = decode(text) as Message;
    if (message.port !== undefined) return this.#ports.get(message.port)?.deliver(message.data);
    const answer = (reply: object) => this.#tell(context, reply);
    const url = this.#browser?.toApp(this.#page?.url() ?? '') ?? '';
    const ports = (message.ports ?? []).map((number) => {
      const port = new PortDouble((sent) => void answer({ port: number, ...sent }));
      this.#ports.set(number, port);
      return port;
    });
    const event = { sender: this.webContents, senderFrame: { url, parent: null }, ports };
    const args = await Promise.all((message.args ?? []).map((arg) => this.#withPath(arg, context)));
    if (message.invocation === undefined) return void this.#around.ipc.emit(message.channel ?? '', event, ...args);
    const { invocation } = message;
    try {
      const handler = this.#around.handlers.get(message.channel ?? '');
      if (handler === undefined) throw new Error(`No handler registered for '${message.channel}'`);
      await answer({ invocation, value: structuredClone(await handler(event, ...args)) });
    } catch (error) {
      await answer({ invocation, error: String(error) });
    }
  }

  async #tell(context: number, message: object): Promise<void> {
    const expression = `fromProcess(${JSON.stringify(encode(message))})`;
    // The page may be gone by now.
    await this.#devtools?.send('Runtime.evaluate', { expression, contextId: context }).catch(() => {});
  }

  /** The path behind what `webUtils.getPathForFile` gave; everything else as it is. */
  async #withPath(arg: unknown, context: number): Promise<unknown> {
    const [, number] = /^file of the page: (\d+)$/.exec(String(arg)) ?? [];
    if (number === undefined || this.#devtools === null) return arg;
    const { result } = await this.#devtools.send('Runtime.evaluate', {
      expression: `filesOfPage[${number}]`,
      contextId: context,
    });
    const { path } = await this.#devtools.send('DOM.getFileInfo', { objectId: result.objectId ?? '' });
    return path;
  }
}

function stoppable(): [event: { preventDefault(): void }, isStopped: () => boolean] {
  let isStopped = false;
  const preventDefault = () => {
    isStopped = true;
  };
  return [{ preventDefault }, () => isStopped];
}
