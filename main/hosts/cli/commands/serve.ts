import { once } from 'node:events';
import { HindcastError } from '#shared/domain/errors.ts';
import { type App, createApp } from '../../../app.ts';
import type { WebHost } from '../../web/web-host.ts';
import { bundleWindow, WINDOW_FOLDER } from '../../web/window-bundle.ts';
import { type Command, EXIT } from '../command.ts';
import { dataFolder, type Home } from '../data-folder.ts';
import { badValue, wholeFlag } from '../flag-values.ts';
import { openFile } from '../open-file.ts';
import { printError } from '../print-error.ts';
import type { Terminal } from '../terminal.ts';

const USUAL_PORT = 4_870;
const PORTS = 'a number from 0 to 65535';

export const serve: Command = {
  name: 'serve',
  usage: '',
  summary: 'open the workstation in a browser, for this machine alone',
  positionals: [0, 0],
  flags: {
    port: { value: 'N', help: `port on 127.0.0.1 (${USUAL_PORT}, or any other if that is in use)` },
    open: { help: 'open the browser' },
    json: { help: 'write address and token as JSON' },
  },
  notes:
    'The address holds a key: whoever has it can do everything that Hindcast can. Ctrl-C ends it; jobs that are under\n' +
    'way are interrupted, and can begin again at the next start.',
  async run({ args, terminal, signal }) {
    const wanted = portFlag(args.text('port'));
    await bundleWindow(() => terminal.note('Bundling the window …'));
    let before: WebHost | undefined;
    while (!signal.aborted) {
      const home = dataFolder(args.text('home'), process.env);
      before = await serveUntil(signal, home, terminal, before ?? wanted, (host) => {
        if (before !== undefined) return terminal.note(`The data are in ${home.home} now.`);
        const { address, url, token } = host;
        if (args.has('json')) terminal.json({ address, url, token });
        else terminal.print(`Hindcast is at ${url}`);
        terminal.note('Ctrl-C ends it.');
        if (args.has('open')) openFile(terminal, url);
      });
    }
    return EXIT.ok;
  },
};

/**
 * Serves a data folder until the signal, or until the data are elsewhere.
 * @param where a port, or the host whose place it takes
 */
async function serveUntil(
  signal: AbortSignal,
  home: Home,
  terminal: Terminal,
  where: WebHost | number | undefined,
  onServed: (host: WebHost) => void,
): Promise<WebHost> {
  const moved = Promise.withResolvers<void>();
  const app = createApp(home, { clock: Date.now, reopen: moved.resolve });
  try {
    const host = await start(app, terminal, where);
    try {
      const release = app.claim(host.address);
      onServed(host);
      if (!signal.aborted) await Promise.race([once(signal, 'abort'), moved.promise]);
      release();
      return host;
    } finally {
      await host.close();
    }
  } finally {
    await app.close();
  }
}

function portFlag(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = wholeFlag('port', text, 0, PORTS);
  if (port > 65_535) throw badValue('port', text, PORTS);
  return port;
}

async function start(app: App, terminal: Terminal, where: WebHost | number | undefined): Promise<WebHost> {
  // The other commands start faster without it.
  const { startWebHost } = await import('../../web/web-host.ts');
  const onBug = (error: unknown) => void printError(terminal, error);
  const on = (port: number, access?: WebHost['access']) =>
    startWebHost(app, { port, windowFolder: WINDOW_FOLDER, onBug, ...(access && { access }) });
  if (typeof where === 'object') return on(Number(new URL(where.address).port), where.access);
  if (where !== undefined) return on(where);
  return on(USUAL_PORT).catch((error) => {
    if (error instanceof HindcastError && error.detail.code === 'usage.port-in-use') return on(0);
    throw error;
  });
}
