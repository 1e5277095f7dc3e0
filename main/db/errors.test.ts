import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HindcastError } from '#shared/domain/errors.ts';
import { storageError } from './errors.ts';
import { openDatabase } from './open.ts';
import { inSnapshot, inTransaction } from './transaction.ts';

describe('storageError', () => {
  const codes = [
    ['SQLITE_FULL', 'storage.full', /Free some space/],
    ['ENOSPC', 'storage.full', /Free some space/],
    ['EDQUOT', 'storage.full', /Free some space/],
    ['SQLITE_BUSY', 'storage.locked', /Wait until/],
    ['SQLITE_BUSY_SNAPSHOT', 'storage.locked', /Wait until/],
    ['SQLITE_LOCKED', 'storage.locked', /Wait until/],
    ['SQLITE_READONLY', 'storage.read-only', /write permission/],
    ['SQLITE_READONLY_DIRECTORY', 'storage.read-only', /write permission/],
    ['SQLITE_PERM', 'storage.read-only', /write permission/],
    ['EACCES', 'storage.read-only', /write permission/],
    ['EROFS', 'storage.read-only', /write permission/],
    ['EPERM', 'storage.read-only', /write permission/],
    ['SQLITE_CANTOPEN', 'storage.cannot-open', /its folder exists/],
    ['ENOTDIR', 'storage.cannot-open', /its folder exists/],
    ['SQLITE_IOERR_WRITE', 'storage.disk', /healthy/],
    ['SQLITE_CORRUPT', 'storage.damaged', /backup/],
    ['SQLITE_NOTADB', 'storage.not-a-database', /backup/],
  ] as const;

  it.each(codes)('%s becomes %s', (sqlite, code, hint) => {
    const cause = new Database.SqliteError('as SQLite says it', sqlite);
    const error = storageError(cause, '/data/hindcast.db');
    expect(error).toBeInstanceOf(HindcastError);
    const { detail } = error as HindcastError;
    expect(detail).toMatchObject({ kind: 'storage', code });
    expect(detail.message).toContain('/data/hindcast.db');
    expect(detail.hint).toMatch(hint);
    expect((error as HindcastError).cause).toBe(cause);
  });

  it('leaves alone what has its words already, and what is a bug of ours', () => {
    const told = new HindcastError({ kind: 'data', code: 'data.x', message: 'x' });
    const bugs = [new Database.SqliteError('no such column', 'SQLITE_ERROR'), new TypeError('x'), 'text', undefined];
    for (const cause of [told, ...bugs]) expect(storageError(cause, 'a.db')).toBe(cause);
  });
});

describe('transactions', () => {
  let folder: string;
  let path: string;
  let database: Database.Database;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hindcast-'));
    path = join(folder, 'hindcast.db');
    const sql = 'PRAGMA application_id = 0x484e4443; CREATE TABLE notes (text TEXT) STRICT;';
    database = openDatabase(path, { busyTimeout: 20, migrations: [{ version: 1, sql }] });
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  const write = (text: string) => database.prepare('INSERT INTO notes VALUES (?)').run(text);
  const notes = () => database.prepare('SELECT text FROM notes').pluck().all();
  const stored = (code: string) => expect.objectContaining({ detail: expect.objectContaining({ code }) });

  it('happen all or not at all', () => {
    expect(inTransaction(database, () => write('a').changes)).toBe(1);
    const fail = () => {
      write('b');
      throw new RangeError('stop');
    };
    expect(() => inTransaction(database, fail)).toThrow(RangeError);
    expect(notes()).toEqual(['a']);
  });

  it('take the write lock before they read', () => {
    inTransaction(database, () => {
      const other = new Database(path, { timeout: 0 });
      expect(() => other.exec('BEGIN IMMEDIATE')).toThrow('locked');
      other.close();
    });
  });

  it('say that another program writes', () => {
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    expect(() => inTransaction(database, () => write('a'))).toThrow(stored('storage.locked'));
    expect(inSnapshot(database, notes)).toEqual([]);
    other.close();
  });

  it('say that the disk is full, and lose nothing', () => {
    write('before');
    database.pragma(`max_page_count = ${database.pragma('page_count', { simple: true })}`);
    expect(() => inTransaction(database, () => write('x'.repeat(100_000)))).toThrow(stored('storage.full'));
    database.pragma('max_page_count = 1000000');
    expect(inTransaction(database, () => write('after').changes)).toBe(1);
    expect(notes()).toEqual(['before', 'after']);
  });

  it('say that the file is read-only', () => {
    const readOnly = new Database(path, { readonly: true });
    const attempt = () => inTransaction(readOnly, () => readOnly.exec("INSERT INTO notes VALUES ('a')"));
    expect(attempt).toThrow(stored('storage.read-only'));
    readOnly.close();
  });

  it('see the database as it was when a snapshot began', () => {
    inSnapshot(database, () => {
      expect(notes()).toEqual([]);
      const other = new Database(path);
      other.exec("INSERT INTO notes VALUES ('meanwhile')");
      other.close();
      expect(notes()).toEqual([]);
    });
    expect(notes()).toEqual(['meanwhile']);
  });
});
