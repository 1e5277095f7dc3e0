import { expect, test, violationsOn } from './support/test.ts';

test('from the first start to a first result, by keyboard alone', async ({ window }) => {
  const dialog = window.getByRole('alertdialog', { name: 'Before the first result' });
  await expect(dialog).toBeVisible();
  expect(await violationsOn(window)).toEqual([]);
  await window.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await window.getByRole('button', { name: 'I understand' }).focus();
  await window.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await window.getByRole('button', { name: 'Run the sample' }).focus();
  await window.keyboard.press('Enter');
  await expect(window).toHaveURL(/#\/run\/[0-9a-f]+$/);
  await expect(window.getByText('SMA cross').first()).toBeVisible();
});

test('the disclosure is accepted once', async ({ window }) => {
  await window.getByRole('button', { name: 'I understand' }).click();
  await expect(window.getByRole('alertdialog')).toBeHidden();
  await window.reload();
  await expect(window.getByRole('heading', { name: 'Home' })).toBeVisible();
  await expect(window.getByRole('alertdialog')).toBeHidden();
});
