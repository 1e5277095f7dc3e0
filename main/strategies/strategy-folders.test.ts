import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StrategyEvent } from '#shared/contract/strategy.ts';
import { refusal } from '../../tests/support/refusal.ts';
import { openDatabase } from '../db/open.ts';
import { StrategyFolders } from './strategy-folders.ts';
import { StrategyStore } from './strategy-store.ts';

let home: string;
let folder: string;
let database: Database;
let store: StrategyStore;
let folders: StrategyFolders;
let events: StrategyEvent[];
let id: string;

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'hindcast-')));
  folder = join(home, 'my strategy');
  database = openDatabase(join(home, 'hindcast.db'));
  events = [];
  let now = 0;
  store = new StrategyStore({
    database,
    now: () => (now += 1),
    author: 'ada',
    onChange: (event) => events.push(event),
  });
  folders = new StrategyFolders(store, 10);
  id = store.create('Cross', { 'main.ts': 'draft', 'lib/a.ts': 'a' }).id;
});
afterEach(async () => {
  await folders.stop();
  database.close();
  rmSync(home, { recursive: true });
});

const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const files = () => store.get(id).files;
const messages = () => store.revisions(id, 0, 10).rows.map(({ message }) => message);
const save = (text: string) => folders.saveDraft(id, store.get(id).version, { 'main.ts': text });
const codeOf = async (work: () => unknown) => (await refusal(work)).code;
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 8_000, interval: 10 });

/** It stays so for longer than a folder needs to come to rest. */
async function forAWhile(check: () => void): Promise<void> {
  const until = performance.now() + 150;
  while (performance.now() < until) {
    check();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('a folder', () => {
  it('gets the draft where it is empty or new', () => {
    folders.set(id, folder);
    expect([read('main.ts'), read('lib/a.ts')]).toEqual(['draft', 'a']);
    expect(store.get(id)).toMatchObject({ folder, revisions: 0 });
  });

  it('gives the draft where it holds a strategy, and the old one is kept', () => {
    write('main.ts', 'disk');
    write('lib/b.ts', 'b');
    write('.git/x.ts', 'x');
    write('node_modules/x.ts', 'x');
    write('types.d.ts', 'x');
    write('notes.md', 'x');
    folders.set(id, folder);
    expect(files()).toEqual({ 'main.ts': 'disk', 'lib/b.ts': 'b' });
    expect(messages()).toEqual(['Draft before the folder’s changes']);
    expect(store.revision(id, store.get(id).head?.id ?? '').files).toEqual({ 'main.ts': 'draft', 'lib/a.ts': 'a' });
  });

  it('that says the same changes nothing', () => {
    write('main.ts', 'draft');
    write('lib/a.ts', 'a');
    folders.set(id, folder);
    expect(messages()).toEqual([]);
  });

  it('is left as it is when the strategy leaves', () => {
    folders.set(id, folder);
    folders.set(id, null);
    expect(store.get(id).folder).toBeNull();
    save('new');
    expect(read('main.ts')).toBe('draft');
  });

  it.each([
    ['relative', async () => 'strategy', 'usage.relative-folder'],
    ['a file', async () => join(home, 'hindcast.db'), 'usage.unusable-folder'],
    [
      'without main.ts',
      async () => {
        write('other.ts', '');
        return folder;
      },
      'usage.folder-without-main',
    ],
    [
      'not in UTF-8',
      async () => {
        write('main.ts', '');
        writeFileSync(join(folder, 'a.ts'), Buffer.from([0xff]));
        return folder;
      },
      'usage.unusable-folder',
    ],
    [
      'with too many files',
      async () => {
        write('main.ts', '');
        for (let i = 0; i < 50; i++) write(`lib/${i}.ts`, '');
        return folder;
      },
      'usage.unusable-folder',
    ],
    [
      'with a file that is too long',
      async () => {
        write('main.ts', 'x'.repeat(200_001));
        return folder;
      },
      'usage.unusable-folder',
    ],
    [
      'with a line that begins another file',
      async () => {
        write('main.ts', 'x\n//#file a.ts\n');
        return folder;
      },
      'usage.unusable-folder',
    ],
  ])('is refused: %s', async (_, make, code) => {
    const path = await make();
    expect(await codeOf(() => folders.set(id, path))).toBe(code);
    expect(store.get(id)).toMatchObject({ folder: null, files: { 'main.ts': 'draft' } });
  });

  it('belongs to one strategy', async () => {
    folders.set(id, folder);
    folders.set(id, folder);
    const other = store.create('Other', { 'main.ts': '' }).id;
    expect(await codeOf(() => folders.set(other, folder))).toBe('usage.folder-taken');
    expect(await codeOf(() => folders.set('shared', join(home, 's')))).toBe('usage.shared-stays');
  });

  it.skipIf(process.platform === 'win32')('shows nothing that links point to', () => {
    write('main.ts', 'm');
    writeFileSync(join(home, 'secret.ts'), 'secret');
    symlinkSync(join(home, 'secret.ts'), join(folder, 'linked.ts'));
    expect(folders.read(folder)).toEqual({ 'main.ts': 'm' });
  });
});

describe('a saved draft', () => {
  it('is written to the folder, with the files that it no longer has removed', () => {
    folders.set(id, folder);
    save('new');
    expect([read('main.ts'), existsSync(join(folder, 'lib/a.ts'))]).toEqual(['new', false]);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('never overwrites what somebody else wrote meanwhile', async () => {
    folders.set(id, folder);
    const { version } = store.get(id);
    write('main.ts', 'theirs');
    expect(await codeOf(() => folders.saveDraft(id, version, { 'main.ts': 'mine' }))).toBe('usage.stale-draft');
    expect([read('main.ts'), files()['main.ts']]).toEqual(['theirs', 'theirs']);
    expect(messages()).toEqual([]);
  });

  it('is kept where the folder is gone, and told', () => {
    folders.set(id, folder);
    rmSync(folder, { recursive: true });
    expect(save('new').files).toEqual({ 'main.ts': 'new' });
    expect(folders.problem(id)).toContain(folder);
    expect(existsSync(folder)).toBe(false);
    expect(events.at(-1)).toMatchObject({ strategy: id, cause: 'draft' });
  });

  it('of another branch replaces the files', () => {
    folders.set(id, folder);
    store.commit(id, store.get(id).version, 'x');
    store.createBranch(id, 'try');
    save('tried');
    folders.catchUp(id);
    store.switchBranch(id, 'main');
    folders.follow(id);
    expect([read('main.ts'), read('lib/a.ts')]).toEqual(['draft', 'a']);
  });
});

describe('a watched folder', () => {
  beforeEach(() => {
    folders.set(id, folder);
    folders.start();
  });

  it('changes the draft', async () => {
    write('main.ts', 'theirs');
    await eventually(() => expect(files()['main.ts']).toBe('theirs'));
    expect(events.at(-1)).toEqual({ strategy: id, version: store.get(id).version, cause: 'folder' });
    write('lib/deep/b.ts', 'b');
    await eventually(() => expect(files()['lib/deep/b.ts']).toBe('b'));
    rmSync(join(folder, 'lib/a.ts'));
    await eventually(() => expect(Object.keys(files())).toEqual(['main.ts', 'lib/deep/b.ts']));
    expect(messages()).toEqual([]);
  });

  it('is read when an editor has saved by renaming', async () => {
    for (const text of ['first', 'second']) {
      write('main.ts.tmp', text);
      renameSync(join(folder, 'main.ts'), join(folder, 'main.ts~'));
      renameSync(join(folder, 'main.ts.tmp'), join(folder, 'main.ts'));
      await eventually(() => expect(files()['main.ts']).toBe(text));
    }
    expect(folders.problem(id)).toBeNull();
  });

  it('is read when a write in parts has come to its end', async () => {
    const seen = new Set<string>();
    for (const text of ['', 'exp', 'export', 'export default 1;']) {
      write('main.ts', text);
      await new Promise((resolve) => setTimeout(resolve, 4));
      seen.add(files()['main.ts'] ?? '');
    }
    await eventually(() => expect(files()['main.ts']).toBe('export default 1;'));
    await forAWhile(() => expect(files()['main.ts']).toBe('export default 1;'));
  });

  it('keeps the draft while it is gone, and goes on when it is back', async () => {
    rmSync(join(folder, 'main.ts'));
    await eventually(() => expect(folders.problem(id)).toContain('main.ts'));
    expect(events.at(-1)).toMatchObject({ strategy: id, cause: 'folder' });
    expect(files()['main.ts']).toBe('draft');
    rmSync(folder, { recursive: true });
    await eventually(() => expect(folders.problem(id)).toContain('There is no folder'));
    write('main.ts', 'back');
    await eventually(() => expect([files(), folders.problem(id)]).toEqual([{ 'main.ts': 'back' }, null]));
    write('main.ts', 'again');
    await eventually(() => expect(files()['main.ts']).toBe('again'));
  });

  it('is not changed by its own draft', async () => {
    save('mine');
    const { version } = store.get(id);
    await forAWhile(() => expect([store.get(id).version, read('main.ts')]).toEqual([version, 'mine']));
  });

  it('is left alone when the strategy leaves or is deleted', async () => {
    folders.set(id, null);
    write('main.ts', 'theirs');
    await forAWhile(() => expect(files()['main.ts']).toBe('draft'));
    folders.set(id, join(home, 'second'));
    store.delete(id);
    writeFileSync(join(home, 'second', 'main.ts'), 'x');
    await forAWhile(() => expect(store.withFolder()).toEqual([]));
    expect(store.undelete(id).files['main.ts']).toBe('draft');
  });
});

describe('after a start', () => {
  const restart = async () => {
    await folders.stop();
    folders = new StrategyFolders(store, 10);
    folders.start();
  };
  beforeEach(() => folders.set(id, folder));

  it('a folder that was changed meanwhile is taken over', async () => {
    write('main.ts', 'theirs');
    await restart();
    await eventually(() => expect(files()['main.ts']).toBe('theirs'));
    expect(messages()).toEqual([]);
  });

  it('a draft that did not get to the folder any more is written', async () => {
    store.saveDraft(id, store.get(id).version, { 'main.ts': 'mine' });
    await restart();
    await eventually(() => expect(read('main.ts')).toBe('mine'));
    expect([files(), existsSync(join(folder, 'lib/a.ts'))]).toEqual([{ 'main.ts': 'mine' }, false]);
  });

  it('both changed: the folder counts and the draft is kept', async () => {
    store.saveDraft(id, store.get(id).version, { 'main.ts': 'mine' });
    write('main.ts', 'theirs');
    await restart();
    await eventually(() => expect(files()).toEqual({ 'main.ts': 'theirs', 'lib/a.ts': 'a' }));
    expect(store.revision(id, store.get(id).head?.id ?? '').files).toEqual({ 'main.ts': 'mine' });
  });

  it('both say the same: nothing happens', async () => {
    store.saveDraft(id, store.get(id).version, { 'main.ts': 'same', 'lib/a.ts': 'a' });
    write('main.ts', 'same');
    const { version } = store.get(id);
    await restart();
    await forAWhile(() => expect([store.get(id).version, messages()]).toEqual([version, []]));
    write('main.ts', 'theirs');
    await eventually(() => expect(files()['main.ts']).toBe('theirs'));
    expect(messages()).toEqual([]);
  });
});
