import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CONNECT, UPLOAD } from '#shared/contract/desktop-bridge.ts';
import { type BuiltDesktop, buildDesktopWithPage } from './built-desktop.ts';
import { CHROMIUM, DesktopDouble, type DesktopOptions } from './desktop-double.ts';
import type {} from './page/page.ts';

const OWN_FRAME = { url: 'app://hindcast/index.html', parent: null };
const ENDLESS = `import { strategy } from 'hindcast';
export default strategy({ name: 'Endless', onBar() { for (;;) {} } });
`;

const files = mkdtempSync(join(tmpdir(), 'hindcast-desktop-files-'));
const started: DesktopDouble[] = [];
let built: BuiltDesktop | undefined;

if (CHROMIUM === undefined) process.stderr.write('The desktop is not tested: no Chromium was found.\n');

/** What is so sooner or later, on machines of every speed. */
function eventually<T>(probe: () => T | Promise<T>) {
  return expect.poll(probe, { timeout: 20_000, interval: 50 });
}

async function start(options: Partial<DesktopOptions> = {}): Promise<DesktopDouble> {
  const desktop = await DesktopDouble.start({ app: built?.app ?? '', ...options });
  started.push(desktop);
  return desktop;
}

async function pageOf(desktop: DesktopDouble, lost?: Page): Promise<Page> {
  const page = await desktop.window(lost);
  await page.waitForFunction(() => 'underTest' in globalThis);
  return page;
}

async function importSamples(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { client } = underTest.api;
    const jobs = await client.market.installSamples();
    for (const { id } of jobs)
      for await (const { state } of await client.jobs.watch({ job: id })) if (state === 'done') break;
  });
}

/** Starts a run that never ends by itself; resolves once it is under way. */
async function runEndless(page: Page): Promise<string> {
  await importSamples(page);
  return page.evaluate(async (source) => {
    const { client } = underTest.api;
    const strategy = { kind: 'source' as const, file: 'endless.ts', source };
    const { id } = await client.runs.start({ strategy, series: ['SP500'] });
    for await (const { state } of await client.jobs.watch({ job: id })) if (state === 'running') break;
    return id;
  }, ENDLESS);
}

describe.skipIf(CHROMIUM === undefined)('the built desktop', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    built = await buildDesktopWithPage();
  }, 120_000);
  afterEach(async () => {
    await Promise.all(started.splice(0).map((desktop) => desktop.remove()));
  });
  afterAll(() => {
    built?.remove();
    rmSync(files, { recursive: true });
  });

  describe('while it is open', () => {
    let desktop: DesktopDouble;
    let page: Page;
    beforeAll(async () => {
      desktop = await DesktopDouble.start({ app: built?.app ?? '' });
      page = await pageOf(desktop);
      await importSamples(page);
    }, 60_000);
    beforeEach(async () => {
      await page.reload();
      await pageOf(desktop);
      await desktop.ask('forgetLog');
    });
    afterAll(() => desktop.remove());
    test('serves the contract over its port: runs on threads, columns, streams and errors', async () => {
      const seen = await page.evaluate(async () => {
        const { client } = underTest.api;
        const info = await client.system.info();
        const strategy = { kind: 'library' as const, id: 'sma-cross' };
        const { id } = await client.runs.start({ strategy, series: ['SP500'] });
        const states: string[] = [];
        for await (const { state } of await client.jobs.watch({ job: id })) {
          states.push(state);
          if (['done', 'failed'].includes(state)) break;
        }
        const { close } = await client.runs.barViewport({ run: 'last', from: 0, to: 250, buckets: 10 });
        const failure = await client.runs.detail({ run: 'abc' }).catch((error) => error.data);
        const refused = await client.runs.detail({ run: 'abc', more: 1 } as never).catch((error) => error.data);
        const checked = await client.strategies.check({
          strategy: { kind: 'source', file: 'a.ts', source: 'const a: number = "x";\nexport default a;\n' },
        });
        return { info, states, close, failure, refused, checked };
      });
      expect(seen.info).toMatchObject({ host: 'electron' });
      expect(seen.states.at(-1)).toBe('done');
      expect(seen.close).toBeInstanceOf(Float64Array);
      expect(seen.close.length).toBeGreaterThan(4);
      expect(seen.failure).toMatchObject({ kind: 'usage', code: 'usage.no-such-run' });
      expect(seen.refused).toMatchObject({ code: 'usage.invalid-request' });
      expect(seen.checked.problems[0]).toMatchObject({ owner: 'types', line: 1 });
    });

    test('stays on its page, and opens no window', async () => {
      const before = page.url();
      for (const address of ['https://evil.invalid/', '/other.html', 'https://github.com/']) {
        await page.evaluate((to) => location.assign(to), address).catch(() => {});
        await eventually(async () => (await desktop.asked('will-navigate')).at(-1)?.at(0)).toContain(address);
      }
      expect((await desktop.asked('will-navigate')).map(([, isStopped]) => isStopped)).toEqual([true, true, true]);
      await page.evaluate(() => void window.open('https://evil.invalid/popup'));
      await eventually(() => desktop.asked('window.open')).toEqual([[expect.any(String), 'deny']]);
      expect(page.url()).toBe(before);
      expect(await desktop.asked('openExternal')).toEqual([['https://github.com/']]);
    });

    test('loads under its policy without a violation, and the policy holds', async () => {
      expect(await page.evaluate(() => underTest.violations)).toEqual([]);
      await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'globalThis.wasRun = true';
        document.head.append(script);
        // A string on a timer is an eval, which Playwright's own evaluation would be allowed.
        setTimeout('globalThis.wasRun = true', 0);
        void fetch('https://evil.invalid/').catch(() => {});
      });
      await eventually(() => page.evaluate(() => underTest.violations.length)).toBe(3);
      expect(await page.evaluate(() => 'wasRun' in globalThis)).toBe(false);
    });

    test('serves no file but those of its window', async () => {
      const statuses = await page.evaluate(() => {
        const paths = [
          '/index.html',
          '/..%2fmain%2findex.js',
          '/assets/..%2f..%2f..%2fmain%2findex.js',
          '/%2e%2e/preload/preload.cjs',
          '/..%5cmain%5cindex.js',
          '/%2fetc%2fpasswd',
          '/nothing.js',
        ];
        return Promise.all(paths.map(async (path) => (await fetch(path)).status));
      });
      expect(statuses).toEqual([200, 404, 404, 404, 404, 404, 404]);
    });

    test('hears its own page alone', async () => {
      const forged = [
        { url: 'https://evil.invalid/', parent: null },
        { url: 'app://evil/index.html', parent: null },
        { ...OWN_FRAME, parent: { url: 'app://hindcast/' } },
        null,
      ];
      for (const frame of forged) {
        expect(await desktop.ask('forge', CONNECT, frame)).toEqual({ isClosed: true, isStarted: false });
        await expect(desktop.ask('forge', UPLOAD, frame, '/etc/passwd')).rejects.toThrow('may not hand over files');
      }
      expect(await desktop.ask('forge', CONNECT, OWN_FRAME)).toEqual({ isClosed: false, isStarted: true });
    });

    test('grants the clipboard, and nothing else that Chromium could give', async () => {
      const own = OWN_FRAME.url;
      expect(await desktop.ask('permission', 'clipboard-sanitized-write', own)).toBe(true);
      expect(await desktop.ask('permission', 'clipboard-sanitized-write', 'https://evil.invalid/')).toBe(false);
      for (const name of [
        'media',
        'geolocation',
        'notifications',
        'usb',
        'clipboard-read',
        'openExternal',
        'unknown',
      ]) {
        expect(await desktop.ask('permission', name, own)).toBe(false);
      }
    });

    test('survives whatever a link says', async () => {
      await page.evaluate(() => void underTest.followLinks());
      const place = fc.constantFrom('runs', 'jobs', 'settings', 'data', 'run/0af3', 'compare/12/last', 'data/SPY%3A1d');
      const part = fc.constantFrom('run', '/', '..', '%', '%2f', '?', '#', '<script>', 'javascript:', '0af', '@');
      const rest = fc.array(fc.oneof(part, fc.string()), { maxLength: 6 }).map((parts) => parts.join(''));
      const link = fc.oneof(
        place,
        rest,
        fc.tuple(place, rest).map(([to, more]) => to + more),
      );
      const links = fc.sample(link, 300).map((to) => `hindcast://${to}`);
      for (const to of links) await desktop.ask('secondStart', ['hindcast', to]);
      await desktop.ask('secondStart', ['hindcast', 'hindcast://jobs']);
      await eventually(() => page.evaluate(() => underTest.seen.at(-1))).toBe('/jobs');
      const seen = await page.evaluate(() => underTest.seen);
      expect(new Set(seen).size).toBeGreaterThan(1);
      for (const path of seen) expect(path).toMatch(/^\/[a-z]+(\/[\w%.~!*'()-]+)*$/);
    });

    test('shows the commands of the window in the native menu, and runs what is chosen', async () => {
      await page.evaluate(() => {
        const { registry, seen } = underTest;
        registry.add([
          { id: 'run.start', title: 'Run', group: 'Run', defaultKey: 'F5', run: () => void seen.push('ran') },
        ]);
        underTest.showMenu();
      });
      const item = { id: 'run.start', menu: 'Run', label: 'Run', accelerator: 'F5' };
      await eventually(() => desktop.ask('menu')).toContainEqual(item);
      await page.evaluate(() => {
        underTest.registry.add([{ id: 'go.on', title: 'Go on', group: 'Go', run() {} }]);
      });
      await eventually(() => desktop.ask('menu')).toContainEqual({ id: 'go.on', menu: 'Go', label: 'Go on' });
      await desktop.ask('choose', 'run.start');
      await desktop.ask('choose', 'run.start');
      await eventually(() => page.evaluate(() => underTest.seen)).toEqual(['ran', 'ran']);
    });

    test('takes in a file that was chosen, and none that a script made up', async () => {
      const path = join(files, 'prices of today.csv');
      writeFileSync(path, 'date,close\n2020-01-01,1\n2020-01-02,2\n');
      await page.evaluate(() =>
        document.body.insertAdjacentHTML('beforeend', '<input type="file" aria-label="Prices">'),
      );
      // Playwright would send the content to a browser that it only connected to.
      const devtools = await page.context().newCDPSession(page);
      const { result } = await devtools.send('Runtime.evaluate', { expression: 'document.querySelector("input")' });
      await devtools.send('DOM.setFileInputFiles', { files: [path], objectId: result.objectId ?? '' });
      const seen = await page.evaluate(async () => {
        const { api } = underTest;
        const [chosen] = document.querySelector('input')?.files ?? [];
        if (chosen === undefined) throw new Error('nothing was chosen');
        const sent: number[] = [];
        const upload = await api.upload(chosen, { onProgress: (bytes) => sent.push(bytes) });
        const preview = await api.client.market.preview({ upload: upload.upload });
        const refused = await api.upload(new File(['x'], '/etc/passwd')).catch((error) => error.data);
        return { upload, sent, rows: preview.goodRows, refused };
      });
      expect(seen).toMatchObject({ upload: { name: 'prices of today.csv', bytes: 37 }, sent: [37], rows: 2 });
      expect(seen.refused).toMatchObject({ kind: 'usage', code: 'usage.file-not-on-disk' });
    });

    test('saves an export where the person says, and none where they say nothing', async () => {
      await page.evaluate(async () => {
        const { client, exportUrl } = underTest.api;
        const { id } = await client.runs.start({
          strategy: { kind: 'library', id: 'buy-and-hold' },
          series: ['SP500'],
        });
        for await (const { state } of await client.jobs.watch({ job: id })) if (state === 'done') break;
        document.body.insertAdjacentHTML('beforeend', `<a download href="${exportUrl('last', 'csv')}">Export</a>`);
      });
      await page.click('text=Export');
      await eventually(() => desktop.asked('showSaveDialog')).toHaveLength(1);
      const path = join(files, 'trades.csv');
      await desktop.ask('answer', { savePath: path });
      await page.click('text=Export');
      await eventually(() => existsSync(path) && readFileSync(path, 'utf8')).toContain('symbol');
      expect((await desktop.asked('showSaveDialog')).flat()[0]).toMatch(/\.csv$/);
      expect(page.url()).toContain('index.html');
    });

    test('shows jobs in the taskbar, and their end when nobody looks', async () => {
      await desktop.ask('look', true);
      await importSamples(page);
      await eventually(async () => (await desktop.asked('setProgressBar')).at(-1)).toEqual([-1]);
      expect((await desktop.asked('setProgressBar')).some(([value]) => Number(value) >= 0)).toBe(true);
      expect(await desktop.asked('Notification')).toEqual([]);
      await desktop.ask('look', false);
      await page.evaluate(() => {
        void underTest.followLinks();
        return underTest.api.client.runs.start({ strategy: { kind: 'library', id: 'sma-cross' }, series: ['SP500'] });
      });
      await eventually(() => desktop.asked('Notification')).toMatchObject([
        [{ title: expect.stringContaining('sma-cross') }],
      ]);
      await desktop.ask('clickNotification');
      await eventually(() => page.evaluate(() => underTest.seen.at(-1))).toMatch(/^\/run\/[0-9a-f]+$/);
    });
  });

  test('shows its page a bridge of two, and nothing of Electron or Node', async () => {
    const desktop = await start();
    const page = await pageOf(desktop);
    const surface = await page.evaluate(() => {
      const { hindcast } = globalThis as unknown as { hindcast: object };
      const known = ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer', 'toProcess'];
      return {
        shown: Object.entries(hindcast).map(([name, value]) => `${name}: ${typeof value}`),
        isFrozen: Object.isFrozen(hindcast),
        leaked: known.filter((name) => name in globalThis),
      };
    });
    expect(surface).toEqual({ shown: ['platform: string', 'upload: function'], isFrozen: true, leaked: [] });
    const [[window]] = (await desktop.asked('BrowserWindow')) as [[{ webPreferences: object }]];
    expect(window.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
    expect(await desktop.asked('enableSandbox')).toHaveLength(1);
    expect(await desktop.asked('registerSchemesAsPrivileged')).toMatchObject([
      [[{ scheme: 'app', privileges: { standard: true, secure: true } }]],
    ]);
  });

  test('follows links, also those that came before the window listened', async () => {
    const desktop = await start({ args: ['hindcast://run/0af3'] });
    const page = await pageOf(desktop);
    await page.evaluate(() => void underTest.followLinks());
    await eventually(() => page.evaluate(() => underTest.seen)).toEqual(['/run/0af3']);
    await desktop.ask('secondStart', ['hindcast', 'hindcast://compare/12/last']);
    await desktop.ask('openUrl', 'hindcast://data/SP500%3A1d%3Aimport');
    await eventually(() => page.evaluate(() => underTest.seen.slice(1))).toContain('/data/SP500%3A1d%3Aimport');
    expect((await desktop.asked('focus')).length).toBeGreaterThan(1);
  });

  test('opens a crashed window again, while runs go on', async () => {
    const desktop = await start();
    const lost = await pageOf(desktop);
    const job = await runEndless(lost);
    await desktop.ask('crash');
    await eventually(() => desktop.asked('reload')).toHaveLength(1);
    const page = await pageOf(desktop, lost);
    expect(await page.evaluate((id) => underTest.api.client.jobs.get({ job: id }), job)).toMatchObject({
      state: 'running',
    });
  });

  test('asks before it ends while jobs are under way, and lets them begin again', async () => {
    const desktop = await start();
    const page = await pageOf(desktop);
    const job = await runEndless(page);
    await desktop.ask('closeWindow');
    await eventually(() => desktop.asked('showMessageBox')).toEqual([['A job is still under way.']]);
    expect(await page.evaluate((id) => underTest.api.client.jobs.get({ job: id }), job)).toMatchObject({
      state: 'running',
    });
    await desktop.ask('answer', { messageBox: 1 });
    const ended = once(desktop.process, 'exit');
    await desktop.ask('quit');
    expect(await ended).toEqual([0, null]);

    const again = await pageOf(await start({ home: desktop.home }));
    const found = await again.evaluate((id) => underTest.api.client.jobs.get({ job: id }), job);
    expect(found).toMatchObject({ state: 'interrupted' });
  });

  test('keeps the place of its window, and ends with it', async () => {
    const desktop = await start();
    await pageOf(desktop);
    const ended = once(desktop.process, 'exit');
    await desktop.ask('closeWindow');
    expect(await ended).toEqual([0, null]);
    expect(JSON.parse(readFileSync(join(desktop.home, 'desktop', 'window.json'), 'utf8'))).toEqual({
      bounds: { x: 240, y: 70, width: 1440, height: 900 },
      isMaximized: false,
    });
  });

  test('leaves a second start to the first', async () => {
    const second = await start({ environment: { DOUBLE_IS_SECOND: '1' } });
    expect(await once(second.process, 'exit')).toEqual([0, null]);
    expect(existsSync(join(second.home, 'hindcast.db'))).toBe(false);
  });

  test('says why it can’t start', async () => {
    const desktop = await start();
    await pageOf(desktop);
    const other = await start({ home: desktop.home });
    const [[told], ended] = await Promise.all([once(other.process, 'message'), once(other.process, 'exit')]);
    expect(told.error.title).toContain('already running on this data folder');
    expect(ended).toEqual([1, null]);
  });
});
