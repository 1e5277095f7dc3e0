import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const LOOKS = [
  { theme: 'dark', density: 'default' },
  { theme: 'light', density: 'compact' },
  { theme: 'light', density: 'comfortable' },
] as const;

async function open(page: Page, { theme = 'dark', density = 'default', palette = 'colour-blind-safe' } = {}) {
  await page.goto(`/gallery.html?${new URLSearchParams({ theme, density, palette, motion: 'reduced' })}`);
  await page.evaluate(() => document.fonts.ready);
  await expect(page.getByRole('grid', { name: 'Sample trades' }).locator('[data-row]').first()).toBeVisible();
}

/** What axe finds, in the whole page or a part of it. */
async function violations(page: Page, part?: string) {
  const whole = new AxeBuilder({ page }).withTags(TAGS);
  const { violations: found } = await (part === undefined ? whole : whole.include(part)).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

type Role = 'dialog' | 'alertdialog' | 'menu';
const press = (name: string, role: Role) => async (page: Page) => {
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole(role)).toBeVisible();
};

/** What opens each overlay. */
const OVERLAYS: Record<string, (page: Page) => Promise<void>> = {
  dialog: press('Dialog', 'dialog'),
  'alert dialog': press('AlertDialog', 'alertdialog'),
  drawer: press('Drawer', 'dialog'),
  menu: press('Options', 'menu'),
  popover: press('About this run', 'dialog'),
  select: async (page) => {
    await page.getByRole('combobox', { name: 'Series' }).click();
    await expect(page.getByRole('listbox')).toBeVisible();
  },
  combobox: async (page) => {
    await page.getByRole('combobox', { name: 'Symbol' }).click();
    await expect(page.getByRole('listbox')).toBeVisible();
  },
  toasts: async (page) => {
    for (const name of ['Ok', 'Warn', 'Error']) await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByText('The disk is full').first()).toBeVisible();
  },
};

test.describe('has nothing that keeps somebody out', () => {
  for (const look of LOOKS) {
    test(`${look.theme}, ${look.density}`, async ({ page }) => {
      test.slow();
      await open(page, look);
      expect(await violations(page)).toEqual([]);
    });
  }

  for (const palette of ['green-red', 'red-green', 'monochrome']) {
    for (const theme of ['dark', 'light']) {
      test(`${theme}, ${palette}`, async ({ page }) => {
        await open(page, { theme, palette });
        expect(await violations(page, '#workspace')).toEqual([]);
      });
    }
  }

  for (const theme of ['dark', 'light']) {
    for (const [name, show] of Object.entries(OVERLAYS)) {
      test(`${theme}, ${name} open`, async ({ page }) => {
        await open(page, { theme });
        await show(page);
        expect(await violations(page, 'body > :not(#root)')).toEqual([]);
      });
    }
  }
});

test.describe('the grid by keyboard', () => {
  const grid = (page: Page) => page.getByRole('grid', { name: 'Sample trades' });
  const selected = (page: Page) => grid(page).locator('[aria-selected="true"]');

  test('moves through a hundred thousand rows, with few of them in the document', async ({ page }) => {
    await open(page);
    await grid(page).focus();
    for (const [key, row] of [
      ['ArrowDown', 2],
      ['ArrowDown', 3],
      ['ArrowUp', 2],
      ['End', 100_001],
      ['ArrowUp', 100_000],
      ['PageUp', null],
      ['Home', 2],
      ['PageDown', null],
    ] as const) {
      await page.keyboard.press(key);
      await expect(selected(page)).toBeInViewport();
      if (row !== null) await expect(selected(page)).toHaveAttribute('aria-rowindex', String(row));
      await expect(grid(page)).toHaveAttribute(
        'aria-activedescendant',
        (await selected(page).getAttribute('id')) ?? '',
      );
      expect(await grid(page).locator('[data-row]').count()).toBeLessThanOrEqual(60);
    }
  });

  test('reaches the last of five million rows', async ({ page }) => {
    await open(page);
    const many = page.getByRole('grid', { name: 'Very many trades' });
    await many.focus();
    await page.keyboard.press('End');
    const last = many.locator('[aria-rowindex="5000001"]');
    await expect(last.getByRole('gridcell').first()).toHaveText('1');
    const [row, box] = [await last.boundingBox(), await many.boundingBox()];
    if (row === null || box === null) throw new Error('the last row is not drawn');
    expect(row.y).toBeGreaterThan(box.y);
    expect(row.y + row.height).toBeLessThanOrEqual(box.y + box.height);
  });

  test('sorts from its heads, which are one stop of the Tab key', async ({ page }) => {
    await open(page);
    await grid(page).focus();
    await page.keyboard.press('Tab');
    const heads = grid(page).getByRole('columnheader');
    await expect(heads.nth(0).getByRole('button')).toBeFocused();
    await expect(heads.nth(0)).toHaveAttribute('aria-sort', 'descending');
    await page.keyboard.press('Enter');
    await expect(heads.nth(0)).toHaveAttribute('aria-sort', 'ascending');
    await expect(grid(page).locator('[aria-rowindex="2"]').getByRole('gridcell').first()).toHaveText('1');
    await page.keyboard.press('ArrowRight');
    await expect(heads.nth(1)).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(heads.nth(2).getByRole('button')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(grid(page).locator(':focus')).toHaveCount(0);
  });

  test('changes the width of a column by key and by hand', async ({ page }) => {
    await open(page);
    const head = grid(page).getByRole('columnheader', { name: 'Entry (UTC)' });
    const width = async () => (await head.boundingBox())?.width ?? 0;
    const before = await width();
    await head.getByRole('button').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(width).toBeCloseTo(before + 8, -0.5);

    const box = await head.boundingBox();
    if (box === null) throw new Error('the head is not drawn');
    await page.mouse.move(box.x + box.width, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width + 50, box.y + 8);
    await page.mouse.up();
    await expect.poll(width).toBeCloseTo(before + 58, -0.5);
  });

  test('opens a row, and its menu', async ({ page }) => {
    await open(page);
    await grid(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Trade 99999')).toBeVisible();
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menuitem', { name: 'Show trade 99999 on the chart' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(grid(page)).toBeFocused();
    await grid(page).locator('[aria-rowindex="5"]').click({ button: 'right' });
    await expect(page.getByRole('menuitem', { name: 'Show trade 99997 on the chart' })).toBeVisible();
  });
});

test.describe('overlays by keyboard', () => {
  test('a menu is walked through, closed by Escape, and gives the focus back', async ({ page }) => {
    await open(page);
    const opener = page.getByRole('button', { name: 'Options' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: /Copy/ })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('menuitem', { name: 'Report (HTML)' })).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('menuitem', { name: 'Export' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(opener).toBeFocused();
  });

  for (const [name, role] of [
    ['Dialog', 'dialog'],
    ['AlertDialog', 'alertdialog'],
    ['Drawer', 'dialog'],
  ] as const) {
    test(`${name} takes the focus and gives it back`, async ({ page }) => {
      await open(page);
      const opener = page.getByRole('button', { name, exact: true });
      await opener.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole(role);
      await expect(dialog.locator(':focus')).toHaveCount(1);
      for (let stop = 0; stop < 6 && name !== 'Drawer'; stop += 1) {
        await page.keyboard.press('Tab');
        await expect(dialog.locator(':focus')).toHaveCount(1);
      }
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(opener).toBeFocused();
    });
  }

  test('what has the focus shows it', async ({ page }) => {
    await open(page);
    for (let stop = 0; stop < 60; stop += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(isFocusDrawn), `stop ${stop}`).toBe(true);
    }
  });
});

/** Whether the focused element, or one close around it, has an outline. */
function isFocusDrawn(): boolean {
  const focused = document.activeElement;
  const around = [focused, focused?.parentElement, focused?.parentElement?.parentElement];
  const inside = Array.from(focused?.querySelectorAll('[aria-selected="true"]') ?? []);
  return [...around, ...inside].some((element) => element && getComputedStyle(element).outlineStyle === 'solid');
}

test('the split pane moves by key', async ({ page }) => {
  await open(page);
  const line = page.getByRole('separator', { name: 'Width of the list' });
  await line.focus();
  await page.keyboard.press('ArrowRight');
  await expect(line).toHaveAttribute('aria-valuenow', '208');
  await page.keyboard.press('Home');
  await expect(line).toHaveAttribute('aria-valuenow', '120');
});

test('a choice of look changes the page', async ({ page }) => {
  await open(page);
  const html = page.locator('html');
  await page.getByRole('button', { name: 'Light' }).click();
  await expect(html).toHaveAttribute('data-theme', 'light');
  await page.getByRole('button', { name: 'Compact' }).click();
  await expect(html).toHaveAttribute('data-density', 'compact');
  await page.getByRole('combobox', { name: 'Palette' }).click();
  await page.getByRole('option', { name: 'Monochrome' }).click();
  await expect(html).toHaveAttribute('data-hollow-up', 'true');
});

test('nothing is lost at twice the size', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 360 });
  await open(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
