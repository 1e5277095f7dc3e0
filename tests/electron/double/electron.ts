import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { Browser, type Handle } from './browser.ts';
import { WindowDouble } from './browser-window.ts';
import { log, record } from './log.ts';

// The parts of Electron that the app uses, by the names under which it imports them.

Object.assign(process, { resourcesPath: process.env['DOUBLE_RESOURCES'] ?? tmpdir() });

const handlers = new Map<string, (event: unknown, ...args: unknown[]) => unknown>();
const schemes = new Map<string, Handle>();
const answers = { messageBox: 0, savePath: '', folder: '' };
let browser: Promise<Browser> | null = null;
let window: WindowDouble | null = null;
let menu: MenuItem[] = [];

interface MenuItem {
  id?: string;
  label?: string;
  accelerator?: string;
  submenu?: MenuItem[];
  click?(): void;
}

class AppDouble extends EventEmitter {
  isPackaged = false;
  #paths = new Map<string, string>();
  whenReady = () => Promise.resolve();
  enableSandbox = () => record('enableSandbox');
  getAppPath = () => process.env['DOUBLE_APP'] ?? process.cwd();
  getPath = (name: string) => this.#paths.get(name) ?? tmpdir();
  setPath = (name: string, path: string) => void this.#paths.set(name, path);
  setAsDefaultProtocolClient = (scheme: string) => record('setAsDefaultProtocolClient', scheme);
  relaunch = () => record('relaunch');
  requestSingleInstanceLock = () => process.env['DOUBLE_IS_SECOND'] === undefined;

  quit(): void {
    let isStopped = false;
    const preventDefault = () => {
      isStopped = true;
    };
    this.emit('before-quit', { preventDefault });
    record('quit', isStopped);
    if (!isStopped) void this.exit(0);
  }

  async exit(code: number): Promise<void> {
    await (await browser)?.close();
    process.exit(code);
  }
}
export const app = new AppDouble();

export const protocol = {
  registerSchemesAsPrivileged: (list: unknown) => record('registerSchemesAsPrivileged', list),
  handle: (scheme: string, handle: Handle) => void schemes.set(scheme, handle),
};

type Permit = (contents: unknown, permission: string, answer: (granted: boolean) => void, details: object) => void;
class SessionDouble extends EventEmitter {
  permit: Permit | null = null;
  setPermissionRequestHandler(permit: Permit): void {
    this.permit = permit;
  }
  setPermissionCheckHandler = () => record('setPermissionCheckHandler');
  setDevicePermissionHandler = () => record('setDevicePermissionHandler');
}
export const session = { defaultSession: new SessionDouble() };

export const ipcMain = Object.assign(new EventEmitter(), {
  handle: (channel: string, handler: (event: unknown, ...args: unknown[]) => unknown) =>
    void handlers.set(channel, handler),
});

export class BrowserWindow extends WindowDouble {
  constructor(options: ConstructorParameters<typeof WindowDouble>[0]) {
    super(options, {
      browser: () => (browser ??= Browser.open((scheme) => schemes.get(scheme))),
      handlers,
      ipc: ipcMain,
      session: session.defaultSession,
      onClosed() {
        window = null;
        app.emit('window-all-closed');
      },
    });
    window = this;
  }
}

export const screen = {
  getPrimaryDisplay: () => ({ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }),
  getAllDisplays: () => [screen.getPrimaryDisplay()],
};
export const shell = { openExternal: async (address: string) => record('openExternal', address) };
export const Menu = {
  buildFromTemplate: (template: MenuItem[]) => template,
  setApplicationMenu(template: MenuItem[]) {
    menu = template;
  },
};
export const dialog = {
  async showMessageBox(options: { message: string }) {
    record('showMessageBox', options.message);
    return { response: answers.messageBox };
  },
  async showSaveDialog(_: unknown, options: { defaultPath: string }) {
    record('showSaveDialog', options.defaultPath);
    return { canceled: answers.savePath === '', filePath: answers.savePath };
  },
  async showOpenDialog(_: unknown, options: { title: string }) {
    record('showOpenDialog', options.title);
    return { canceled: answers.folder === '', filePaths: [answers.folder] };
  },
  /** Told at once: what shows one often ends. */
  showErrorBox: (title: string, content: string) => void process.send?.({ error: { title, content } }),
};
export class Notification extends EventEmitter {
  static isSupported = () => true;
  readonly #options: object;
  constructor(options: object) {
    super();
    this.#options = options;
  }
  show(): void {
    record('Notification', this.#options);
    notifications.push(this);
  }
}
const notifications: Notification[] = [];

const items = () => menu.flatMap(({ label = '', submenu = [] }) => submenu.map((item) => ({ ...item, menu: label })));

/** What the tests can ask of the double, and do to it, by a message from the process that started it. */
const controls = {
  log: () => log,
  forgetLog: () => void log.splice(0),
  menu: () => items().map(({ id, menu, label, accelerator }) => ({ id, menu, label, accelerator })),
  choose: (id: string) =>
    items()
      .find((item) => item.id === id)
      ?.click?.(),
  answer: (given: Partial<typeof answers>) => void Object.assign(answers, given),
  quit: () => app.quit(),
  closeWindow: () => window?.close(),
  crash: () => window?.crash(),
  look: (isLookedAt: boolean) => {
    if (window !== null) window.isLookedAt = isLookedAt;
  },
  clickNotification: () => void notifications.at(-1)?.emit('click'),
  secondStart: (args: string[]) => void app.emit('second-instance', {}, args),
  openUrl: (link: string) => void app.emit('open-url', { preventDefault() {} }, link),
  permission: (name: string, requestingUrl: string) =>
    new Promise((resolve) => session.defaultSession.permit?.(null, name, resolve, { requestingUrl })),
  /** A message on a channel from another frame than the window's own. */
  forge(channel: string, frame: unknown, ...args: unknown[]) {
    const ports = [
      {
        closed: false,
        close() {
          this.closed = true;
        },
        on() {},
        start() {
          this.started = true;
        },
        started: false,
        postMessage() {},
      },
    ];
    const event = { senderFrame: frame, ports };
    const handler = handlers.get(channel);
    if (handler !== undefined) return Promise.resolve(handler(event, ...args));
    ipcMain.emit(channel, event, ...args);
    return { isClosed: ports[0]?.closed, isStarted: ports[0]?.started };
  },
} satisfies Record<string, (...args: never[]) => unknown>;
export type Controls = typeof controls;

process.on('message', async ({ id, name, args }: { id: number; name: keyof Controls; args: never[] }) => {
  try {
    const control = controls[name] as (...given: never[]) => unknown;
    process.send?.({ id, value: JSON.parse(JSON.stringify((await control(...args)) ?? null)) });
  } catch (error) {
    process.send?.({ id, error: String(error) });
  }
});
process.on('disconnect', () => void app.exit(1));
