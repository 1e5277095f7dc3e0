import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

async function runSample(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'I understand' }).click();
  await window.getByRole('button', { name: 'Run the sample' }).click();
  await expect(window).toHaveURL(/#\/run\/[0-9a-f]+$/);
}

test('a run shows what its strategy looked at; a line is hidden in the legend, and stays hidden', async ({
  window,
}) => {
  await runSample(window);
  const legend = window.getByRole('group', { name: 'Lines of the strategy' });
  const fast = legend.getByRole('button', { name: /^fast/ });
  await expect(fast).toHaveText(/^fast 2,741\.67$/);
  await expect(legend.getByRole('button', { name: /^slow/ })).toHaveText(/^slow 2,617\.30$/);
  const chart = window.getByRole('img', { name: /^SP500 1d/ });
  await expect(chart).toHaveAccessibleName(/fast from .* slow from /);

  await fast.click();
  await expect(fast).toHaveAttribute('aria-pressed', 'false');
  await expect(chart).not.toHaveAccessibleName(/fast from/);
  await window.reload();
  await expect(fast).toHaveAttribute('aria-pressed', 'false');
  await chart.focus();
  await window.keyboard.press('t');
  await expect(window.getByRole('columnheader', { name: 'slow' })).toBeVisible();
  await expect(window.getByRole('columnheader', { name: 'fast' })).toBeHidden();
  await window.keyboard.press('t');
  await fast.click();
  await expect(chart).toHaveAccessibleName(/fast from/);

  await window.getByRole('button', { name: 'Indicators 2' }).click();
  await expect(legend).toBeHidden();
  await expect(chart).not.toHaveAccessibleName(/slow from/);
});

test('G goes to a typed date', async ({ window }) => {
  await runSample(window);
  const chart = window.getByRole('img', { name: /^SP500 1d/ });
  await expect(chart).toHaveAccessibleName(/to 17 Apr 2020/);
  await chart.focus();
  await window.keyboard.press('g');
  const dialog = window.getByRole('dialog', { name: 'Go to date' });
  const date = dialog.getByRole('textbox', { name: 'Date, UTC' });
  await expect(date).toBeFocused();
  await date.fill('a while ago');
  await window.keyboard.press('Enter');
  await expect(dialog).toContainText('Type a year, a month or a day');
  await date.fill('2021');
  await window.keyboard.press('Enter');
  await expect(dialog).toContainText('The chart goes from 3 Jan 2000 to 17 Apr 2020.');
  await date.fill('2008-10');
  await window.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(chart).toHaveAccessibleName(/22 Apr 2008 to 16 Mar 2009/);
  await expect(window.getByText('1 Oct 2008').first()).toBeVisible();
  await expect(chart).toBeFocused();
});

test('the palette goes to a date as well', async ({ window }) => {
  await runSample(window);
  await expect(window.getByRole('img', { name: /^SP500 1d/ })).toBeVisible();
  await window.keyboard.press('Control+k');
  await window.keyboard.type('go to date');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog', { name: 'Go to date' })).toBeVisible();
});
