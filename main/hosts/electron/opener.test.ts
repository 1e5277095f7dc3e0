import { expect, test } from 'vitest';
import { mayOpen } from './opener.ts';

const HOSTS = ['docs.test'];

test.each(['https://docs.test', 'https://docs.test/a?b#c', 'https://DOCS.test/', 'https://docs.test:443/'])(
  '%s may be opened',
  (link) => {
    expect(mayOpen(link, HOSTS)).toBe(true);
  },
);

test.each([
  'http://docs.test/',
  'https://docs.test.evil.test/',
  'https://evil.test/docs.test',
  'https://docs.test@evil.test/',
  'https://user@docs.test/',
  'https://:word@docs.test/',
  'https://docs.test:8443/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'ms-calculator:',
  '//docs.test',
  '',
])('%s may not', (link) => {
  expect(mayOpen(link, HOSTS)).toBe(false);
});
