import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { HostClient } from '../../e2e/support/client.ts';
import { minuteBars } from '../../e2e/support/prices.ts';
import { RESTLESS, SLOW, SMA_CROSS } from '../../e2e/support/strategies.ts';
import { WebHost } from '../../e2e/support/web-host.ts';
import { goTo, settled } from '../../e2e/support/window.ts';
import { longestTaskDuring, sortReply, untilInteractive } from './timings.ts';

/** How long the window has people wait, against what it may: `node tests/bench/window/bench.ts`. */
const { browser: executable } = parseArgs({
  options: { browser: { type: 'string', default: '/usr/bin/chromium' } },
}).values;
const STARTS = 5;
const SORTS = 7;
const BARS = 200_400;

const host = new WebHost();
// The first start may bundle the window, which isn't what those who use it wait for.
await host.start();
const client = new HostClient(host);
await client.acceptDisclosure();
const sample = await client.addSamples();
const run = await client.run({ strategy: SMA_CROSS, series: [sample] });
const minutes = await client.addPrices('MINUTES', minuteBars(BARS));
const trading = await client.run({ strategy: RESTLESS, series: [minutes] });
const browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
try {
  console.log('                                             measured     limit');
  const { starts, windows } = await measureStarts(browser);
  print('host started and window usable, cold', median(starts), 2_500);
  print('of it the window', median(windows), null);
  const page = await open(browser);
  print('longest task while a run streams', await streaming(page), 100);
  const sorts = await sorting(page);
  print(`${Math.floor(BARS / 2).toLocaleString('en-US')} trades sorted, p50`, median(sorts), 250);
  print('… the slowest', Math.max(...sorts), null);
} finally {
  await browser.close();
  await host.stop();
}

/** From starting the host on a folder with runs until the window can be used, ms; the window by itself as well. */
async function measureStarts(from: Browser): Promise<{ starts: number[]; windows: number[] }> {
  const starts: number[] = [];
  const windows: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    await host.kill();
    const before = performance.now();
    await host.start();
    const listening = performance.now() - before;
    const context = await from.newContext();
    const page = await context.newPage();
    const interactive = await untilInteractive(page, host.url);
    await context.close();
    windows.push(interactive);
    starts.push(listening + interactive);
  }
  return { starts, windows };
}

async function streaming(page: Page): Promise<number> {
  const { ask } = new HostClient(host);
  await goTo(page, `/run/${run}`);
  await settled(page);
  return await longestTaskDuring(page, async () => {
    const { id } = await ask.runs.start({ strategy: SLOW, series: [sample] });
    for await (const _ of await ask.jobs.watch({ job: id }));
    await settled(page);
  });
}

async function sorting(page: Page): Promise<number[]> {
  await goTo(page, `/run/${trading}`);
  await settled(page);
  const times: number[] = [];
  const head = page.getByRole('grid', { name: 'Trades of restless' }).getByRole('columnheader', { name: /^P&L %/ });
  for (let sort = 0; sort < SORTS; sort += 1) times.push(await sortReply(head));
  return times;
}

async function open(from: Browser): Promise<Page> {
  const page = await from.newPage({ viewport: { width: 1600, height: 1000 }, reducedMotion: 'reduce' });
  await page.goto(host.url);
  await settled(page);
  return page;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function print(what: string, ms: number, limit: number | null): void {
  const verdict = limit === null || ms <= limit ? '' : '  over';
  const allowed = limit === null ? '' : `${limit} ms`;
  console.log(`${what.padEnd(40)} ${`${ms.toFixed(0)} ms`.padStart(12)} ${allowed.padStart(9)}${verdict}`);
}
