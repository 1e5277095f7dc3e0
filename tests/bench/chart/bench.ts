import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig, preview } from 'vite';
import type { PageFigures } from './page.ts';

/** Draws charts of growing series in a browser and prints what a step costs: `node tests/bench/chart/bench.ts`. */
const { browser: executable, rows: only } = parseArgs({
  options: { browser: { type: 'string', default: '/usr/bin/chromium' }, rows: { type: 'string' } },
}).values;
const SIZES = only === undefined ? [10_000, 100_000, 1_000_000, 5_000_000] : [Number(only)];
const VIEWPORT = { width: 1420, height: 760 };
const FLAGS = ['--no-sandbox', '--enable-precise-memory-info', '--js-flags=--expose-gc', '--disable-dev-shm-usage'];

const root = fileURLToPath(new URL('.', import.meta.url));
const outDir = mkdtempSync(join(tmpdir(), 'hindcast-chart-'));
/** The synthetic series lies in shared memory, which browsers give to isolated pages alone. */
const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
const bundling: InlineConfig = { root, configFile: false, logLevel: 'error', plugins: [react()] };
try {
  await build({
    ...bundling,
    base: './',
    build: { outDir, emptyOutDir: true, target: 'chrome140' },
    worker: { format: 'es' },
  });
  const server = await preview({
    ...bundling,
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1', headers: ISOLATED },
  });
  const browser = await chromium.launch({ executablePath: executable, args: FLAGS });
  try {
    await printTable(browser, server.resolvedUrls?.local[0] ?? '');
  } finally {
    await browser.close();
    await server.close();
  }
} finally {
  rmSync(outDir, { recursive: true });
}

async function printTable(browser: Browser, address: string): Promise<void> {
  console.log('      bars   sync p50/p95   drawn p50/p95   CPU/step   crosshair p50/p95   heap');
  for (const rows of SIZES) {
    const { sync, drawn, crosshair, cpuPerStep, heapGrowth } = await measure(browser, address, rows);
    const cells = [
      rows.toLocaleString('en-US').padStart(10),
      `${both(sync)} ms`.padStart(15),
      `${both(drawn)} ms`.padStart(15),
      `${cpuPerStep.toFixed(1)} ms`.padStart(10),
      `${both(crosshair)} ms`.padStart(19),
      `${(heapGrowth / 2 ** 20).toFixed(1)} MB`.padStart(8),
    ];
    console.log(cells.join(' '));
  }
}

/** A page of its own for each size, so that none pays for another's memory. */
async function measure(browser: Browser, address: string, rows: number): Promise<PageFigures> {
  const context = await browser.newContext({ viewport: VIEWPORT, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.exposeFunction('cpuSeconds', async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN;
    });
    page.on('pageerror', (error) => console.error(error));
    await page.goto(address);
    return await page.evaluate((count) => window.measureChart(count), rows);
  } finally {
    await context.close();
  }
}

function both(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  return `${at(0.5)} / ${at(0.95)}`;
}
