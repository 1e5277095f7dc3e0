import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refusal } from '../../../tests/support/refusal.ts';
import { openDatabase } from '../open.ts';
import type { CopyProgress } from './copy-folder.ts';
import { FolderMove } from './folder-move.ts';
import { FolderPointer } from './folder-pointer.ts';

// Each test starts threads or processes.
vi.setConfig({ testTimeout: 120_000 });

let root: string;
let home: string;
let pointer: FolderPointer;
let opened: Database.Database[];
beforeEach(() => {
  // As the system gives it: on a Mac the temporary folder is behind a link.
  root = mkdtempSync(join(tmpdir(), 'hindcast-move-'));
  home = join(root, 'old');
  pointer = new FolderPointer(join(root, 'config', 'data-folder.json'));
  opened = [];
});
afterEach(() => {
  for (const database of opened) database.close();
  rmSync(root, { recursive: true, force: true });
});

/** The database of a folder, and what moves it. */
function open(folder = home, pointing: FolderPointer | null = pointer) {
  const database = openDatabase(join(folder, 'hindcast.db'), { busyTimeout: 3_000 });
  opened.push(database);
  return { database, move: new FolderMove(folder, database, pointing) };
}

const put = (database: Database.Database, value: string) =>
  database.prepare("INSERT OR REPLACE INTO settings (name, value) VALUES ('theme', ?)").run(value);
const theme = (database: Database.Database) =>
  database.prepare("SELECT value FROM settings WHERE name = 'theme'").pluck().get();
const nothing = () => {};
const SAYS_ITS_NAME =
  "const { thisProcess } = await import('../owner.ts'); process.stdout.write(thisProcess()); setInterval(() => {}, 1e6)";

describe('a move', () => {
  it('copies the data with what goes with them, and points there', async () => {
    const { database, move } = open();
    put(database, 'dark');
    database.exec("INSERT INTO host VALUES (1, '1:0', 'http://127.0.0.1:1')");
    mkdirSync(join(home, 'uploads', 'a'), { recursive: true });
    mkdirSync(join(home, 'desktop', 'Cache'), { recursive: true });
    writeFileSync(join(home, 'uploads', 'a', 'prices.csv'), 'Date,Close\n');
    writeFileSync(join(home, 'hindcast.db.backup-v2'), 'a backup');
    writeFileSync(join(home, 'desktop', 'window.json'), '{}');
    writeFileSync(join(home, 'desktop', 'Cache', 'x'), 'x');
    writeFileSync(join(home, 'mine.txt'), 'mine');
    const target = join(root, 'new', 'data');
    const progress: CopyProgress[] = [];
    await move.move(target, (each) => progress.push(each));

    expect(pointer.read()).toEqual({ folder: target, previous: home });
    expect(move.hasMoved).toBe(true);
    expect(readFileSync(join(target, 'uploads', 'a', 'prices.csv'), 'utf8')).toBe('Date,Close\n');
    expect(readdirSync(target).sort()).toEqual([
      'desktop',
      'hindcast.db',
      'hindcast.db.backup-v2',
      'hindcast.moving',
      'uploads',
    ]);
    expect(readdirSync(join(target, 'desktop'))).toEqual(['window.json']);
    const copy = open(target);
    expect(theme(copy.database)).toBe('dark');
    expect(copy.database.prepare('SELECT count(*) FROM host').pluck().get()).toBe(0);
    expect(readdirSync(target)).not.toContain('hindcast.moving');

    const dones = progress.map(({ done }) => done);
    expect(dones).toEqual(dones.toSorted((a, b) => a - b));
    const { done, total } = progress.at(-1) ?? {};
    expect([progress.at(-1)?.step, done]).toEqual(['copied', total]);
    expect(new Set(progress.map(({ step }) => step))).toEqual(new Set(['copying', 'checking', 'copied']));
  });

  it('lets nobody write to the old folder, until the app is closed', async () => {
    const { database, move } = open();
    await move.move(join(root, 'new'), nothing);
    expect(() => put(database, 'light')).toThrow('locked');
    move.open();
    expect(() => put(database, 'light')).not.toThrow();
    expect(database.pragma('busy_timeout', { simple: true })).toBe(3_000);
  });

  it('is refused while it is under way, and while another program writes', async () => {
    const { database, move } = open();
    const first = move.move(join(root, 'new'), nothing);
    expect(await refusal(move.move(join(root, 'other'), nothing))).toMatchObject({ code: 'usage.folder-moving' });
    await first;
    move.open();
    const writer = new Database(join(home, 'hindcast.db'));
    opened.push(writer);
    writer.exec('BEGIN IMMEDIATE');
    expect(await refusal(move.move(join(root, 'third'), nothing))).toMatchObject({ code: 'storage.locked' });
    writer.exec('ROLLBACK');
    expect(() => put(database, 'light')).not.toThrow();
  });

  it('is refused while another process has an import in hand; one that is dead has none', async () => {
    const { database, move } = open();
    const put = database.prepare("INSERT INTO series (state, owner) VALUES ('staging', ?)");
    put.run('deleted');
    put.run('99999999:1');
    const other = spawn(process.execPath, ['--input-type=module', '-e', SAYS_ITS_NAME], { cwd: import.meta.dirname });
    const [name] = (await once(other.stdout, 'data')) as [Buffer];
    put.run(name.toString());
    expect(await refusal(move.move(join(root, 'new'), nothing))).toMatchObject({ code: 'usage.folder-busy' });
    other.kill();
    await once(other, 'exit');
    await move.move(join(root, 'new'), nothing);
    expect(move.hasMoved).toBe(true);
  });

  it('that is stopped leaves everything as it was', async () => {
    const { database, move } = open();
    put(database, 'dark');
    const stop = new AbortController();
    const target = join(root, 'new');
    await expect(move.move(target, () => stop.abort(), stop.signal)).rejects.toThrow(/abort/i);
    expect(pointer.read()).toBeNull();
    expect(move.hasMoved).toBe(false);
    expect(readdirSync(root)).not.toContain('new');
    put(database, 'light');
    expect(theme(database)).toBe('light');
    mkdirSync(target);
    await expect(move.move(target, nothing, AbortSignal.abort())).rejects.toThrow(/abort/i);
    expect(readdirSync(target)).toEqual([]);
  });

  it('is refused where the folder was named at the start', async () => {
    const { move } = open(home, null);
    expect(move.canMove).toBe(false);
    expect(await refusal(move.move(join(root, 'new'), nothing))).toMatchObject({ code: 'usage.folder-fixed' });
    expect(await refusal(move.check(join(root, 'new')))).toMatchObject({ code: 'usage.folder-fixed' });
  });
});

describe('a folder', () => {
  it.each([
    ['relative/path', 'usage.folder-path'],
    ['/old', 'usage.folder-same'],
    ['/old/inside', 'usage.folder-nested'],
    ['', 'usage.folder-nested'],
    ['/link', 'usage.folder-same'],
    ['/link/inside', 'usage.folder-nested'],
    ['/file', 'usage.folder-file'],
    ['/full', 'usage.folder-not-empty'],
    ['/file/below', 'storage.cannot-open'],
  ])('%s is refused: %s', async (path, code) => {
    const { move } = open();
    symlinkSync(home, join(root, 'link'));
    writeFileSync(join(root, 'file'), '');
    mkdirSync(join(root, 'full'));
    writeFileSync(join(root, 'full', 'something'), '');
    const before = readdirSync(root).sort();
    const wanted = path.startsWith('relative') ? path : `${root}${path}`;
    expect(await refusal(move.check(wanted))).toMatchObject({ code });
    expect(readdirSync(root).sort()).toEqual(before);
  });

  it('that is new or empty is taken, and left as it was', async () => {
    const { move } = open();
    mkdirSync(join(root, 'empty'));
    const { folder, bytes, free } = await move.check(join(root, 'empty', '.'));
    expect(folder).toBe(join(root, 'empty'));
    expect(bytes).toBeGreaterThan(10_000);
    expect(free).toBeGreaterThan(bytes);
    await move.check(join(root, 'new', 'deep'));
    expect(readdirSync(join(root, 'empty'))).toEqual([]);
    expect(readdirSync(root)).not.toContain('new');
  });

  it('with what a move left that was cut off counts as empty; with anything else beside it doesn’t', async () => {
    const { move } = open();
    const half = join(root, 'half');
    mkdirSync(half);
    writeFileSync(join(half, 'hindcast.moving'), '');
    writeFileSync(join(half, 'hindcast.db.part'), 'half of it');
    await move.check(half);
    writeFileSync(join(half, 'mine.txt'), '');
    expect(await refusal(move.check(half))).toMatchObject({ code: 'usage.folder-not-empty' });
    rmSync(join(half, 'mine.txt'));
    rmSync(join(half, 'hindcast.moving'));
    expect(await refusal(move.check(half))).toMatchObject({ code: 'usage.folder-not-empty' });
  });
});

describe('the folder before', () => {
  async function moved() {
    const { move, database } = open();
    writeFileSync(join(home, 'mine.txt'), 'mine');
    await move.move(join(root, 'new'), nothing);
    move.open();
    database.close();
    return open(join(root, 'new'));
  }

  it('stays until it is deleted, and what isn’t Hindcast’s stays then', async () => {
    const { move } = await moved();
    expect(move.previous?.folder).toBe(home);
    expect(move.previous?.bytes).toBeGreaterThan(10_000);
    move.removePrevious();
    expect(readdirSync(home)).toEqual(['mine.txt']);
    expect(move.previous).toBeNull();
    expect(pointer.read()).toEqual({ folder: join(root, 'new'), previous: null });
    expect(await refusal(() => move.removePrevious())).toMatchObject({ code: 'usage.no-such-folder' });
  });

  it('is gone where nothing else was in it', async () => {
    const { move } = await moved();
    rmSync(join(home, 'mine.txt'));
    move.removePrevious();
    expect(readdirSync(root)).not.toContain('old');
  });

  it('can be kept, and isn’t spoken of any more', async () => {
    const { move } = await moved();
    move.keepPrevious();
    expect(move.previous).toBeNull();
    expect(readdirSync(home)).toContain('hindcast.db');
  });

  it('is never the one that is in use', async () => {
    const { move } = await moved();
    pointer.write({ folder: join(root, 'new'), previous: join(root, 'new') });
    expect(await refusal(() => move.removePrevious())).toMatchObject({ code: 'usage.no-such-folder' });
  });
});
