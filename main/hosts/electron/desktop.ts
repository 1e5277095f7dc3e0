import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { type BrowserWindow, dialog, app as electron, Menu, Notification, protocol, session } from 'electron';
import type { MenuCommand } from '#shared/contract/desktop.ts';
import type { ContractClient } from '#shared/contract/index.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import { type ContractRouter, createRouter } from '../../api/router.ts';
import { type App, createApp } from '../../app.ts';
import type { Home } from '../cli/data-folder.ts';
import { appFiles } from './app-files.ts';
import { serveWindow } from './connection.ts';
import { CrashLimit } from './crash-limit.ts';
import { deepLinkPath, LINK_SCHEME } from './deep-link.ts';
import { DesktopApi } from './desktop-api.ts';
import type { Export } from './export-address.ts';
import { showJobs } from './job-signs.ts';
import { menuTemplate } from './menu.ts';
import { guardDownloads, guardNavigation } from './navigation.ts';
import { APP_PAGE, APP_SCHEME } from './origin.ts';
import { guardPermissions } from './permissions.ts';
import { folderQuestion, QUIT_ANYWAY, quitQuestion, windowFailed } from './questions.ts';
import { saveExport } from './save-export.ts';
import { followUpdates } from './updater.ts';
import { openWindow, showWindow } from './window.ts';
import { WindowMemory } from './window-memory.ts';

/** The app on a desktop: its services, one window on them, and what the system shows of both. */
export class Desktop {
  readonly #app: App;
  readonly #release: () => void;
  readonly #router: ContractRouter;
  readonly #client: ContractClient;
  readonly #api = new DesktopApi({
    showMenu: (commands) => this.#showMenu(commands),
    chooseFolder: () => this.#chooseFolder(),
  });
  /** Under development the window comes from a server that reloads it. */
  readonly #page = (electron.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']) ?? APP_PAGE;
  readonly #memory = new WindowMemory(join(electron.getPath('userData'), 'window.json'));
  readonly #crashes = new CrashLimit();
  readonly #ending = new AbortController();
  #window: BrowserWindow | null = null;
  #isAsking = false;
  /** By a person, in the system's dialog: the page can't make one up. */
  #chosenFolder: string | null = null;
  #hasEnded = false;

  /** @throws HindcastError of kind `storage`, or `usage.in-use` */
  constructor(home: Home) {
    this.#app = createApp(home, { clock: Date.now, reopen: () => this.#restart() });
    this.#release = this.#app.claim('the desktop app');
    this.#router = createRouter(this.#app, {
      host: 'electron',
      onBug: report,
      mayMoveTo: (folder) => folder === this.#chosenFolder,
    });
    this.#client = createRouterClient(this.#router, { context: {} });
  }

  /** Guards the window before there is one, opens it, and keeps up with what happens around it. */
  start(): void {
    const page = this.#page;
    protocol.handle(APP_SCHEME, appFiles(join(electron.getAppPath(), 'out', 'renderer')));
    guardPermissions(session.defaultSession, page);
    guardDownloads(session.defaultSession, page, (asked) => this.#save(asked));
    const router = { ...this.#router, desktop: this.#api.router };
    serveWindow({ page, router, uploads: this.#app.uploads, onBug: report });
    if (electron.isPackaged) electron.setAsDefaultProtocolClient(LINK_SCHEME);
    electron.on('activate', () => this.show());
    electron.on('before-quit', (event) => {
      if (this.#hasEnded) return;
      event.preventDefault();
      void this.#end();
    });
    electron.on('window-all-closed', () => {
      // On Macs an app outlives its window.
      if (process.platform !== 'darwin') electron.quit();
    });
    this.#showMenu([]);
    this.#open();
    const onOpen = (path: string) => this.#goTo(path);
    void showJobs({ app: this.#app, window: () => this.#window, onOpen }, this.#ending.signal).catch(report);
    void followUpdates(process.resourcesPath, tellOfUpdate, report).catch(report);
  }

  /** Brings the window to the front, and to where a link leads; a link that leads nowhere changes nothing else. */
  show(link?: string): void {
    const path = link === undefined ? null : deepLinkPath(link);
    if (path !== null) this.#api.open(path);
    if (this.#window === null) this.#open();
    else showWindow(this.#window);
  }

  #goTo(path: string): void {
    this.#api.open(path);
    this.show();
  }

  #open(): void {
    const window = openWindow(this.#page, this.#memory);
    this.#window = window;
    guardNavigation(window.webContents, this.#page, (asked) => this.#save(asked));
    window.on('close', (event) => {
      if (this.#hasEnded || process.platform === 'darwin') return;
      event.preventDefault();
      electron.quit();
    });
    window.on('closed', () => {
      this.#window = null;
    });
    // Runs go on meanwhile: they aren't the window's.
    window.webContents.on('render-process-gone', (_, { reason }) => {
      if (reason !== 'clean-exit') void this.#reopen(window, reason);
    });
  }

  async #reopen(window: BrowserWindow, reason: string): Promise<void> {
    report(`The window was lost: ${reason}`);
    if (!this.#crashes.mayReopen(Date.now())) {
      const { response } = await dialog.showMessageBox(windowFailed);
      if (response === QUIT_ANYWAY) return electron.quit();
    }
    window.webContents.reload();
  }

  #showMenu(commands: readonly MenuCommand[]): void {
    const template = menuTemplate(commands, process.platform, (id) => this.#api.choose(id));
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  #save(asked: Export): void {
    if (this.#window === null) return;
    void saveExport(this.#window, asked, (terms) => this.#client.runs.export(terms), showError);
  }

  async #chooseFolder(): Promise<string | null> {
    if (this.#window === null) return null;
    const { canceled, filePaths } = await dialog.showOpenDialog(this.#window, folderQuestion);
    this.#chosenFolder = canceled ? null : (filePaths[0] ?? null);
    return this.#chosenFolder;
  }

  /** The data are elsewhere: another process opens them there. */
  #restart(): void {
    electron.relaunch();
    void this.#end();
  }

  async #end(): Promise<void> {
    if (this.#isAsking) return;
    const jobs = this.#app.jobs.inHand;
    if (jobs > 0) {
      this.#isAsking = true;
      const { response } = await dialog.showMessageBox(quitQuestion(jobs));
      this.#isAsking = false;
      if (response !== QUIT_ANYWAY) return;
    }
    this.#isAsking = true;
    this.#ending.abort();
    this.#release();
    await this.#app.close();
    this.#hasEnded = true;
    electron.quit();
  }
}

/** Shows an error in the system's own way: there may be no window. */
export function showError(error: unknown): void {
  if (!(error instanceof HindcastError)) report(error);
  const { message, hint = '' } = error instanceof HindcastError ? error.detail : { message: String(error) };
  dialog.showErrorBox(message, hint);
}

function report(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

function tellOfUpdate(version: string): void {
  if (!Notification.isSupported()) return;
  new Notification({ title: `Hindcast ${version}`, body: 'It will be installed when you quit.' }).show();
}
