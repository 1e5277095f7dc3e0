import { execFile } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ErrorDetail, HindcastError } from '#shared/domain/errors.ts';
import { openDatabase } from './open.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindcast-'));
  path = join(folder, 'hindcast.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const ONE = { version: 1, sql: 'PRAGMA application_id = 0x484e4443; CREATE TABLE notes (text TEXT) STRICT;' };
const TWO = { version: 2, sql: "CREATE TABLE tags (tag TEXT) STRICT; INSERT INTO tags VALUES ('new');" };

function refusal(work: () => unknown): ErrorDetail {
  try {
    work();
  } catch (error) {
    if (error instanceof HindcastError) return error.detail;
    throw error;
  }
  throw new Error('it was not refused');
}

/** A closed database of some hundred pages. */
function makeDatabase(): void {
  const database = openDatabase(path, { migrations: [ONE] });
  const insert = database.prepare('INSERT INTO notes VALUES (?)');
  for (let i = 0; i < 2_000; i++) insert.run(`${i} `.repeat(200));
  database.close();
}

function overwrite(offset: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, offset);
  closeSync(file);
}

describe('openDatabase', () => {
  it('makes folder and file, in WAL mode with foreign keys, at the newest schema', () => {
    path = join(folder, 'deep', 'er', 'hindcast.db');
    const database = openDatabase(path);
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(database.pragma('synchronous', { simple: true })).toBe(1);
    expect(database.pragma('busy_timeout', { simple: true })).toBe(5_000);
    expect(database.pragma('user_version', { simple: true })).toBe(7);
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
    expect(tables).toEqual(
      expect.arrayContaining(['chunks', 'instruments', 'run_columns', 'runs', 'series', 'sources']),
    );
    database.close();
    expect(readdirSync(join(folder, 'deep', 'er'))).toEqual(['hindcast.db']);
  });

  it('opens again what it made, without another backup', () => {
    makeDatabase();
    const database = openDatabase(path, { migrations: [ONE] });
    expect(database.prepare('SELECT count(*) FROM notes').pluck().get()).toBe(2_000);
    database.close();
    expect(readdirSync(folder)).toEqual(['hindcast.db']);
  });

  it('copies a database before it brings it to a newer schema', () => {
    makeDatabase();
    const database = openDatabase(path, { migrations: [ONE, TWO] });
    expect(database.prepare('SELECT tag FROM tags').pluck().all()).toEqual(['new']);
    database.close();
    const backup = new Database(`${path}.backup-v1`, { readonly: true });
    expect(backup.pragma('user_version', { simple: true })).toBe(1);
    expect(backup.prepare('SELECT count(*) FROM notes').pluck().get()).toBe(2_000);
    backup.close();
    expect(readdirSync(folder).sort()).toEqual(['hindcast.db', 'hindcast.db.backup-v1']);
  });

  it('leaves a database at the last good step when a migration fails', () => {
    makeDatabase();
    const broken = { version: 3, sql: 'CREATE TABLE half (a TEXT); CREATE TABLE notes (b TEXT);' };
    expect(() => openDatabase(path, { migrations: [ONE, TWO, broken] })).toThrow('notes already exists');
    const database = new Database(path, { readonly: true });
    expect(database.pragma('user_version', { simple: true })).toBe(2);
    expect(database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0);
    database.close();
  });

  it('refuses a newer schema, names both versions and changes nothing', () => {
    openDatabase(path, { migrations: [ONE, TWO] }).close();
    const before = readFileSync(path);
    const { kind, code, message, hint } = refusal(() => openDatabase(path, { migrations: [ONE] }));
    expect({ kind, code }).toEqual({ kind: 'storage', code: 'storage.newer-schema' });
    expect(message).toContain(path);
    expect(message).toContain('schema 2');
    expect(message).toContain('up to 1');
    expect(hint).toMatch(/^Update Hindcast/);
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(folder)).toEqual(['hindcast.db']);
  });

  it('refuses the database of another program and leaves it alone', () => {
    const other = new Database(path);
    other.exec('CREATE TABLE bookmarks (url TEXT)');
    other.close();
    const before = readFileSync(path);
    expect(refusal(() => openDatabase(path)).code).toBe('storage.not-a-database');
    expect(readFileSync(path)).toEqual(before);
  });

  it('refuses a file that is no database', () => {
    writeFileSync(path, 'time,open,high,low,close\n'.repeat(100));
    expect(refusal(() => openDatabase(path))).toMatchObject({ kind: 'storage', code: 'storage.not-a-database' });
  });

  it('refuses a damaged file, and names the newest backup', () => {
    makeDatabase();
    openDatabase(path, { migrations: [ONE, TWO] }).close();
    writeFileSync(`${path}.backup-v0`, 'older');
    writeFileSync(`${path}.backup-v9.123.part`, 'unfinished');
    overwrite(16384 + 100, new Uint8Array(20_000).fill(0xa5));
    const { kind, code, message, hint, lines } = refusal(() => openDatabase(path, { migrations: [ONE, TWO] }));
    expect({ kind, code }).toEqual({ kind: 'storage', code: 'storage.damaged' });
    expect(message).toContain(path);
    expect(hint).toContain(`rename ${path}.backup-v1 to ${path}`);
    expect(lines?.length).toBeGreaterThan(0);
  });

  it('checks a large file only when it was not closed in order', () => {
    makeDatabase();
    openDatabase(path, { migrations: [ONE, TWO] }).close();
    overwrite(16384 + 100, new Uint8Array(20_000).fill(0xa5));
    const large = { migrations: [ONE, TWO], alwaysCheckedUpTo: 1_000 };
    openDatabase(path, large).close();
    writeFileSync(`${path}-wal`, '');
    expect(refusal(() => openDatabase(path, large)).code).toBe('storage.damaged');
  });

  it('refuses a file that lost its end', () => {
    makeDatabase();
    writeFileSync(path, readFileSync(path).subarray(0, 5 * 16384));
    const { code, hint } = refusal(() => openDatabase(path, { migrations: [ONE] }));
    expect(code).toBe('storage.damaged');
    expect(hint).toContain('import the data again');
  });

  it('refuses a file whose table of contents is damaged', () => {
    makeDatabase();
    overwrite(100, new Uint8Array(100).fill(0xff));
    expect(refusal(() => openDatabase(path, { migrations: [ONE] })).code).toBe('storage.damaged');
  });

  it('takes an empty file for a new database', () => {
    writeFileSync(path, '');
    openDatabase(path).close();
    expect(statSync(path).size).toBeGreaterThan(0);
    expect(existsSync(`${path}.backup-v0`)).toBe(false);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('refuses a read-only folder', () => {
    chmodSync(folder, 0o500);
    const { code, message } = refusal(() => openDatabase(path));
    chmodSync(folder, 0o700);
    expect(code).toBe('storage.read-only');
    expect(message).toContain(path);
  });

  it('says which path is no folder', () => {
    writeFileSync(join(folder, 'file'), '');
    for (const inside of [join(folder, 'file', 'a.db'), join(folder, 'file', 'deeper', 'a.db')]) {
      const { kind, code, message } = refusal(() => openDatabase(inside));
      expect({ kind, code }).toEqual({ kind: 'storage', code: 'storage.cannot-open' });
      expect(message).toContain(inside);
    }
    mkdirSync(path);
    expect(refusal(() => openDatabase(path)).code).toBe('storage.cannot-open');
  });

  it('opens while another process writes, and waits for the lock only as long as told', () => {
    const first = openDatabase(path, { migrations: [ONE] });
    first.exec('BEGIN IMMEDIATE');
    const second = openDatabase(path, { migrations: [ONE], busyTimeout: 20 });
    expect(second.pragma('busy_timeout', { simple: true })).toBe(20);
    second.close();
    expect(refusal(() => openDatabase(path, { migrations: [ONE, TWO], busyTimeout: 20 })).code).toBe('storage.locked');
    first.close();
  });

  it('lets several processes open a new database at once', async () => {
    const script = `import { openDatabase } from ${JSON.stringify(new URL('./open.ts', import.meta.url))};
      openDatabase(${JSON.stringify(path)}).close();`;
    const open = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
    await Promise.all(Array.from({ length: 6 }, open));
    // Where the last two close at the same moment, each leaves its log to the other: the next one puts it away.
    openDatabase(path).close();
    expect(readdirSync(folder)).toEqual(['hindcast.db']);
  });
});
