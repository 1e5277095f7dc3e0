import { INTERNAL_ERROR } from '#shared/contract/errors.ts';
import { prepared } from './support/prepared.ts';
import { expect, test, violationsOn } from './support/test.ts';
import { goTo, settled } from './support/window.ts';

/** Whatever the window asks for, except for what it looks like and for what changes. */
const ANSWERS = /\/rpc\/(?!settings|system\/changes|jobs\/watch)/;
/** What a host answers that has a fault. */
const FAILING = {
  status: 500,
  json: {
    json: { defined: true, code: 'INTERNAL', status: 500, message: INTERNAL_ERROR.message, data: INTERNAL_ERROR },
  },
};

test.beforeEach(async ({ window }) => {
  await window.getByRole('button', { name: 'I understand' }).click();
});

test('the palette finds a command by its words and runs it', async ({ window }) => {
  await window.keyboard.press('Control+k');
  const input = window.getByRole('combobox', { name: 'Search commands' });
  await expect(input).toBeFocused();
  await input.fill('go jobs');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Jobs' })).toBeVisible();
  await expect(input).toBeHidden();
});

test('every command of the menus is in the palette', async ({ window }) => {
  const titles = new Set<string>();
  for (const menu of await window.getByRole('menubar').getByRole('menuitem').all()) {
    await menu.click();
    const items = window.getByRole('menu').getByRole('menuitem');
    await items.first().waitFor();
    for (const item of await items.all()) titles.add((await item.locator('span').first().textContent()) ?? '');
    await window.keyboard.press('Escape');
    await items.first().waitFor({ state: 'hidden' });
  }
  expect(titles.size).toBeGreaterThan(12);
  await window.keyboard.press('Control+k');
  const options = await window.getByRole('option').all();
  const listed = await Promise.all(options.map((option) => option.locator('span').nth(1).textContent()));
  expect([...titles].filter((title) => !listed.includes(title))).toEqual([]);
});

test('a command that nobody knows is said to be none', async ({ window }) => {
  await window.keyboard.press('Control+k');
  await window.keyboard.type('qwertz');
  await expect(window.getByText('No command has these words.')).toBeVisible();
  await window.keyboard.press('Enter');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('heading', { name: 'Home' })).toBeVisible();
});

test('keys go to workspaces, and back', async ({ window }) => {
  await window.keyboard.press('Control+6');
  await expect(window.getByRole('heading', { name: 'Jobs' })).toBeVisible();
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(window.getByRole('heading', { name: 'Home' })).toBeVisible();
  await window.keyboard.press('Shift+?');
  await expect(window.getByRole('dialog', { name: 'Keys' })).toContainText('Go to Jobs');
});

test('the theme follows the system until one is chosen, which stays', async ({ window }) => {
  const theme = () => window.evaluate(() => document.documentElement.dataset['theme']);
  await window.emulateMedia({ colorScheme: 'light' });
  await expect.poll(theme).toBe('light');
  await window.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(theme).toBe('dark');
  await window.keyboard.press('Control+k');
  await window.keyboard.type('light theme');
  await window.keyboard.press('Enter');
  await expect.poll(theme).toBe('light');
  await window.reload();
  await expect(window.getByRole('heading', { name: 'Home' })).toBeVisible();
  await expect.poll(theme).toBe('light');
});

test('an address that leads nowhere says so', async ({ window }) => {
  await window.evaluate(() => {
    location.hash = '/run/../../etc';
  });
  await expect(window.getByText('There is nothing at this address')).toBeVisible();
  await window.getByRole('link', { name: 'Go home' }).click();
  await expect(window.getByRole('heading', { name: 'Home' })).toBeVisible();
});

test('says so when the host does not answer', async ({ window, host }) => {
  await expect(window.getByText(/^\d+ workers?$/)).toBeVisible();
  await host.kill();
  await expect(window.getByText(/What you see is as it last was/)).toBeVisible();
  expect(await violationsOn(window)).toEqual([]);
});

test('has no barriers that axe knows of: on every screen, in dark and light, empty, with data, and failing', async ({
  window,
  host,
}) => {
  test.setTimeout(600_000);
  const look = async (state: string, paths: readonly string[]) => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await window.emulateMedia({ colorScheme });
      for (const path of paths) {
        await goTo(window, path);
        await settled(window);
        expect(await violationsOn(window), `${state}, ${colorScheme}, ${path}`).toEqual([]);
      }
    }
  };
  await look('empty', ['/', '/data', '/runs', '/jobs', '/settings', '/nowhere']);
  const { places } = await prepared(host);
  await look('with data', Object.values(places));

  await window.route(ANSWERS, (route) => route.fulfill(FAILING));
  await window.reload();
  await look('failing', Object.values(places));
});
