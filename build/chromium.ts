import { existsSync } from 'node:fs';
import process from 'node:process';
import { chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A Chromium of this machine: what CHROMIUM_PATH names, Playwright's own, or the system's; undefined without one. */
export function findChromium(): string | undefined {
  const candidates = [process.env['CHROMIUM_PATH'] ?? '', chromium.executablePath(), ...PLACES];
  return candidates.find((path) => path !== '' && existsSync(path));
}
