import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { newest } from '#main/hosts/web/newest.ts';
import { electronBinary, fetchElectron, hasDisplay } from '../../build/electron-binary.ts';

const root = mkdtempSync(join(tmpdir(), 'hindcast-start-'));
const electron = join(root, 'node_modules', 'electron');
afterAll(() => rmSync(root, { recursive: true }));

describe('the binary of Electron', () => {
  beforeEach(() => {
    rmSync(electron, { recursive: true, force: true });
    mkdirSync(join(electron, 'dist'), { recursive: true });
  });

  test('is where its package noted it', () => {
    writeFileSync(join(electron, 'path.txt'), 'electron\n');
    writeFileSync(join(electron, 'dist', 'electron'), '');
    expect(electronBinary(root)).toBe(join(electron, 'dist', 'electron'));
  });

  test('is missing without the note, and where the note leads nowhere', () => {
    writeFileSync(join(electron, 'dist', 'electron'), '');
    expect(electronBinary(root)).toBeNull();
    writeFileSync(join(electron, 'path.txt'), 'another');
    expect(electronBinary(root)).toBeNull();
  });

  test('is fetched by the program of its package', () => {
    expect(fetchElectron(root)).toBeNull();
    writeFileSync(join(electron, 'install.js'), 'process.exit(1);');
    expect(fetchElectron(root)).toBeNull();
    const script =
      "const fs = require('node:fs'); fs.writeFileSync(__dirname + '/dist/app', ''); fs.writeFileSync(__dirname + '/path.txt', 'app');";
    writeFileSync(join(electron, 'install.js'), script);
    expect(fetchElectron(root)).toBe(join(electron, 'dist', 'app'));
  });
});

test('a display is asked for on Linux alone', () => {
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
  expect(hasDisplay('darwin', {})).toBe(true);
  expect(hasDisplay('win32', {})).toBe(true);
});

test('the newest of files and folders is found however deep it lies', () => {
  mkdirSync(join(root, 'a', 'b'), { recursive: true });
  for (const [name, time] of [
    ['one.ts', 1_000],
    ['a/two.ts', 2_000],
    ['a/b/three.ts', 3_000],
    ['a/b/three.test.ts', 4_000],
  ] as const) {
    writeFileSync(join(root, name), '');
    utimesSync(join(root, name), time, time);
  }
  expect(newest(root, ['one.ts'])).toBe(1_000_000);
  expect(newest(root, ['one.ts', 'a'])).toBe(3_000_000);
  expect(newest(root, ['missing'])).toBe(Number.NEGATIVE_INFINITY);
  expect(newest(root, [])).toBe(Number.NEGATIVE_INFINITY);
});
