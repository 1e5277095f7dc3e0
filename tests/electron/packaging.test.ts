import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, extractFile, listPackage } from '@electron/asar';
import { getCurrentFuseWire } from '@electron/fuses';
import { build, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packaging } from '../../build/packaging.ts';
import { type BuiltDesktop, buildDesktop, buildPage, ROOT } from './built-desktop.ts';
import { CHROMIUM, DesktopDouble } from './desktop-double.ts';
import type {} from './page/page.ts';
import { stubElectron } from './stub-electron.ts';

const MEGABYTE = 1024 ** 2;
/** A package without Electron stays below this; each part of it is worth asking for. */
const LARGEST = 44 * MEGABYTE;

const folder = mkdtempSync(join(tmpdir(), 'hindcast-package-'));
const resources = join(folder, 'dist', 'linux-unpacked', 'resources');
const archive = join(resources, 'app.asar');
const unpacked = join(resources, 'app.asar.unpacked');
let built: BuiltDesktop | undefined;

beforeAll(async () => {
  built = await buildDesktop();
  stubElectron(join(folder, 'electron'));
  const config = packaging({
    bundles: join(built.app, 'out'),
    environment: { HINDCAST_UPDATE_FEED: 'https://feed.test/' },
  });
  await build({
    targets: Platform.LINUX.createTarget('dir'),
    projectDir: ROOT,
    publish: 'never',
    config: {
      ...config,
      electronDist: join(folder, 'electron'),
      directories: { ...config.directories, output: join(folder, 'dist') },
    },
  });
}, 180_000);
afterAll(() => {
  built?.remove();
  rmSync(folder, { recursive: true, force: true });
});

function bytesIn(place: string): number {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

describe('the package', () => {
  const packed = () => listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));

  test('holds the app, and what it needs at run time', () => {
    expect(packed()).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/out/main/index.js',
        '/out/main/files/main/db/migrations/0001-market.sql',
        '/out/main/files/examples/sma-cross.ts',
        '/out/main/files/examples/data/sp500-2000.csv',
        '/out/main/files/shared/strategy-api/index.ts',
        '/out/preload/preload.cjs',
        '/out/renderer/index.html',
        '/node_modules/amaro/package.json',
        '/node_modules/technicalindicators/package.json',
      ]),
    );
    expect(JSON.parse(extractFile(archive, 'package.json').toString())).toMatchObject({ main: 'out/main/index.js' });
  });

  test('has a preload that asks for Electron alone', () => {
    const preload = extractFile(archive, 'out/preload/preload.cjs').toString();
    const required = [...preload.matchAll(/\brequire\(\s*["'`]([^"'`]+)/g)].map(([, name]) => name);
    expect(required).toEqual(['electron']);
    expect(preload).not.toMatch(/\bimport\b/);
  });

  test('holds nothing else', () => {
    const tops = new Set(packed().map((path) => path.split('/').slice(1, 3).join('/')));
    const known = /^(package\.json|out(\/(main|preload|renderer))?|node_modules(\/.+)?)$/;
    expect([...tops].filter((top) => !known.test(top))).toEqual([]);
    const unused =
      /\.(test|fixture)\.ts|\.map$|\/(deps|src)\/sqlite|node_modules\/(electron|react|zod|vite|typescript)\//;
    expect(packed().filter((path) => unused.test(path))).toEqual([]);
  });

  test('leaves threads and shared libraries where the system can open them', () => {
    expect(readdirSync(join(unpacked, 'out', 'main')).sort()).toEqual(['threads']);
    expect(readdirSync(join(unpacked, 'out', 'main', 'threads'))).toEqual(
      expect.arrayContaining(['worker-index.js', 'main-strategies-type-check-thread.js']),
    );
    expect(readdirSync(join(unpacked, 'node_modules', 'better-sqlite3', 'prebuilds'))).toEqual([
      `linux-${process.arch}.node`,
    ]);
    expect(existsSync(join(unpacked, 'node_modules', 'piscina', 'dist', 'worker.js'))).toBe(true);
  });

  test('is small', () => {
    expect(statSync(archive).size + bytesIn(unpacked)).toBeLessThan(LARGEST);
  });

  test('can neither be run as Node nor loaded from anything but its archive', async () => {
    const {
      version,
      resetAdHocDarwinSignature: _,
      ...fuses
    } = await getCurrentFuseWire(join(folder, 'dist', 'linux-unpacked', 'hindcast'));
    const states = Object.values(fuses).map((state) => String.fromCharCode(Number(state)));
    expect(version).toBe('1');
    expect(states.slice(0, 8).join('')).toBe('01001100');
  });

  test('knows its feed, where it was made with one', () => {
    expect(readFileSync(join(resources, 'app-update.yml'), 'utf8')).toContain('url: https://feed.test/');
    expect(packaging({ bundles: 'out', environment: {} }).publish).toBeNull();
  });

  test.skipIf(CHROMIUM === undefined)(
    'shows a window that keeps to its policy',
    async () => {
      const desktop = await DesktopDouble.start({ app: built?.app ?? '' });
      try {
        const page = await desktop.window();
        const problems: string[] = [];
        page.on('pageerror', (error) => problems.push(error.message));
        await page.exposeFunction('report', (violation: string) => problems.push(violation));
        await page.addInitScript(() => {
          const { report } = globalThis as unknown as { report(violation: string): void };
          addEventListener('securitypolicyviolation', (event) =>
            report(`${event.violatedDirective} ${event.blockedURI}`),
          );
        });
        await page.reload();
        // On a first start this dialog is what comes last, and it hides the rest from roles.
        await page.getByRole('alertdialog').waitFor();
        expect(problems).toEqual([]);
      } finally {
        await desktop.remove();
      }
    },
    60_000,
  );

  test.skipIf(CHROMIUM === undefined)(
    'runs strategies with nothing but what it holds',
    async () => {
      const app = join(folder, 'extracted');
      extractAll(archive, app);
      await buildPage(app);
      const desktop = await DesktopDouble.start({ app });
      try {
        const page = await desktop.window();
        await page.waitForFunction(() => 'underTest' in globalThis);
        const seen = await page.evaluate(async () => {
          const { client } = underTest.api;
          const end = async (id: string) => {
            for await (const job of await client.jobs.watch({ job: id })) if (job.finishedAt !== null) return job;
            return undefined;
          };
          for (const { id } of await client.market.installSamples()) await end(id);
          const strategy = { kind: 'library' as const, id: 'sma-cross' };
          const { id } = await client.runs.start({ strategy, series: ['SP500'] });
          const checked = await client.strategies.check({ strategy });
          return { state: (await end(id))?.state, checked };
        });
        expect(seen).toEqual({ state: 'done', checked: { problems: [] } });
      } finally {
        await desktop.remove();
      }
    },
    60_000,
  );
});
