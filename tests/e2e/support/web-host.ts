import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../../main/hosts/cli/hindcast.js', import.meta.url));
/** Building the window is a part of the first start. */
const LONGEST_START = 90_000;

type Environment = Readonly<Record<string, string | undefined>>;

/** A web host in a process of its own, on a data folder of its own. */
export class WebHost {
  readonly home = mkdtempSync(join(tmpdir(), 'hindcast-e2e-'));
  /** Where to open the window: the token is in it. */
  url = '';
  #port = '0';
  readonly #environment: Environment;
  #process: ChildProcess | null = null;

  /** @param environment where it differs from that of the tests; undefined takes a variable away */
  constructor(environment: Environment = {}) {
    this.#environment = environment;
  }

  /** Starts it, or starts it again on the same folder and port. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [PROGRAM, 'serve', '--port', this.#port], {
      env: { ...process.env, HINDCAST_HOME: this.home, ...this.#environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    this.url = await urlOf(child);
    this.#port = new URL(this.url).port;
  }

  /** Ends it without a word, as when the power fails. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGINT');
    rmSync(this.home, { recursive: true, force: true });
  }

  #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  }
}

/** The address that a host prints once it listens. */
function urlOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(() => fail('did not start in time'), LONGEST_START);
    const fail = (reason: string) => reject(new Error(`The web host ${reason}:\n${printed}`));
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const [url] = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(printed) ?? [];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
}
