import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openDatabase } from '../open.ts';
import { FolderMove } from './folder-move.ts';
import { FolderPointer } from './folder-pointer.ts';

const FIXTURE = fileURLToPath(new URL('./cut-off-move.fixture.ts', import.meta.url));
const ROWS = 90;

// Each test starts threads or processes.
vi.setConfig({ testTimeout: 120_000 });

let root: string;
let home: string;
let target: string;
let pointer: FolderPointer;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hindcast-cut-'));
  home = join(root, 'old');
  target = join(root, 'new');
  pointer = new FolderPointer(join(root, 'data-folder.json'));
  const database = openDatabase(join(home, 'hindcast.db'));
  // Some megabytes, so that there is a middle.
  const put = database.prepare('INSERT INTO settings (name, value) VALUES (?, ?)');
  for (let row = 0; row < ROWS; row++) put.run(`row ${row}`, 'x'.repeat(160_000));
  database.close();
  mkdirSync(join(home, 'uploads', 'a'), { recursive: true });
  writeFileSync(join(home, 'uploads', 'a', 'prices.csv'), 'Date,Close\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const counted = () => pointer.read()?.folder ?? home;

function moveUntil(cut: string): string {
  const { stdout, signal } = spawnSync(process.execPath, [FIXTURE, home, target, pointer.file, cut], {
    encoding: 'utf8',
  });
  return signal ?? stdout;
}

function expectWhole(folder: string): void {
  const database = openDatabase(join(folder, 'hindcast.db'), { alwaysCheckedUpTo: Number.POSITIVE_INFINITY });
  expect(database.prepare('SELECT count(*) FROM settings WHERE length(value) = 160000').pluck().get()).toBe(ROWS);
  database.close();
  expect(readFileSync(join(folder, 'uploads', 'a', 'prices.csv'), 'utf8')).toBe('Date,Close\n');
}

it('a copy that is cut off at any step leaves the old folder, and can be made again', async () => {
  let cuts = 0;
  while (moveUntil(String(cuts + 1)) === 'SIGKILL') {
    cuts++;
    expect(counted()).toBe(home);
    expectWhole(home);
  }
  // The beginning, parts of the database, the files, the check and the end.
  expect(cuts).toBeGreaterThanOrEqual(5);
  await move();
  expect(counted()).toBe(target);
  expectWhole(target);
});

it.each([
  ['before the pointer', 'old'],
  ['after the pointer', 'new'],
])('a move that is cut off %s has its data in the %s folder', (cut, name) => {
  expect(moveUntil(cut)).toBe('SIGKILL');
  expect(counted()).toBe(join(root, name));
  expectWhole(counted());
});

it('one that was cut off before the pointer can be made again, to the same folder', async () => {
  expect(moveUntil('before the pointer')).toBe('SIGKILL');
  await move();
  expect(counted()).toBe(target);
  expectWhole(target);
});

async function move(): Promise<void> {
  const database = openDatabase(join(home, 'hindcast.db'));
  const folderMove = new FolderMove(home, database, pointer);
  await folderMove.move(target, () => {});
  folderMove.open();
  database.close();
}
