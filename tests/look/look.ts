import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { findChromium } from '../e2e/support/chromium.ts';
import { prepared } from '../e2e/support/prepared.ts';
import { WebHost } from '../e2e/support/web-host.ts';
import { goTo, settled } from '../e2e/support/window.ts';

/**
 * Takes a picture of every screen, in dark and light and in three sizes, to be looked at before a release:
 * `node tests/look/look.ts FOLDER`. Pictures aren't compared with others: fonts and machines differ more than they tell.
 */
const SIZES = [
  [1280, 720],
  [1600, 1000],
  [2560, 1440],
] as const;
const THEMES = ['dark', 'light'] as const;

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Say where the pictures belong: node tests/look/look.ts FOLDER');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const host = new WebHost();
await host.start();
const browser = await chromium.launch({
  executablePath: findChromium(),
  chromiumSandbox: process.getuid?.() !== 0,
});
try {
  await take(browser, { welcome: '/' });
  const { places } = await prepared(host);
  await take(browser, places);
} finally {
  await browser.close();
  await host.stop();
}

/** One page for all pictures: what a screen kept of the one before it is a part of what is looked at. */
async function take(from: Browser, places: Readonly<Record<string, string>>): Promise<void> {
  const page = await from.newPage({ reducedMotion: 'reduce' });
  await page.goto(host.url);
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      for (const [name, path] of Object.entries(places)) {
        await goTo(page, path);
        await settled(page);
        const picture = join(folder as string, `${name}-${width}x${height}-${colorScheme}.png`);
        await page.screenshot({ path: picture });
        console.log(picture);
      }
    }
  }
  await page.close();
}
