import type { Page } from '@playwright/test';
import { HostClient } from './support/client.ts';
import { expectFocusSeen, tabThrough, tabTo } from './support/keyboard.ts';
import { SMA_CROSS } from './support/strategies.ts';
import { expect, test } from './support/test.ts';
import type { WebHost } from './support/web-host.ts';
import { goTo, settled } from './support/window.ts';

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test('from the first start to two compared runs, by keyboard alone', async ({ window }) => {
  test.slow();
  await test.step('onboarding', async () => {
    const dialog = window.getByRole('alertdialog', { name: 'Before the first result' });
    await expect(dialog).toBeVisible();
    await tabTo(window, dialog.getByRole('button', { name: 'I understand' }));
    await press(window, 'Enter');
    await expect(dialog).toBeHidden();
  });

  await test.step('run', async () => {
    await tabTo(window, window.getByRole('button', { name: 'Run the sample' }));
    await press(window, 'Enter');
    await expect(window).toHaveURL(/#\/run\/[0-9a-f]+$/);
    await settled(window);
    await expect(window.getByRole('dialog', { name: 'Move a slider' }).locator(':focus')).toHaveCount(1);
    await press(window, 'Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('inspect a trade', async () => {
    const trades = window.getByRole('grid', { name: 'Trades of SMA cross' });
    await tabTo(window, trades);
    await press(window, 'ArrowDown', 'ArrowDown', 'Enter');
    await expect(trades.locator('[aria-selected="true"]')).toHaveAttribute('aria-rowindex', '3');
    await expect(window.getByText(/market order|opened at|at the open/i).first()).toBeVisible();
    await expectFocusSeen(window);
  });

  await test.step('run again with another parameter', async () => {
    const first = window.url();
    await tabTo(window, window.getByRole('textbox', { name: 'fast, as a number' }));
    await press(window, 'Control+a');
    await window.keyboard.type('20');
    await press(window, 'Enter');
    await expect.poll(() => window.url()).not.toBe(first);
    await settled(window);
    await expectFocusSeen(window);
  });

  await test.step('compare', async () => {
    const ticks = window.getByRole('checkbox', { name: /^Compare/ });
    await expect(ticks).toHaveCount(2);
    for (const tick of await ticks.all()) {
      await tabTo(window, tick);
      await press(window, 'Space');
      await expect(tick).toBeChecked();
    }
    await tabTo(window, window.getByRole('button', { name: /^Compare 2/ }).first());
    await press(window, 'Enter');
    await expect(window).toHaveURL(/#\/compare\//);
    await expect(window.getByText('They part on', { exact: false })).toBeVisible();
  });
});

test('what lies over the window keeps the focus, and Escape gives it back to what opened it', async ({
  window,
  host,
}) => {
  test.slow();
  await open(window, host);
  for (const [name, role, isModal] of [
    [/^Search or run a command/, 'dialog', true],
    [/^Notifications$/, 'dialog', false],
    [/^New run$/, 'dialog', true],
    [/^Filter trades$/, 'dialog', false],
    [/^More$/, 'menu', false],
  ] as const) {
    await test.step(name.source, async () => {
      const opener = window.getByRole('button', { name });
      const overlay = window.getByRole(role);
      await tabTo(window, opener);
      await press(window, 'Enter');
      await expect(overlay).toBeVisible();
      await expectFocusSeen(window);
      for (let stop = 0; stop < 30 && isModal; stop += 1) {
        await press(window, 'Tab');
        await expectFocusSeen(window);
        await expect(overlay.locator(':focus')).toHaveCount(1);
      }
      await press(window, 'Escape');
      await expect(overlay).toHaveCount(0);
      await expect(opener).toBeFocused();
    });
  }
});

test('Tab comes by all that can be operated, is always seen, and leads out at the end', async ({ window, host }) => {
  test.slow();
  await open(window, host);
  for (const path of ['/', '/data', '/runs', '/jobs', '/settings']) {
    await test.step(path, async () => {
      await goTo(window, path);
      await settled(window);
      expect(await tabThrough(window), path).toEqual([]);
    });
  }
});

/** The window of one who has run the sample. */
async function open(window: Page, host: WebHost): Promise<void> {
  const client = new HostClient(host);
  await client.acceptDisclosure();
  await client.run({ strategy: SMA_CROSS, series: [await client.addSamples()] });
  await window.getByRole('link', { name: 'Runs', exact: true }).click();
  await settled(window);
}
