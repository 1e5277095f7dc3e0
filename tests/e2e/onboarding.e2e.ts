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

test('three marks show the first steps: by doing them, by reading on, and again from the menu', async ({ window }) => {
  await window.getByRole('button', { name: 'I understand' }).click();
  await window.getByRole('button', { name: 'Run the sample' }).click();
  const mark = (name: string) => window.getByRole('dialog', { name });
  await expect(mark('Move a slider')).toBeVisible();
  await expect(window.getByRole('button', { name: 'Next' })).toBeFocused();
  expect(await violationsOn(window)).toEqual([]);

  // Nothing is held back: what the mark speaks of can be done while it is there.
  const fast = window.getByRole('textbox', { name: 'fast, as a number' });
  await fast.fill('20');
  await window.keyboard.press('Enter');
  await expect(mark('Choose a trade')).toBeVisible();
  await expect(mark('Move a slider')).toBeHidden();
  await expect(fast).toBeFocused();
  await window.getByRole('button', { name: 'Next' }).click();
  await expect(mark('Look at the trust checks')).toBeVisible();
  await window.getByRole('button', { name: 'Done' }).click();
  await expect(mark('Look at the trust checks')).toBeHidden();

  await window.keyboard.press('Control+k');
  await window.keyboard.type('first steps');
  await window.keyboard.press('Enter');
  await expect(mark('Move a slider')).toBeVisible();
  await expect(window.getByRole('button', { name: 'Next' })).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(mark('Move a slider')).toBeHidden();
  await expect(mark('Choose a trade')).toBeHidden();
});

test('the disclosure is accepted once', async ({ window }) => {
  await window.getByRole('button', { name: 'I understand' }).click();
  await expect(window.getByRole('alertdialog')).toBeHidden();
  await window.reload();
  await expect(window.getByRole('heading', { name: 'Home' })).toBeVisible();
  await expect(window.getByRole('alertdialog')).toBeHidden();
});
