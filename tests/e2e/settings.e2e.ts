import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test as onFixedFolder, violationsOn } from './support/test.ts';
import { WebHost } from './support/web-host.ts';

/** A host whose folder nobody named: it is where the system keeps the data of apps. */
const test = onFixedFolder.extend<{ machine: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: the fixtures that a fixture uses are read from its pattern
  machine: async ({}, use) => {
    const machine = mkdtempSync(join(tmpdir(), 'hindcast-machine-'));
    await use(machine);
    rmSync(machine, { recursive: true, force: true });
  },
  host: async ({ machine }, use) => {
    const place = (name: string) => join(machine, name);
    const host = new WebHost({
      HINDCAST_HOME: undefined,
      HOME: machine,
      LOCALAPPDATA: place('data'),
      APPDATA: place('config'),
      XDG_DATA_HOME: place('data'),
      XDG_CONFIG_HOME: place('config'),
    });
    await host.start();
    await use(host);
    await host.stop();
  },
});

async function openPart(window: Page, name: string): Promise<void> {
  await window.evaluate(() => {
    location.hash = '/settings';
  });
  await window.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name }).click();
}

async function moveTo(window: Page, folder: string): Promise<void> {
  await window.getByRole('button', { name: 'Move…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Move the data folder' });
  await dialog.getByRole('textbox').fill(folder);
  await dialog.getByRole('button', { name: 'Continue' }).click();
}

test.beforeEach(async ({ window }) => {
  await window.getByRole('button', { name: 'I understand' }).click();
  await expect(window.getByRole('alertdialog')).toBeHidden();
});

test('the data folder moves under an open window, and the old copy is deleted when one says so', async ({
  window,
  machine,
}) => {
  await openPart(window, 'Data');
  const folder = await window.locator('code').first().innerText();
  const target = join(machine, 'elsewhere', 'hindcast');
  await moveTo(window, folder);
  await expect(window.getByRole('alert')).toContainText('already');
  expect(await violationsOn(window)).toEqual([]);
  await window.getByRole('dialog').getByRole('textbox').fill(target);
  await window.getByRole('button', { name: 'Continue' }).click();
  await expect(window.getByRole('dialog')).toContainText(target);
  await window.getByRole('button', { name: 'Move the data' }).click();
  await expect(window.getByText('The data are in their new folder')).toBeVisible();
  await expect(window.getByText('Hindcast does not answer')).toBeHidden();
  await expect(window.locator('code').first()).toHaveText(target);
  expect(existsSync(join(target, 'hindcast.db'))).toBe(true);

  // What is set now is kept in the new folder.
  await openPart(window, 'Appearance');
  await window.getByRole('button', { name: 'Light' }).click();
  await window.reload();
  await expect.poll(() => window.evaluate(() => document.documentElement.dataset['theme'])).toBe('light');

  await openPart(window, 'Data');
  writeFileSync(join(folder, 'mine.txt'), 'mine');
  await window.getByRole('button', { name: 'Delete…' }).click();
  await window.getByRole('button', { name: 'Delete the old copy' }).click();
  await expect(window.getByText('Folder before')).toBeHidden();
  expect(existsSync(join(folder, 'hindcast.db'))).toBe(false);
  expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('mine');
});

test('a folder that is not empty is refused before anything is copied', async ({ window, machine }) => {
  writeFileSync(join(machine, 'file.txt'), '');
  await openPart(window, 'Data');
  await moveTo(window, machine);
  await expect(window.getByRole('alert')).toContainText(/lie inside each other|is not empty/);
});

onFixedFolder('a folder that was named at the start stays where it is, and says so', async ({ window }) => {
  await openPart(window, 'Data');
  await expect(window.getByText('HINDCAST_HOME')).toBeVisible();
  await expect(window.getByRole('button', { name: 'Move…' })).toBeDisabled();
});

test('a browser is asked for notifications only when they are turned on', async ({ window }) => {
  // A browser without a window refuses by itself: here it asks, and is told yes.
  await window.evaluate(() => {
    const browser = { permission: 'default', asked: 0 };
    Object.assign(globalThis, { browser });
    Object.defineProperty(Notification, 'permission', { get: () => browser.permission });
    Notification.requestPermission = async () => {
      browser.asked++;
      browser.permission = 'granted';
      return 'granted';
    };
  });
  await openPart(window, 'Notifications');
  const notify = window.getByRole('switch', { name: 'Notify' });
  await expect(notify).not.toBeChecked();
  expect(await window.evaluate('browser.asked')).toBe(0);
  await notify.click();
  await expect(notify).toBeChecked();
  expect(await window.evaluate('browser.asked')).toBe(1);
  await notify.click();
  await expect(notify).not.toBeChecked();
});
