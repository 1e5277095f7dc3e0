import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { WindowMemory } from './window-memory.ts';

const folder = mkdtempSync(join(tmpdir(), 'hindcast-memory-'));
afterAll(() => rmSync(folder, { recursive: true }));
const place = { bounds: { x: 1, y: 2, width: 3, height: 4 }, isMaximized: true };

test('what was kept is read again', () => {
  const path = join(folder, 'new', 'window.json');
  expect(new WindowMemory(path).read()).toBeNull();
  new WindowMemory(path).keep(place);
  expect(new WindowMemory(path).read()).toEqual(place);
  expect(readdirSync(join(folder, 'new'))).toEqual(['window.json']);
});

test('nothing good is nothing, and a disk that refuses is no trouble', () => {
  const path = join(folder, 'broken.json');
  writeFileSync(path, '{ "bounds"');
  expect(new WindowMemory(path).read()).toBeNull();
  expect(() => new WindowMemory(join(path, 'below', 'a-file.json')).keep(place)).not.toThrow();
});
