import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { appFiles, CONTENT_SECURITY_POLICY, fileAt } from './app-files.ts';

const home = mkdtempSync(join(tmpdir(), 'hindcast-files-'));
const folder = join(home, 'window');
mkdirSync(join(folder, 'assets'), { recursive: true });
writeFileSync(join(folder, 'index.html'), '<h1>Hindcast</h1>');
writeFileSync(join(folder, 'assets', 'a b.js'), 'export {};');
writeFileSync(join(folder, 'secret.db'), 'x');
writeFileSync(join(home, 'outside.html'), 'x');
mkdirSync(`${folder}-twin`);
writeFileSync(join(`${folder}-twin`, 'index.html'), 'x');
afterAll(() => rmSync(home, { recursive: true }));

const get = (address: string, method = 'GET') => appFiles(folder)(new Request(address, { method }));

describe('files of the window', () => {
  test.each([
    ['app://hindcast/', '<h1>Hindcast</h1>', 'text/html; charset=utf-8'],
    ['app://hindcast/index.html#/runs', '<h1>Hindcast</h1>', 'text/html; charset=utf-8'],
    ['app://hindcast/assets/a%20b.js?v=1', 'export {};', 'text/javascript; charset=utf-8'],
  ])('%s is served with its type and the policy', async (address, text, type) => {
    const response = await get(address);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(text);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each([
    'app://hindcast/nothing.html',
    'app://hindcast/assets',
    'app://hindcast/secret.db',
    'app://hindcast/../outside.html',
    'app://hindcast/%2e%2e/outside.html',
    'app://hindcast/..%2foutside.html',
    'app://hindcast/..%5coutside.html',
    'app://hindcast/assets/..%2f..%2foutside.html',
    'app://hindcast/%2e%2e%2fwindow-twin%2findex.html',
    'app://hindcast/%00index.html',
    'app://hindcast/%',
    'app://hindcast//etc/passwd.html',
    'app://hindcast/C:%5Cwindows.html',
    'app://evil/index.html',
    'https://hindcast/index.html',
  ])('%s is not there', async (address) => {
    const response = await get(address);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
  });

  test.each(['POST', 'HEAD', 'DELETE'])('%s does nothing', async (method) => {
    expect((await get('app://hindcast/', method)).status).toBe(405);
  });

  test('lie in their folder, whatever an address says', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2E%2e',
      '%2f',
      '%5c',
      '/',
      '\\',
      'assets',
      'index.html',
      '%00',
      ':',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (path) => {
          const file = fileAt(folder, `app://hindcast/${path}`);
          if (file !== null) expect(resolve(file).startsWith(folder + sep)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

test('the policy allows no code from anywhere else, and none in the page', () => {
  expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'; script-src 'self';");
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-eval|https?:|\*/);
});
