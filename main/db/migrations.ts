import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { inTransaction } from './transaction.ts';

/** One step of the schema: the database has it when its `user_version` is at least `version`. */
export interface Migration {
  version: number;
  sql: string;
}

/** Steps in `NNNN-name.sql` files, oldest first. */
export function readMigrations(folder: URL = new URL('./migrations/', import.meta.url)): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
    .map((name) => ({ version: Number(name.slice(0, 4)), sql: readFileSync(new URL(name, folder), 'utf8') }));
}

export function schemaVersion(database: Database): number {
  return database.pragma('user_version', { simple: true }) as number;
}

/**
 * Applies the steps that the database lacks. A new database gets all of them at once, so that nobody finds it half
 * made; one that holds something already is copied first, and gets each in a transaction of its own.
 * @throws HindcastError of kind `storage`; the steps in transactions before the one that failed stay, the rest is as
 * it was.
 */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  const version = schemaVersion(database);
  const missing = migrations.filter((migration) => migration.version > version);
  if (missing.length === 0) return;
  if (version === 0) {
    inTransaction(database, () => {
      for (const migration of missing) apply(database, migration);
    });
    return;
  }
  backUp(database, version);
  for (const migration of missing) inTransaction(database, () => apply(database, migration));
}

function apply(database: Database, { version, sql }: Migration): void {
  // Another process may have been faster.
  if (schemaVersion(database) >= version) return;
  database.exec(sql);
  database.pragma(`user_version = ${version}`);
}

const backupPrefix = (path: string) => `${basename(path)}.backup-v`;

function backUp(database: Database, version: number): void {
  const copy = join(dirname(database.name), `${backupPrefix(database.name)}${version}`);
  const unfinished = `${copy}.${process.pid}.part`;
  rmSync(unfinished, { force: true });
  database.prepare('VACUUM INTO ?').run(unfinished);
  renameSync(unfinished, copy);
}

/** The newest copy that was made of the database at `path`, if any. */
export function newestBackup(path: string): string | undefined {
  const folder = dirname(path);
  const versions = readdirSync(folder)
    .filter((name) => name.startsWith(backupPrefix(path)))
    .map((name) => Number(name.slice(backupPrefix(path).length)))
    .filter(Number.isInteger);
  return versions.length === 0 ? undefined : join(folder, `${backupPrefix(path)}${Math.max(...versions)}`);
}
