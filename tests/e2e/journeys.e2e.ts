import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { HostClient } from './support/client.ts';
import { ENDLESS, SMA_CROSS } from './support/strategies.ts';
import { expect, test } from './support/test.ts';
import { goTo } from './support/window.ts';

/** Sixty days of prices that swing, so that averages cross. */
function prices(days: number, brokenLine: string | null): string {
  const rows = Array.from({ length: days }, (_, day) => {
    const date = new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);
    const price = 100 + 20 * Math.sin(day / 9);
    return `${date},${price.toFixed(2)},${(price + 1).toFixed(2)},${(price - 1).toFixed(2)},${price.toFixed(2)},1000`;
  });
  if (brokenLine !== null) rows.splice(10, 0, brokenLine);
  return ['date,open,high,low,close,volume', ...rows, ''].join('\n');
}

async function accept(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'I understand' }).click();
}

async function runSample(window: Page): Promise<void> {
  await accept(window);
  await window.getByRole('button', { name: 'Run the sample' }).click();
  await expect(window).toHaveURL(/#\/run\/[0-9a-f]+$/);
  await expect(window.getByText('+49.87')).toBeVisible();
}

async function chooseFile(window: Page, path: string): Promise<void> {
  await window.getByLabel('Files of prices').setInputFiles(path);
}

test('import with a bad row, mend the file, and run a strategy on it', async ({ window, host }) => {
  await accept(window);
  const file = join(host.home, 'swing.csv');
  writeFileSync(file, prices(200, '2020-01-11,100,90,110,100,1000'));
  await window.keyboard.press('Control+2');
  await expect(window.getByText('No data yet')).toBeVisible();
  await window.keyboard.press('Control+o');
  await chooseFile(window, file);
  await window.getByRole('button', { name: 'See the bad rows' }).click();
  await expect(window.getByRole('region', { name: 'Bad rows' })).toContainText('12');
  await window.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

  writeFileSync(file, prices(200, null));
  await window.keyboard.press('Control+o');
  await chooseFile(window, file);
  await window.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
  await window.getByRole('button', { name: 'Run a strategy on it' }).click();
  await window.getByRole('checkbox', { name: /^SWING 1d/i }).check();
  await window.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(window).toHaveURL(/#\/run\/[0-9a-f]+$/);
  await expect(window.getByText('SWING · 1d')).toBeVisible();
});

test('a parameter that is changed runs again, and the two runs are compared', async ({ window }) => {
  await runSample(window);
  const first = window.url();
  await window.getByRole('textbox', { name: 'fast, as a number' }).fill('20');
  await window.keyboard.press('Enter');
  await expect.poll(() => window.url()).not.toBe(first);
  for (const box of await window.getByRole('checkbox', { name: /^Compare/ }).all()) await box.check();
  await window
    .getByRole('button', { name: /^Compare/ })
    .last()
    .click();
  await expect(window).toHaveURL(/#\/compare\//);
  await expect(window.getByText('fast').first()).toBeVisible();
});

test('a run is verified to the last bit', async ({ window }) => {
  await runSample(window);
  await window.getByRole('button', { name: 'Verify' }).click();
  await expect(window.getByText('Verified, bit for bit')).toBeVisible();
});

test('a trade is chosen in the table, and says why it was filled', async ({ window }) => {
  await runSample(window);
  await window.getByRole('gridcell', { name: '2019-10-23', exact: false }).first().click();
  await expect(window.getByText(/market order|opened at|at the open/i).first()).toBeVisible();
});

test('a run that goes on and on is cancelled, from the status bar and from the side of the runs', async ({
  window,
  host,
}) => {
  const client = new HostClient(host);
  await client.acceptDisclosure();
  const series = [await client.addSamples()];
  const begin = async () => (await client.ask.runs.start({ strategy: ENDLESS, series })).id;
  const card = window.getByRole('article', { name: 'Run endless.ts on SP500' });
  const cancelled = async (job: string) => {
    await expect.poll(async () => (await client.ask.jobs.get({ job })).state).toBe('cancelled');
    return (await client.ask.jobs.get({ job })).run ?? '';
  };

  const first = await begin();
  await window
    .getByRole('contentinfo')
    .getByRole('link', { name: /endless/ })
    .click();
  await expect(card.getByText('running')).toBeVisible();
  await card.getByRole('button', { name: 'Cancel' }).click();
  await expect(card.getByText('cancelled').first()).toBeVisible();
  await expect(card.getByRole('button', { name: 'Cancel' })).toBeHidden();
  await expect(window.getByRole('contentinfo').getByRole('link', { name: /endless/ })).toBeHidden();
  await goTo(window, `/run/${await cancelled(first)}`);
  await expect(window.getByText('The run was cancelled.')).toBeVisible();

  const second = await begin();
  // What is cancelled before it has read its bars leaves no run behind.
  await expect.poll(async () => (await client.ask.jobs.get({ job: second })).run).not.toBeNull();
  await expect(card.getByText('running').first()).toBeVisible();
  await card.getByRole('button', { name: 'Cancel' }).click();
  await expect(card).toBeHidden();
  await cancelled(second);
  const runs = window.getByRole('region', { name: 'Today' }).getByRole('listitem');
  await expect(runs).toHaveCount(2);
  for (const run of await runs.all()) await expect(run).toContainText('cancelled');

  // Whoever was cancelled has left its thread to others.
  const { run } = await client.end(await client.ask.runs.start({ strategy: SMA_CROSS, series }));
  expect((await client.ask.runs.detail({ run: run ?? '' })).run.status).toBe('done');
});
