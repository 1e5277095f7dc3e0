import type { Page } from '@playwright/test';
import { tabTo } from './support/keyboard.ts';
import { prepared } from './support/prepared.ts';
import { expect, test, violationsOn } from './support/test.ts';
import type { WebHost } from './support/web-host.ts';
import { goTo, settled } from './support/window.ts';

/** Fills in a grid of six by six around the averages of the sample. */
async function fillGrid(window: Page): Promise<void> {
  const dialog = window.getByRole('dialog', { name: 'New sweep' });
  for (const [field, value] of [
    ['fast from', '5'],
    ['fast to', '30'],
    ['fast step', '5'],
    ['slow from', '40'],
    ['slow to', '140'],
    ['slow step', '20'],
  ] as const) {
    await dialog.getByRole('textbox', { name: field, exact: true }).fill(value);
  }
  await dialog.getByRole('textbox', { name: 'Conditions' }).fill('fast < slow');
  await expect(dialog.getByRole('status')).toContainText(/^36 runs · about/);
}

/** A sweep that is done, as programs ask for it. */
async function swept(host: WebHost): Promise<{ sweep: string; path: string }> {
  const { client, series } = await prepared(host);
  const { sweep, job } = await client.ask.sweeps.start({
    strategy: { kind: 'library', id: 'sma-cross' },
    series,
    space: {
      axes: [
        { kind: 'range', name: 'fast', min: 5, max: 30, step: 5 },
        { kind: 'range', name: 'slow', min: 40, max: 140, step: 20 },
      ],
    },
  });
  await client.end(job);
  return { sweep, path: `/sweep/${sweep}` };
}

test('from a run to a heat map, its plateau, and the run of that place, which says the same', async ({
  window,
  host,
}) => {
  const { client, places } = await prepared(host);
  await goTo(window, places.run);
  await window.getByRole('button', { name: 'More', exact: true }).last().click();
  await window.getByRole('menuitem', { name: 'Optimise…' }).click();
  await fillGrid(window);
  await window.getByRole('button', { name: 'Start' }).click();
  await expect(window).toHaveURL(/#\/sweep\/[0-9a-f]+$/);
  await expect(window.getByRole('img', { name: /^Sharpe ratio by fast and slow, 6 by 6 cells/ })).toBeVisible();
  await expect(window.getByRole('note')).toContainText(/\d+ trials of this strategy so far/);
  await expect(window.getByRole('note')).toContainText('without any skill');

  const sweep = window.url().split('/').at(-1) ?? '';
  await window.getByRole('button', { name: 'Pick plateau centre' }).click();
  await expect(window).toHaveURL(/#\/run\/[0-9a-f]+$/);
  const run = window.url().split('/').at(-1) ?? '';
  const { manifest, result } = await client.ask.runs.detail({ run });
  const { rows } = await client.ask.sweeps.best({ sweep, limit: 36 });
  const row = rows.find(
    ({ params }) => params['fast'] === manifest.params['fast'] && params['slow'] === manifest.params['slow'],
  );
  expect(rows).toHaveLength(36);
  for (const [metric, value] of Object.entries(row?.metrics ?? {})) expect(result?.metrics[metric]?.value).toBe(value);
  expect(await client.ask.sweeps.verify({ sweep, place: row?.place ?? -1, run })).toMatchObject({ isVerified: true });
});

test('what is wrong with a sweep is said where it is put right', async ({ window, host }) => {
  const { places } = await prepared(host);
  await goTo(window, places.run);
  await window.getByRole('button', { name: 'More', exact: true }).last().click();
  await window.getByRole('menuitem', { name: 'Optimise…' }).click();
  const dialog = window.getByRole('dialog', { name: 'New sweep' });
  await dialog.getByRole('textbox', { name: 'fast step', exact: true }).fill('0');
  await expect(dialog.getByRole('group', { name: 'fast' }).getByRole('alert')).toHaveText(
    'The step of fast must be above 0.',
  );
  await expect(dialog.getByRole('button', { name: 'Start' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'fast step', exact: true }).fill('5');
  await dialog.getByRole('textbox', { name: 'Conditions' }).fill('fast < size');
  await expect(dialog.getByText('A constraint names size, which is not searched.')).toBeVisible();
});

test('by keyboard alone: the values of the map, the sorting of the table, and a row that is run', async ({
  window,
  host,
}) => {
  const { path } = await swept(host);
  await goTo(window, path);
  const map = window.getByRole('img', { name: /^Sharpe ratio by/ });
  await expect(map).toBeVisible();
  await settled(window);
  await tabTo(window, map);
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Home');
  await expect(window.getByRole('status').filter({ hasText: /^fast 5 · slow \d+: / })).toBeVisible();
  const table = window.getByRole('grid', { name: /^Top results/ });
  await tabTo(window, table);
  await tabTo(window, table.getByRole('columnheader', { name: 'fast' }));
  for (const _ of ['slow', 'Sharpe ratio', 'Final equity', 'Total return']) {
    await window.keyboard.press('ArrowRight');
  }
  await window.keyboard.press('Enter');
  await expect(table.getByRole('columnheader', { name: 'Total return' })).toHaveAttribute('aria-sort', 'descending');
  await tabTo(window, table);
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(window).toHaveURL(/#\/run\/[0-9a-f]+$/);
});

for (const theme of ['dark', 'light'] as const) {
  test(`nobody is shut out, ${theme}`, async ({ window, host }) => {
    const { path } = await swept(host);
    const { client, places } = await prepared(host);
    await client.ask.settings.set({ theme });
    await goTo(window, path);
    await expect(window.getByRole('button', { name: 'Pick plateau centre' })).toBeVisible();
    await settled(window);
    expect(await violationsOn(window)).toEqual([]);
    await goTo(window, places.run);
    await window.getByRole('button', { name: 'More', exact: true }).last().click();
    await window.getByRole('menuitem', { name: 'Optimise…' }).click();
    await expect(window.getByRole('dialog', { name: 'New sweep' }).getByRole('status')).toContainText('about');
    expect(await violationsOn(window)).toEqual([]);
  });
}
