import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../db/open.ts';
import { StrategyStore } from './strategy-store.ts';

let folder: string;
let path: string;
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindcast-'));
  path = join(folder, 'hindcast.db');
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

function withStore<T>(work: (store: StrategyStore) => T): T {
  const database = openDatabase(path);
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    return work(new StrategyStore({ database, now: Date.now, author: 'ada', onChange: () => {} }));
  } finally {
    database.close();
  }
}

/** Starts to save, and ends the process by force when so many drafts are said to be saved. */
async function saveAndDie(strategy: string, first: number, drafts: number): Promise<number> {
  const script = fileURLToPath(new URL('./fixtures/save-forever.ts', import.meta.url));
  const child = spawn(process.execPath, [script, path, strategy, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  let seen = 0;
  child.stdout.on('data', (dots: Buffer) => {
    seen += dots.length;
    if (seen >= drafts) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return seen;
}

it('what was saved is there when the process is ended by force, whole', async () => {
  const { id } = withStore((store) => store.create('Cross', { 'main.ts': '// 0', 'lib/a.ts': '// 0' }));
  let revisions = 0;
  for (const [first, drafts] of [
    [1, 1],
    [1_001, 10],
    [2_001, 33],
  ] as const) {
    const seen = await saveAndDie(id, first, drafts);
    const strategy = withStore((store) => store.get(id));
    const number = Number(/^\/\/ (\d+)/.exec(strategy.files['main.ts'] ?? '')?.[1]);
    expect([first + seen - 1, first + seen]).toContain(number);
    expect(strategy.files['lib/a.ts']).toBe(`// ${number}`);
    revisions += Math.floor(seen / 10);
    expect([revisions, revisions + 1]).toContain(strategy.revisions);
    revisions = strategy.revisions;
  }
});
