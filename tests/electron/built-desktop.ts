import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A built app: a folder with `out/main`, `out/preload` and `out/renderer`. */
export interface BuiltDesktop {
  app: string;
  remove(): void;
}

/** The app as it ships. */
export async function buildDesktop(): Promise<BuiltDesktop> {
  const { app, remove } = newApp();
  await electronVite(app);
  return { app, remove };
}

/** The main and the preload that ship, with the page of these tests as their window. */
export async function buildDesktopWithPage(): Promise<BuiltDesktop> {
  const { app, remove } = newApp();
  await electronVite(app, '--config', join(ROOT, 'tests', 'electron', 'main-and-preload.config.ts'));
  await buildPage(app);
  return { app, remove };
}

/** Makes the page of these tests the window of an app. */
export async function buildPage(app: string): Promise<void> {
  await build({
    root: join(ROOT, 'tests', 'electron', 'page'),
    publicDir: join(ROOT, 'renderer', 'public'),
    base: './',
    configFile: false,
    logLevel: 'error',
    build: { outDir: join(app, 'out', 'renderer'), emptyOutDir: true, target: 'chrome140' },
  });
}

/** Inside the repository, because the packages that aren't bundled are found from there. */
function newApp(): BuiltDesktop {
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  const app = mkdtempSync(join(ROOT, 'out', 'desktop-'));
  return { app, remove: () => rmSync(app, { recursive: true, force: true }) };
}

async function electronVite(app: string, ...args: string[]): Promise<void> {
  const program = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const out = ['--outDir', join(app, 'out'), '--logLevel', 'error'];
  await promisify(execFile)(process.execPath, [program, 'build', ...args, ...out], { cwd: ROOT });
}
