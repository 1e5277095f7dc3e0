import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { WINDOW_FOLDER } from '#main/hosts/web/window-bundle.ts';
import { HostClient } from './support/client.ts';
import { liveObjects } from './support/live-objects.ts';
import { prepared } from './support/prepared.ts';
import { minuteBars } from './support/prices.ts';
import { RESTLESS, SLOW, SMA_CROSS } from './support/strategies.ts';
import { expect, test } from './support/test.ts';
import { goTo, settled } from './support/window.ts';

const KB = 1024;
const MB = 1024 * KB;

test('what the window loads before it shows anything is small, and draws and edits nothing yet', async ({ host }) => {
  expect(host.url).not.toBe('');
  const scripts = firstScripts(WINDOW_FOLDER);
  expect(scripts.length).toBeGreaterThan(1);
  const bytes = scripts.reduce((sum, { text }) => sum + gzipSync(text).byteLength, 0);
  expect(bytes / KB).toBeLessThanOrEqual(350);
  for (const { path, text } of scripts) expect(/zrender|echarts|monaco/i.exec(text)?.[0], path).toBeUndefined();
});

/** What is loaded at once: the scripts and preloads of the page, and whatever they import before they run. */
function firstScripts(folder: string): { path: string; text: string }[] {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const asked = [...page.matchAll(/<(?:script[^>]* src|link rel="modulepreload"[^>]* href)="([^"]+)"/g)];
  const paths = new Set(asked.map(([, path = '']) => join(folder, path)));
  const scripts = [];
  // A set may grow while it is gone through.
  for (const path of paths) {
    const text = readFileSync(path, 'utf8');
    for (const [, imported = ''] of text.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) {
      paths.add(join(dirname(path), imported));
    }
    scripts.push({ path, text });
  }
  return scripts;
}

test('nothing jumps while a run starts and ends, tabs are switched and the theme changes', async ({ window, host }) => {
  test.slow();
  const { client, series, places } = await prepared(host);
  await goTo(window, places.run);
  await settled(window);
  await window.evaluate(watchShifts);

  await test.step('a run starts and ends', async () => {
    const job = await client.ask.runs.start({ strategy: SLOW, series, from: Date.UTC(2012, 0, 1) });
    expect((await client.end(job)).state).toBe('done');
    await expect(window.getByRole('link', { name: /^slow SP500/ })).toBeVisible();
    await expect(window.getByRole('article', { name: /slow\.ts/ })).toBeHidden();
    await settled(window);
  });
  await test.step('a run is made again', async () => {
    const before = window.url();
    await window.keyboard.press('F5');
    await expect.poll(() => window.url()).not.toBe(before);
    await settled(window);
  });
  await test.step('tabs', async () => {
    for (const name of [/^Orders/, /^Periods/, /^Log/, /^Problems/, /^Values at bar/, /^Trades/]) {
      await window.getByRole('tab', { name }).click();
      await settled(window);
    }
  });
  await test.step('themes', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await window.emulateMedia({ colorScheme });
      await expect(window.locator('html')).toHaveAttribute('data-theme', colorScheme);
      await settled(window);
    }
  });
  const shifts = await window.evaluate(() => (globalThis as unknown as { shifts: Shift[] }).shifts);
  expect(
    shifts.reduce((sum, { value }) => sum + value, 0),
    JSON.stringify(shifts),
  ).toBeLessThan(0.02);
});

interface Shift {
  value: number;
  moved: string[];
}

/** Keeps what moves, with what it was; after an input too, which the usual measure would forgive. */
function watchShifts(): void {
  type Entry = PerformanceEntry & { value: number; sources: { node: Node | null }[] };
  const shifts: Shift[] = [];
  const nameOf = (node: Node | null) => (node instanceof Element ? `${node.tagName}.${node.className}` : 'text');
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as Entry[]) {
      shifts.push({ value, moved: sources.map(({ node }) => nameOf(node)) });
    }
  }).observe({ type: 'layout-shift' });
  Object.assign(globalThis, { shifts });
}

test('a hundred runs opened and closed leave nothing behind', async ({ window, host }) => {
  test.setTimeout(600_000);
  const client = new HostClient(host);
  await client.acceptDisclosure();
  const series = [await client.addSamples()];
  // Made while nobody looks: a window would tell of each.
  await window.goto('about:blank');
  const params = Array.from({ length: 100 }, (_, place) => ({ slow: 40 + place }));
  const jobs = await Promise.all(
    params.map((each) => client.ask.runs.start({ strategy: SMA_CROSS, series, params: each })),
  );
  const runs: string[] = [];
  for (const job of jobs) runs.push((await client.end(job)).run ?? '');
  await window.goto(host.url);
  const openAndClose = async (some: readonly string[]) => {
    for (const run of some) {
      await goTo(window, `/run/${run}`);
      await settled(window);
    }
    await goTo(window, '/settings');
    await expect(window.getByRole('heading', { name: 'Settings' })).toBeVisible();
    await settled(window);
  };
  await openAndClose(runs.slice(0, 20));
  const before = await liveObjects(window);
  await openAndClose(runs.slice(20));
  const after = await liveObjects(window);
  expect((after.heapBytes - before.heapBytes) / MB).toBeLessThan(15);
  expect(after.nodes).toBeLessThan(before.nodes * 1.02);
  expect(after.canvases).toBe(before.canvases);
});

test('a hundred thousand trades are a few rows of the document', async ({ window, host }) => {
  const client = new HostClient(host);
  await client.acceptDisclosure();
  const series = [await client.addPrices('MINUTES', minuteBars(200_400))];
  await goTo(window, `/run/${await client.run({ strategy: RESTLESS, series })}`);
  await settled(window);
  const trades = window.getByRole('grid', { name: 'Trades of restless' });
  await expect(trades).toHaveAttribute('aria-rowcount', /^100\d{3}$/);
  const rows = trades.locator('[data-row]');
  await trades.focus();
  for (const key of ['End', 'Home', 'PageDown', 'End', 'PageUp']) {
    await window.keyboard.press(key);
    await expect(trades.locator('[aria-selected="true"]')).toBeInViewport();
    expect(await rows.count(), key).toBeLessThanOrEqual(60);
  }
});

test('at twice the size nothing of the window lies beside it', async ({ window, host }) => {
  // Half of 1280 × 720: what a zoom of 200 % leaves.
  await window.setViewportSize({ width: 640, height: 360 });
  const { places } = await prepared(host);
  for (const [name, path] of Object.entries(places)) {
    await goTo(window, path);
    await settled(window);
    expect(await window.evaluate(beside), name).toEqual([]);
  }
});

/** What can be operated and lies beside the window, where no scrolling of a part of it leads. */
function beside(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const isScrolled = (one: Element | null): boolean =>
    one !== null && (/auto|scroll/.test(getComputedStyle(one).overflowX) || isScrolled(one.parentElement));
  const lost = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex="0"]')]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > clientWidth + 1 && !isScrolled(one))
    .map((one) => `${one.tagName.toLowerCase()} "${one.ariaLabel ?? one.textContent}"`);
  return scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`, ...lost] : lost;
}
