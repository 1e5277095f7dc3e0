import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser in which the window is tested: one that is installed, else Debian's where this user may install it,
 * else the one that Playwright brings.
 * @throws Error that says how to get one
 */
export function findChromium(): string {
  const found = installed() ?? fromDebian() ?? fromPlaywright();
  if (found !== null) return found;
  throw new Error(
    'The tests of the window need Chromium and found none. Install it (Debian: apt-get install chromium; elsewhere: ' +
      'npx playwright install chromium), or set CHROMIUM to the path of one.',
  );
}

function installed(): string | null {
  const { CHROMIUM, PATH = '' } = process.env;
  const candidates = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const named = CHROMIUM === undefined ? [] : [CHROMIUM];
  return [...named, ...candidates, ...ELSEWHERE, chromium.executablePath()].find(isProgram) ?? null;
}

function fromDebian(): string | null {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return null;
  return bring('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
}

function fromPlaywright(): string | null {
  return bring('npx', ['playwright', 'install', 'chromium']);
}

function bring(program: string, args: readonly string[]): string | null {
  try {
    execFileSync(program, args, { stdio: 'ignore', timeout: 600_000 });
  } catch {
    // Whether it worked shows in whether there is one now.
  }
  return installed();
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
