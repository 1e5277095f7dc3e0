import { HostClient } from './support/client.ts';
import { SLOW } from './support/strategies.ts';
import { expect, test } from './support/test.ts';

test('a run whose host is killed is shown as interrupted, begins again, and is there once', async ({
  window,
  host,
}) => {
  test.slow();
  const before = new HostClient(host);
  await before.acceptDisclosure();
  const series = [await before.addSamples()];
  const { id: job } = await before.ask.runs.start({ strategy: SLOW, series });
  await window
    .getByRole('contentinfo')
    .getByRole('link', { name: /slow\.ts.*%/ })
    .click();
  const card = window.getByRole('article', { name: 'Run slow.ts on SP500' });
  await expect(card.getByText('running')).toBeVisible();

  await host.kill();
  await expect(window.getByText(/What you see is as it last was/)).toBeVisible();
  await expect(card.getByText('unknown')).toBeVisible();
  await expect(card.getByRole('button')).toHaveCount(0);

  await host.start();
  await expect(window.getByText(/open the address that the terminal shows/)).toBeVisible();
  await window.goto(host.url);
  await window.getByRole('link', { name: 'Jobs', exact: true }).click();
  await expect(card.getByText('interrupted').first()).toBeVisible();

  await card.getByRole('button', { name: 'Resume' }).click();
  await expect(card.getByText('done', { exact: true })).toBeVisible({ timeout: 60_000 });
  await window.getByRole('link', { name: 'Runs', exact: true }).click();
  const runs = window.getByRole('region', { name: 'Today' }).getByRole('listitem');
  await expect(runs.filter({ hasText: 'failed' })).toHaveCount(1);
  await expect(runs).toHaveCount(2);

  const { ask } = new HostClient(host);
  const { rows } = await ask.runs.list({});
  expect(rows.map(({ status, error }) => [status, error?.code])).toEqual([
    ['done', undefined],
    ['failed', 'run.interrupted'],
  ]);
  const { rows: jobs } = await ask.jobs.list({});
  expect(jobs.filter(({ kind }) => kind === 'run').map(({ id, run }) => [id, run])).toEqual([[job, rows[0]?.id]]);
});
