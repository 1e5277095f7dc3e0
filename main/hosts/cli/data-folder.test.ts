import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refusal } from '../../../tests/support/refusal.ts';
import { FolderPointer } from '../../db/folder/folder-pointer.ts';
import { dataFolder } from './data-folder.ts';

let root: string;
let places: { data: string; config: string };
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hindcast-places-'));
  places = { data: join(root, 'data'), config: join(root, 'config') };
});
afterEach(() => rmSync(root, { recursive: true }));

const pointer = () => new FolderPointer(join(places.config, 'data-folder.json'));

test('the data lie where the flag says, else the environment, and can’t be moved from there', () => {
  pointer().write({ folder: '/elsewhere', previous: null });
  expect(dataFolder('/a', { HINDCAST_HOME: '/b' }, places)).toEqual({ home: '/a', pointer: null });
  expect(dataFolder(undefined, { HINDCAST_HOME: '/b' }, places)).toEqual({ home: '/b', pointer: null });
});

test('else where the system keeps them', () => {
  expect(dataFolder(undefined, {}, places)).toEqual({ home: places.data, pointer: pointer() });
  expect(dataFolder(undefined, {}).home).toContain('hindcast');
});

test('or where they were moved to', () => {
  const moved = join(root, 'moved');
  mkdirSync(moved);
  writeFileSync(join(moved, 'hindcast.db'), '');
  pointer().write({ folder: moved, previous: places.data });
  expect(dataFolder(undefined, {}, places)).toEqual({ home: moved, pointer: pointer() });
});

test('a folder that is gone is missed, not made anew', async () => {
  pointer().write({ folder: join(root, 'unplugged'), previous: places.data });
  expect(await refusal(() => dataFolder(undefined, {}, places))).toMatchObject({ code: 'storage.folder-lost' });
});

test.each(['', '{', '{"version":2,"folder":"/a","previous":null}', '{"version":1,"folder":"","previous":null}'])(
  'a pointer that says nothing is no reason to guess: %j',
  async (text) => {
    mkdirSync(places.config);
    writeFileSync(pointer().file, text);
    expect(await refusal(() => dataFolder(undefined, {}, places))).toMatchObject({ code: 'storage.folder-pointer' });
  },
);
