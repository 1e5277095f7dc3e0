import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { APP_PAGE, isOwnAddress, isTrustedFrame } from './origin.ts';

describe('an address', () => {
  test.each([APP_PAGE, `${APP_PAGE}#/run/12`, 'app://hindcast/', 'app://hindcast/assets/a.js', 'APP://hindcast/x'])(
    '%s is our own',
    (address) => {
      expect(isOwnAddress(address)).toBe(true);
    },
  );

  test.each([
    '',
    'app:',
    'app:/hindcast/',
    'app://hindcast.evil.test/',
    'app://hindcast@evil.test/',
    'app://hindcast:1/',
    'app://evil/hindcast',
    'https://hindcast/',
    'file:///app/hindcast/',
    'about:blank',
    'data:text/html,app://hindcast/',
    'javascript:app://hindcast/',
  ])('%s is not', (address) => {
    expect(isOwnAddress(address)).toBe(false);
  });

  test('of another site is never our own', () => {
    fc.assert(fc.property(fc.webUrl(), (address) => !isOwnAddress(address)));
  });

  test('is that of the page, wherever it comes from', () => {
    expect(isOwnAddress('http://localhost:5173/x', 'http://localhost:5173/')).toBe(true);
    expect(isOwnAddress('http://localhost:5174/x', 'http://localhost:5173/')).toBe(false);
    expect(isOwnAddress(APP_PAGE, 'http://localhost:5173/')).toBe(false);
  });
});

test('messages are heard from our own page alone', () => {
  expect(isTrustedFrame({ url: APP_PAGE, parent: null })).toBe(true);
  expect(isTrustedFrame({ url: APP_PAGE, parent: {} })).toBe(false);
  expect(isTrustedFrame({ url: 'https://evil.test/', parent: null })).toBe(false);
  expect(isTrustedFrame({ url: 'http://localhost/', parent: null }, 'http://localhost/')).toBe(true);
  expect(isTrustedFrame(null)).toBe(false);
  expect(isTrustedFrame(undefined)).toBe(false);
});
