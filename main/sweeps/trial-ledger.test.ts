import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { expectedMaximumSharpe } from '#worker/research/overfitting/expected-maximum-sharpe.ts';
import { readMigrations } from '../db/migrations.ts';
import { openDatabase } from '../db/open.ts';
import { ledgerName, TrialLedger } from './trial-ledger.ts';

it.each([
  ['pair.ts', undefined, 'file:pair.ts'],
  ['some/folder/pair.ts', undefined, 'file:pair.ts'],
  ['C:\\folder\\pair.ts', undefined, 'file:pair.ts'],
  ['main.ts', 'a1b2', 'id:a1b2'],
])('counts %s of %s under %s', (file, own, name) => {
  expect(ledgerName(file, own)).toBe(name);
});

it('keeps mean and variance, however the trials came', () => {
  const sharpe = fc.oneof(fc.double({ min: -5, max: 5, noNaN: true }), fc.constant(Number.NaN));
  const database = openDatabase(':memory:');
  const ledger = new TrialLedger(database);
  let name = 0;
  fc.assert(
    fc.property(fc.array(fc.array(sharpe, { maxLength: 20 }), { maxLength: 8 }), (batches) => {
      const strategy = `file:${name++}`;
      for (const batch of batches) ledger.count(strategy, Float64Array.from(batch));
      const all = batches.flat();
      const known = all.filter((one) => !Number.isNaN(one));
      const mean = known.reduce((sum, one) => sum + one, 0) / known.length;
      const variance = known.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (known.length - 1);
      const counted = ledger.of(strategy);
      expect(counted).toMatchObject({ trials: all.length, sharpes: known.length });
      if (known.length > 0) expect(counted.meanSharpe).toBeCloseTo(mean, 9);
      else expect(counted.meanSharpe).toBeNull();
      if (known.length > 1) {
        expect(counted.varianceOfSharpe).toBeCloseTo(variance, 9);
        expect(counted.expectedMaximumSharpe).toBeCloseTo(expectedMaximumSharpe(all.length, variance), 6);
      } else {
        expect(counted).toMatchObject({ varianceOfSharpe: null, expectedMaximumSharpe: null });
      }
    }),
  );
  database.close();
});

it('begins with the runs that there are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hindcast-'));
  const path = join(folder, 'hindcast.db');
  const before = openDatabase(path, { migrations: readMigrations().filter(({ version }) => version <= 5) });
  before.exec("INSERT INTO sources (sha256, text) VALUES ('s', 't')");
  before.exec("INSERT INTO strategies (id, name, created_at, changed_at) VALUES ('mine', 'Mine', 0, 0)");
  const insert = before.prepare(
    `INSERT INTO runs (id, created_at, strategy_name, strategy_file, source_sha256, manifest_id, manifest, status, summary)
     VALUES (?, 0, 'n', ?, 's', 'm', '{}', 'done', ?)`,
  );
  const summaryOf = (value: number | null) => JSON.stringify({ metrics: { sharpe: { value } } });
  insert.run('1', 'folder/a.ts', summaryOf(1));
  insert.run('2', 'a.ts', summaryOf(2));
  insert.run('3', 'C:\\a.ts', summaryOf(null));
  insert.run('4', 'mine.ts', summaryOf(0.5));
  insert.run('5', 'b.ts', null);
  before.exec("INSERT INTO strategy_runs (run_id, strategy_id) VALUES ('4', 'mine')");
  before.close();
  const after = openDatabase(path);
  const ledger = new TrialLedger(after);
  expect(ledger.of('file:a.ts')).toMatchObject({ trials: 3, sharpes: 2, meanSharpe: 1.5, varianceOfSharpe: 0.5 });
  expect(ledger.of('id:mine')).toMatchObject({ trials: 1, sharpes: 1, meanSharpe: 0.5, varianceOfSharpe: null });
  expect(ledger.of('file:b.ts').trials).toBe(0);
  after.close();
  rmSync(folder, { recursive: true });
});
