import { expect, test } from 'vitest';
import { sourcesOf, withoutComments } from '../arch/sources.ts';

const sources = ['main', 'shared', 'worker']
  .flatMap(sourcesOf)
  .map(({ path, text }) => ({ path, text: withoutComments(text) }));
const using = (what: RegExp) => sources.filter(({ text }) => what.test(text)).map(({ path }) => path);

test('one place opens addresses outside, and asks first whether it may', () => {
  expect(using(/\bopenExternal\b/)).toEqual(['main/hosts/electron/navigation.ts']);
  expect(sources.find(({ path }) => path.endsWith('/navigation.ts'))?.text).toContain(
    'else if (mayOpen(address)) void shell.openExternal(address)',
  );
});

test('every message of a page is asked where it comes from', () => {
  expect(using(/\bipcMain\b/)).toEqual(['main/hosts/electron/connection.ts']);
  const { text = '' } = sources.find(({ path }) => path.endsWith('/electron/connection.ts')) ?? {};
  expect(text.match(/\bipcMain\.(on|handle)\b/g)).toHaveLength(2);
  expect(text.match(/!isTrustedFrame\(senderFrame, page\)/g)).toHaveLength(2);
});

test('no window has Node, and none is without a sandbox', () => {
  expect(using(/\bnew BrowserWindow\b/)).toEqual(['main/hosts/electron/window.ts']);
  expect(
    using(/nodeIntegration: true|sandbox: false|contextIsolation: false|webSecurity|allowRunningInsecure/),
  ).toEqual([]);
});
