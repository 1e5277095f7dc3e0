import { expect, test } from 'vitest';
import { APP_PAGE } from './origin.ts';
import { mayHave } from './permissions.ts';

test('the window may write to the clipboard and fill the screen', () => {
  expect(mayHave('clipboard-sanitized-write', APP_PAGE, APP_PAGE)).toBe(true);
  expect(mayHave('fullscreen', 'app://hindcast', APP_PAGE)).toBe(true);
});

test.each(['media', 'geolocation', 'notifications', 'midi', 'hid', 'usb', 'clipboard-read', 'openExternal', ''])(
  'it may not have %s',
  (permission) => {
    expect(mayHave(permission, APP_PAGE, APP_PAGE)).toBe(false);
  },
);

test('others may have nothing', () => {
  expect(mayHave('fullscreen', 'https://evil.test/', APP_PAGE)).toBe(false);
  expect(mayHave('clipboard-sanitized-write', '', APP_PAGE)).toBe(false);
});
