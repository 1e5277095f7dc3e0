// Draws the icons of the packages from build/icons/icon.svg into out/icons, by the Chromium of this machine.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.ts';
import { ICNS_SIZES, ICO_SIZES, icns, ico } from './icon-containers.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const FOLDER = join(ROOT, 'out', 'icons');
/** A window is no smaller than this; the icon stands in its corner. */
const STAGE = { width: 1024, height: 1024 };

const executablePath = findChromium();
if (executablePath === undefined) {
  console.error('The icons are drawn by Chromium: install it, or name one in CHROMIUM_PATH.');
  process.exit(1);
}
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: STAGE });
const svg = readFileSync(join(ROOT, 'build', 'icons', 'icon.svg'), 'utf8');
await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);

const pictures = new Map<number, Uint8Array>();
for (const size of new Set([...ICO_SIZES, ...ICNS_SIZES])) {
  await page.evaluate((width) => {
    const drawing = document.querySelector('svg');
    drawing?.setAttribute('width', String(width));
    drawing?.setAttribute('height', String(width));
  }, size);
  const clip = { x: 0, y: 0, width: size, height: size };
  pictures.set(size, await page.screenshot({ clip, omitBackground: true }));
}
await browser.close();

mkdirSync(join(FOLDER, 'linux'), { recursive: true });
for (const [size, png] of pictures) writeFileSync(join(FOLDER, 'linux', `${size}x${size}.png`), png);
writeFileSync(join(FOLDER, 'icon.ico'), ico(pictures));
writeFileSync(join(FOLDER, 'icon.icns'), icns(pictures));
