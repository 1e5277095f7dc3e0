import type { Locator, Page } from '@playwright/test';
import { expect, test, violationsOn } from './support/test.ts';

test.beforeEach(async ({ window }) => {
  await window.getByRole('button', { name: 'I understand' }).click();
  await window.getByRole('button', { name: 'Run the sample' }).click();
  await expect(window).toHaveURL(/#\/run\/[0-9a-f]+$/);
  await expect(window.getByText('+49.87')).toBeVisible();
  await window.getByRole('button', { name: 'Skip' }).click();
});

const tab = (window: Page, name: string | RegExp) => window.getByRole('tab', { name });
/** The group of panels of which one has this name. */
const group = (window: Page, name: string | RegExp) => window.getByRole('region', { name, exact: true });

async function goTo(window: Page, path: string): Promise<void> {
  await window.evaluate((hash) => {
    location.hash = hash;
  }, path);
}

async function boxOf(part: Locator) {
  const box = await part.boundingBox();
  if (box === null) throw new Error('it is not shown');
  return box;
}

async function command(window: Page, words: string): Promise<void> {
  await window.keyboard.press('Control+k');
  await window.getByRole('combobox', { name: 'Search commands' }).fill(words);
  await window.keyboard.press('Enter');
}

/** What is stored of the layout, as text. */
function stored(window: Page): Promise<string> {
  return window.evaluate(async () => {
    const settings: { layouts: Record<string, string> } = await (await fetch('/api/v1/settings')).json();
    return settings.layouts['runs'] ?? '';
  });
}

/** Opens the window anew. */
async function restart(window: Page): Promise<void> {
  await window.reload();
  await expect(tab(window, 'Prices')).toBeVisible();
}

async function chooseMove(window: Page, side: string, beside: string): Promise<void> {
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'To' }).click();
  await window.getByRole('option', { name: side, exact: true }).click();
  await dialog.getByRole('combobox', { name: 'Of' }).click();
  await window.getByRole('option', { name: beside, exact: true }).click();
  await dialog.getByRole('button', { name: 'Move' }).click();
}

test('a panel that was moved is there after a restart, until the layout is reset', async ({ window }) => {
  await tab(window, 'Values at bar').click();
  await command(window, 'move panel');
  await chooseMove(window, 'Right of', 'Prices');
  await expect(group(window, 'Values at bar')).toContainText('No bar is picked');
  const isBeside = async () => {
    const [values, prices] = [await boxOf(group(window, 'Values at bar')), await boxOf(group(window, 'Prices'))];
    return values.x >= prices.x + prices.width - 1 && Math.abs(values.y - prices.y) < 2;
  };
  await expect.poll(isBeside).toBe(true);
  await expect.poll(() => stored(window)).toContain('"tabs":["values"]');
  await restart(window);
  await expect.poll(isBeside).toBe(true);

  await command(window, 'reset layout');
  await expect(group(window, 'Values at bar')).toHaveCount(0);
  await expect(tab(window, /^Trades/)).toHaveAttribute('aria-selected', 'true');
  await expect(tab(window, 'Values at bar')).toHaveAttribute('aria-selected', 'false');
});

test('a panel is dragged by its tab, and resized by the line between two', async ({ window }) => {
  await tab(window, 'Log').dragTo(group(window, 'Equity'), {
    targetPosition: { x: 20, y: (await boxOf(group(window, 'Equity'))).height / 2 },
  });
  await expect(group(window, 'Log')).toBeVisible();
  await expect.poll(async () => (await boxOf(group(window, 'Equity'))).width).toBeLessThan(700);
  const before = await boxOf(group(window, 'Prices'));
  const edge = before.y + before.height + 1;
  await window.mouse.move(before.x + 100, edge);
  await window.mouse.down();
  await window.mouse.move(before.x + 100, edge + 60, { steps: 4 });
  await window.mouse.up();
  const height = async () => Math.round((await boxOf(group(window, 'Prices'))).height);
  expect(Math.abs((await height()) - before.height - 60)).toBeLessThan(4);
  const resized = await height();
  await expect.poll(async () => JSON.parse(await stored(window)).dock.parts[0].share).toBeGreaterThan(0.55);
  await restart(window);
  await expect.poll(async () => Math.abs((await height()) - resized) < 4).toBe(true);
  await expect(group(window, 'Log')).toBeVisible();
});

test('closed panels come back by name, and all of them by resetting', async ({ window }) => {
  await tab(window, 'Equity').click({ button: 'middle' });
  await expect(tab(window, 'Equity')).toHaveCount(0);
  await window.getByRole('button', { name: 'Panel Prices' }).click();
  await window.getByRole('menuitem', { name: 'Close' }).click();
  await expect(tab(window, 'Prices')).toHaveCount(0);
  await command(window, 'show equity');
  await expect(tab(window, 'Equity')).toHaveAttribute('aria-selected', 'true');
  await window.keyboard.press('Alt+Digit2');
  await expect(tab(window, /^Orders/)).toHaveAttribute('aria-selected', 'true');
  for (const name of ['Equity', /^Trades/, /^Orders/, 'Periods', 'Log', /^Problems/, 'Values at bar']) {
    await tab(window, name).click({ button: 'middle' });
  }
  await expect(window.getByText('All panels are closed')).toBeVisible();
  await window.getByRole('button', { name: 'Reset layout' }).click();
  await expect(tab(window, 'Prices')).toBeVisible();
  await expect(window.getByRole('tab')).toHaveCount(8);
});

test('panels are gone to, maximised and resized by keyboard', async ({ window }) => {
  const focused = () => window.evaluate(() => document.activeElement?.getAttribute('data-panel'));
  const order: (string | null | undefined)[] = [];
  for (let step = 0; step < 5; step++) {
    await window.keyboard.press('F6');
    order.push(await focused());
  }
  expect(order).toEqual(['Runs', 'Prices', 'Equity', 'Trades', 'Inspector']);
  await window.keyboard.press('Shift+F6');
  await window.keyboard.press('Shift+F6');
  expect(await focused()).toBe('Equity');

  const equity = group(window, 'Equity');
  const before = await boxOf(equity);
  await window.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(async () => (await boxOf(equity)).height).toBeGreaterThan(before.height + 20);
  await window.keyboard.press('Control+Alt+Enter');
  await expect(group(window, 'Prices')).toBeHidden();
  await window.keyboard.press('Control+Alt+Enter');
  await expect(group(window, 'Prices')).toBeVisible();
  await window.keyboard.press('Control+j');
  await expect(group(window, /^Trades/)).toBeHidden();
  await window.keyboard.press('Alt+Digit4');
  await expect(group(window, /^Log/)).toBeVisible();
});

test('panels stay as they are when another run is shown', async ({ window }) => {
  await tab(window, 'Periods').click();
  const element = await group(window, 'Prices').elementHandle();
  const first = window.url();
  await window.getByRole('textbox', { name: 'fast, as a number' }).fill('20');
  await window.keyboard.press('Enter');
  await expect.poll(() => window.url()).not.toBe(first);
  await expect(group(window, 'Periods')).toBeVisible();
  expect(await element?.evaluate((prices) => prices.isConnected && prices.querySelector('canvas') !== null)).toBe(true);
});

test('a layout that can’t be read is the standard one', async ({ window }) => {
  await tab(window, 'Equity').click({ button: 'middle' });
  await expect.poll(() => stored(window)).toMatch(/prices(?!.*equity)/);
  await window.route(/settings/, async (route) => {
    const response = await route.fetch();
    const text = (await response.text()).replaceAll('\\"version\\":1', '\\"version\\":0');
    await route.fulfill({ response, body: text });
  });
  await window.reload();
  await expect(tab(window, 'Equity')).toBeVisible();
});

for (const [name, size, scale] of [
  ['at 200 % zoom', { width: 640, height: 360 }, 100],
  ['with text of 150 %', { width: 1280, height: 720 }, 150],
] as const) {
  test(`nothing is lost ${name}`, async ({ window }) => {
    await window.setViewportSize(size);
    if (scale !== 100) {
      await goTo(window, '/settings');
      await window.getByRole('slider', { name: 'Percent' }).focus();
      await window.keyboard.press('End');
      await goTo(window, '/runs');
    }
    await expect(window.getByRole('complementary', { name: 'Inspector' })).toBeHidden();
    for (const panel of ['Equity', /^Trades/, 'Prices']) {
      await tab(window, panel).click();
      await expect(group(window, panel)).toBeVisible();
    }
    await window.keyboard.press('Control+Alt+b');
    const inspector = window.getByRole('dialog', { name: 'The inspector' });
    await inspector.getByRole('button', { name: /^Re-run/ }).scrollIntoViewIfNeeded();
    await expect(inspector.getByRole('button', { name: /^Re-run/ })).toBeInViewport();
    await window.keyboard.press('Escape');
    await expect(inspector).toBeHidden();
    await window.getByRole('button', { name: 'Side panel' }).click();
    const list = window.getByRole('dialog', { name: 'The list of runs' });
    await list.getByRole('link').first().click();
    await expect(window).toHaveURL(/#\/run\//);
    await window.keyboard.press('Escape');
    await expect(list).toBeHidden();

    for (const path of ['/', '/data', '/runs', '/jobs', '/settings']) {
      await goTo(window, path);
      await window.waitForTimeout(300);
      expect(await widerThanShown(window), path).toEqual([]);
    }
  });
}

/** What would have to be scrolled sideways, but for tables, charts and rows of tabs. */
function widerThanShown(window: Page): Promise<string[]> {
  return window.evaluate(() =>
    [...document.querySelectorAll('body, main, main *')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX) || element === document.body)
      .filter((element) => element.closest('[role=grid], [role=tablist], table') === null)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

for (const theme of ['dark', 'light'] as const) {
  test(`docked and stacked panels have no barriers that axe knows of, ${theme}`, async ({ window }) => {
    test.slow();
    await window.emulateMedia({ colorScheme: theme });
    await window.waitForTimeout(500);
    expect(await violationsOn(window)).toEqual([]);
    await command(window, 'move panel');
    await expect(window.getByRole('dialog')).toBeVisible();
    expect(await violationsOn(window), 'moving').toEqual([]);
    await window.keyboard.press('Escape');
    await window.setViewportSize({ width: 640, height: 360 });
    await window.waitForTimeout(500);
    expect(await violationsOn(window), 'stacked').toEqual([]);
    for (const key of ['Control+b', 'Control+Alt+b']) {
      await window.keyboard.press(key);
      await window.waitForTimeout(300);
      expect(await violationsOn(window), key).toEqual([]);
      await window.keyboard.press(key);
    }
  });
}
