// npm start: opens the desktop app, or the same app in the browser where Electron can't be had.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { newest } from '../main/hosts/web/newest.ts';
import { electronBinary, fetchElectron, hasDisplay } from './electron-binary.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
/** What the bundles are made of. */
const SOURCES = [
  'main',
  'worker',
  'shared',
  'renderer',
  'examples',
  'build',
  'package.json',
  'electron.vite.config.ts',
];
const BUNDLES = ['out/main/index.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

function findElectron(): string | null {
  const binary = electronBinary(ROOT);
  if (binary !== null) return binary;
  console.error('Fetching Electron, which is done once …');
  return fetchElectron(ROOT);
}

function bundle(): void {
  const isFresh = BUNDLES.every((file) => newest(ROOT, [file]) > newest(ROOT, SOURCES));
  if (isFresh) return;
  console.error('Bundling the app …');
  const program = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status } = spawnSync(process.execPath, [program, 'build', '--logLevel', 'error'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

function run(program: string, args: readonly string[]): void {
  const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}

const args = process.argv.slice(2);
const isShown = hasDisplay(process.platform, process.env);
const electron = isShown ? findElectron() : null;
if (electron !== null) {
  bundle();
  run(electron, [ROOT, ...args]);
} else {
  const why = isShown ? 'Electron can’t be fetched here' : 'There is no display here';
  console.error(`${why}, so Hindcast opens in the browser instead.`);
  run(process.execPath, [join(ROOT, 'main', 'hosts', 'cli', 'hindcast.js'), 'serve', '--open', ...args]);
}
