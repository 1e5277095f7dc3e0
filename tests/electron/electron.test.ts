import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { electronBinary, hasDisplay } from '../../build/electron-binary.ts';
import { type BuiltDesktop, buildDesktop, ROOT } from './built-desktop.ts';

const binary = hasDisplay(process.platform, process.env) ? electronBinary(ROOT) : null;
if (binary === null) process.stderr.write('The real Electron is not tested: its binary or a display is missing.\n');

describe.skipIf(binary === null)('the real Electron', { timeout: 60_000 }, () => {
  const home = mkdtempSync(join(tmpdir(), 'hindcast-electron-'));
  let built: BuiltDesktop;
  let app: ElectronApplication;
  beforeAll(async () => {
    built = await buildDesktop();
    const environment = { ...process.env, HINDCAST_HOME: home };
    app = await _electron.launch({
      executablePath: binary ?? '',
      args: [join(built.app, 'out', 'main', 'index.js')],
      env: Object.fromEntries(
        Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ),
    });
  }, 120_000);
  afterAll(async () => {
    await app.close();
    built.remove();
    rmSync(home, { recursive: true, force: true });
  });

  test('shows the window from its own scheme, with nothing of Node in it', async () => {
    const page = await app.firstWindow();
    await page.getByRole('navigation').first().waitFor();
    expect(page.url()).toMatch(/^app:\/\/hindcast\//);
    const leaked = await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in globalThis));
    expect(leaked).toEqual([]);
  });

  test('denies other windows and other pages', async () => {
    const page = await app.firstWindow();
    await page.evaluate(() => void window.open('https://evil.invalid/'));
    await page.evaluate(() => location.assign('https://evil.invalid/')).catch(() => {});
    expect(app.windows()).toHaveLength(1);
    expect(page.url()).toMatch(/^app:\/\/hindcast\//);
  });
});
