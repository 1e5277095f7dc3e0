import type { Database } from 'better-sqlite3';
import { beforeEach, expect, it } from 'vitest';
import { refusal } from '../../tests/support/refusal.ts';
import { claimHost, releaseHost } from './host-claim.ts';
import { openDatabase } from './open.ts';

let database: Database;
beforeEach(() => {
  database = openDatabase(':memory:');
});

it('is had by one process at a time, which says where it is', async () => {
  claimHost(database, 'http://127.0.0.1:1');
  expect(await refusal(() => claimHost(database, 'http://127.0.0.1:2'))).toMatchObject({
    code: 'usage.in-use',
    message: 'Hindcast is already running on this data folder, at http://127.0.0.1:1.',
  });
  releaseHost(database);
  expect(() => claimHost(database, 'http://127.0.0.1:2')).not.toThrow();
});

it('is taken over from a process that died', async () => {
  claimHost(database, 'http://127.0.0.1:1');
  database.prepare("UPDATE host SET owner = '1:0'").run();
  claimHost(database, 'http://127.0.0.1:2');
  expect(database.prepare('SELECT address FROM host').pluck().get()).toBe('http://127.0.0.1:2');
  releaseHost(database);
  expect(database.prepare('SELECT count(*) FROM host').pluck().get()).toBe(0);
});
