import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { StrategyEvent } from '#shared/contract/strategy.ts';
import { joinFiles } from '#shared/domain/strategy-files.ts';
import { refusal } from '../../tests/support/refusal.ts';
import { openDatabase } from '../db/open.ts';
import { revisionId } from './revision-id.ts';
import { sourceHash } from './source-hash.ts';
import { StrategyStore } from './strategy-store.ts';

const DAY = 86_400_000;

let home: string;
let database: Database;
let store: StrategyStore;
let now: number;
let events: StrategyEvent[];

function open(): StrategyStore {
  return new StrategyStore({
    database,
    now: () => (now += 1),
    author: 'ada',
    onChange: (event) => events.push(event),
  });
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hindcast-'));
  database = openDatabase(join(home, 'hindcast.db'));
  now = Date.UTC(2026, 0, 1);
  events = [];
  store = open();
});
afterEach(() => {
  database.close();
  rmSync(home, { recursive: true });
});

const main = (text: string) => ({ 'main.ts': text });

/** A strategy with one revision, of the text `one`. */
function committed() {
  const { id, version } = store.create('Cross', main('one'));
  return store.commit(id, version, 'First');
}

async function codeOf(work: () => unknown): Promise<string> {
  return (await refusal(work)).code;
}

describe('a strategy', () => {
  it('begins with a draft and without history', () => {
    const strategy = store.create('Cross', { ...main('/** Buys. */'), 'lib/a.ts': 'a' });
    expect(strategy).toMatchObject({
      name: 'Cross',
      description: 'Buys.',
      files: { 'main.ts': '/** Buys. */', 'lib/a.ts': 'a' },
      branch: 'main',
      branches: [{ name: 'main', head: null, isDirty: true }],
      head: null,
      isDirty: true,
      isArchived: false,
      revisions: 0,
      runs: 0,
      tags: [],
      folder: null,
    });
    expect(store.get(strategy.id)).toEqual(strategy);
    expect(events).toEqual([{ strategy: strategy.id, version: strategy.version, cause: 'listed' }]);
    expect(store.revisions(strategy.id, 0, 10)).toEqual({ rows: [], total: 0 });
  });

  it('keeps its draft, and refuses one that was made of an older version', async () => {
    const { id, version } = store.create('Cross', main('one'));
    const saved = store.saveDraft(id, version, main('two'));
    expect(saved).toMatchObject({ version: version + 1, files: main('two') });
    expect(await codeOf(() => store.saveDraft(id, version, main('three')))).toBe('usage.stale-draft');
    expect(await codeOf(() => store.commit(id, version, 'x'))).toBe('usage.stale-draft');
    expect(await codeOf(() => store.restore(id, version, 'abcdef'))).toBe('usage.stale-draft');
    expect(open().get(id)).toEqual(saved);
    expect(events.at(-1)).toEqual({ strategy: id, version: version + 1, cause: 'draft' });
  });

  it('is dirty while its draft differs from its newest revision', () => {
    const { id, version, isDirty } = committed();
    expect(isDirty).toBe(false);
    const changed = store.saveDraft(id, version, main('two'));
    expect([changed.isDirty, changed.branches[0]?.isDirty]).toEqual([true, true]);
    expect(store.saveDraft(id, changed.version, main('one')).isDirty).toBe(false);
  });

  it('has revisions with all that is said about them', async () => {
    const first = committed();
    const { id } = first;
    expect(first.head).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{64}$/),
      parent: null,
      content: sourceHash('one'),
      message: 'First',
      author: 'ada',
      createdAt: now - 1,
      branches: ['main'],
    });
    expect(await codeOf(() => store.commit(id, first.version, 'again'))).toBe('usage.nothing-to-commit');
    const second = store.commit(id, store.saveDraft(id, first.version, main('two')).version, 'Second', 'bob');
    expect(second.head).toMatchObject({ parent: first.head?.id, author: 'bob', branches: ['main'] });
    const { rows, total } = store.revisions(id, 0, 10);
    expect([rows.map(({ message }) => message), total]).toEqual([['Second', 'First'], 2]);
    expect(store.revisions(id, 1, 1).rows.map(({ message, branches }) => [message, branches])).toEqual([['First', []]]);
    expect(store.revision(id, first.head?.id.slice(0, 8) ?? '')).toEqual({
      revision: { ...first.head, branches: [] },
      files: main('one'),
      text: 'one',
    });
    expect(events.at(-1)).toEqual({ strategy: id, version: second.version, cause: 'revision' });
  });

  it('says what differs', async () => {
    const { id, version, head } = committed();
    store.saveDraft(id, version, { ...main('one'), 'lib/b.ts': 'b', 'lib/a.ts': 'a' });
    const one = head?.id ?? '';
    expect(store.diff(id, one, 'draft')).toEqual([
      { path: 'lib/a.ts', before: null, after: 'a' },
      { path: 'lib/b.ts', before: null, after: 'b' },
    ]);
    expect(store.diff(id, 'draft', one)[0]).toEqual({ path: 'lib/a.ts', before: 'a', after: null });
    expect(store.diff(id, one, one)).toEqual([]);
    expect(await codeOf(() => store.diff(id, 'fffffff', 'draft'))).toBe('usage.no-such-revision');
  });

  it('goes back to a revision, and keeps what the draft said', () => {
    const { id, version, head } = committed();
    const changed = store.saveDraft(id, version, main('two'));
    const restored = store.restore(id, changed.version, head?.id ?? '');
    expect(restored).toMatchObject({ files: main('one'), isDirty: true, revisions: 2 });
    expect(restored.head).toMatchObject({ message: `Draft before ${head?.id.slice(0, 7)} was restored` });
    expect(store.revision(id, restored.head?.id ?? '').files).toEqual(main('two'));
    const again = store.restore(id, restored.version, restored.head?.id ?? '');
    expect(again).toMatchObject({ files: main('two'), isDirty: false, revisions: 2 });
  });

  it('is renamed, tagged and archived', () => {
    const { id } = committed();
    expect(store.update(id, { name: 'New', tags: ['trend', 'Daily', 'TREND'] })).toMatchObject({
      name: 'New',
      tags: ['Daily', 'trend'],
      isArchived: false,
    });
    expect(store.update(id, { isArchived: true })).toMatchObject({
      name: 'New',
      tags: ['Daily', 'trend'],
      isArchived: true,
    });
    expect(store.update(id, { isArchived: false, tags: [] })).toMatchObject({ isArchived: false, tags: [] });
    expect(events.at(-1)?.cause).toBe('listed');
  });

  it('is copied without its history', () => {
    const { id } = committed();
    store.update(id, { tags: ['trend'] });
    const copy = store.duplicate(id);
    expect(copy).toMatchObject({ name: 'Cross (copy)', files: main('one'), tags: ['trend'], revisions: 0 });
    expect(copy.id).not.toBe(id);
    expect(store.duplicate(id, 'Mine').name).toBe('Mine');
  });

  it.each([
    [{}, 'usage.no-main-file'],
    [{ 'lib/a.ts': '' }, 'usage.no-main-file'],
    [{ ...main(''), 'lib/a.ts': '', 'lib/A.ts': '' }, 'usage.same-path'],
  ])('is refused with files %j', async (files, code) => {
    expect(await codeOf(() => store.create('x', files))).toBe(code);
    const { id, version } = committed();
    expect(await codeOf(() => store.saveDraft(id, version, files))).toBe(code);
    expect(store.get(id).version).toBe(version);
  });

  it('is nowhere where there is none', async () => {
    expect(await codeOf(() => store.get('0123456789'))).toBe('usage.no-such-strategy');
    expect(await codeOf(() => store.revision(committed().id, 'fffffff'))).toBe('usage.no-such-revision');
    const other = committed();
    expect(await codeOf(() => store.revision(committed().id, other.head?.id ?? ''))).toBe('usage.no-such-revision');
  });
});

describe('the list', () => {
  it('has the newest change first, and finds names, tags and texts', () => {
    const a = store.create('Alpha', main('const fast_1 = 100%;'));
    const b = store.create('Beta', main('two'));
    store.update(b.id, { tags: ['Trend'] });
    store.saveDraft(a.id, a.version, main('const fast_1 = 99%;'));
    const ids = (query: object) =>
      store.list({ offset: 0, limit: 10, archived: false, ...query }).rows.map(({ id }) => id);
    expect(ids({})).toEqual([a.id, b.id]);
    expect(ids({ search: 'ALPHA' })).toEqual([a.id]);
    expect(ids({ search: 'tren' })).toEqual([b.id]);
    expect(ids({ search: 'fast_1 = 99%' })).toEqual([a.id]);
    expect(ids({ search: 'fast%' })).toEqual([]);
    expect(ids({ search: 'fastx1' })).toEqual([]);
    expect(ids({ tag: 'trend' })).toEqual([b.id]);
    expect(ids({ tag: 'tren' })).toEqual([]);
    expect(ids({ offset: 1 })).toEqual([b.id]);
    expect(store.list({ offset: 0, limit: 1, archived: false })).toMatchObject({ total: 2, tags: ['Trend'] });
    store.update(a.id, { isArchived: true });
    expect([ids({}), ids({ archived: true })]).toEqual([[b.id], [a.id]]);
  });
});

describe('a deletion', () => {
  it('can be undone for a day', async () => {
    const { id } = committed();
    store.update(id, { tags: ['gone'] });
    store.delete(id);
    expect(events.at(-1)).toMatchObject({ strategy: id, cause: 'deleted' });
    expect(await codeOf(() => store.get(id))).toBe('usage.no-such-strategy');
    expect(await codeOf(() => store.delete(id))).toBe('usage.no-such-strategy');
    expect(store.list({ offset: 0, limit: 10, archived: false })).toEqual({ rows: [], total: 0, tags: [] });
    now += DAY - 10;
    expect(open().undelete(id)).toMatchObject({ files: main('one'), revisions: 1, tags: ['gone'] });
  });

  it('is for good then, and leaves nothing', async () => {
    const { id } = committed();
    const kept = committed();
    store.delete(id);
    now += DAY;
    expect(await codeOf(() => open().undelete(id))).toBe('usage.no-such-strategy');
    expect(store.revision(kept.id, kept.head?.id ?? '').text).toBe('one');
    const rows = (table: string) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect([rows('strategies'), rows('strategy_revisions'), rows('strategy_texts')]).toEqual([2, 1, 1]);
    store.delete(kept.id);
    now += DAY;
    open();
    expect([rows('strategies'), rows('strategy_revisions'), rows('strategy_texts')]).toEqual([1, 0, 0]);
  });

  it('is refused while there are runs of it', async () => {
    const { id } = committed();
    database.prepare("INSERT INTO sources VALUES ('s', '')").run();
    for (const run of ['a', 'b']) {
      database
        .prepare(
          "INSERT INTO runs (id, created_at, strategy_name, strategy_file, source_sha256, manifest_id, manifest, status) VALUES (?, 1, '', '', 's', '', '{}', 'done')",
        )
        .run(run);
      store.noteRun(id, run);
    }
    store.noteRun('0123456789', 'a');
    expect(store.row(id).runs).toBe(2);
    expect(await refusal(() => store.delete(id))).toMatchObject({
      code: 'usage.strategy-in-use',
      message: '2 stored runs were made with this strategy.',
    });
    database.prepare("DELETE FROM runs WHERE id = 'a'").run();
    expect((await refusal(() => store.delete(id))).message).toBe('A stored run was made with this strategy.');
    database.prepare('DELETE FROM runs').run();
    store.delete(id);
  });
});

describe('a branch', () => {
  it('begins at a revision, with a draft of its own', async () => {
    const { id, version, head } = committed();
    const before = store.saveDraft(id, version, main('two'));
    const branched = store.createBranch(id, 'try', head?.id);
    expect(branched).toMatchObject({ branch: 'try', files: main('one'), isDirty: false, version: before.version + 1 });
    expect(branched.head?.branches).toEqual(['main', 'try']);
    expect(store.saveDraft(id, branched.version, main('three')).files).toEqual(main('three'));
    expect(store.switchBranch(id, 'main')).toMatchObject({ branch: 'main', files: main('two'), isDirty: true });
    expect(store.switchBranch(id, 'try')).toMatchObject({ branch: 'try', files: main('three') });
    expect(await codeOf(() => store.saveDraft(id, branched.version, main('x')))).toBe('usage.stale-draft');
    expect(await codeOf(() => store.createBranch(id, 'main'))).toBe('usage.branch-exists');
    expect(await codeOf(() => store.switchBranch(id, 'none'))).toBe('usage.no-such-branch');
    expect(await codeOf(() => store.createBranch(store.create('x', main('')).id, 'b'))).toBe(
      'usage.nothing-to-branch-from',
    );
    expect(events.at(-2)).toMatchObject({ cause: 'branch' });
  });

  it('goes, and what it said stays', async () => {
    const { id } = committed();
    const { version } = store.createBranch(id, 'try');
    store.saveDraft(id, version, main('three'));
    expect(await codeOf(() => store.deleteBranch(id, 'try'))).toBe('usage.branch-in-use');
    expect(await codeOf(() => store.deleteBranch(id, 'none'))).toBe('usage.no-such-branch');
    store.switchBranch(id, 'main');
    const without = store.deleteBranch(id, 'try');
    expect(without.branches.map(({ name }) => name)).toEqual(['main']);
    const [newest] = store.revisions(id, 0, 10).rows;
    expect(newest).toMatchObject({ message: 'Draft of try when it was deleted', content: sourceHash('three') });
    store.createBranch(id, 'clean');
    store.switchBranch(id, 'main');
    store.deleteBranch(id, 'clean');
    expect(store.get(id).revisions).toBe(2);
  });
});

describe('the shared library', () => {
  const using = { 'main.ts': "import { a } from './shared/a.ts';" };
  const share = (files: Record<string, string>) => store.saveDraft('shared', store.get('shared').version, files);

  it('is there from the start and stays', async () => {
    expect(store.get('shared')).toMatchObject({ name: 'Shared library', files: {} });
    expect(store.list({ offset: 0, limit: 10, archived: false }).total).toBe(0);
    for (const deed of [
      () => store.delete('shared'),
      () => store.duplicate('shared'),
      () => store.update('shared', { isArchived: true }),
    ])
      expect(await codeOf(deed)).toBe('usage.shared-stays');
    expect(await codeOf(() => share({ 'main.ts': '' }))).toBe('usage.foreign-path');
    expect(share({ 'shared/a.ts': 'a' }).files).toEqual({ 'shared/a.ts': 'a' });
    const { id } = store.commit('shared', store.get('shared').version, 'Shared').head ?? { id: '' };
    expect(store.revision('shared', id).files).toEqual({ 'shared/a.ts': 'a' });
  });

  it('is part of what runs, as it is now, and of a revision, as it was', () => {
    share({ 'shared/a.ts': "import './b.ts';", 'shared/b.ts': 'b', 'shared/c.ts': 'c' });
    const { id, version } = store.create('Cross', using);
    const all = { ...using, 'shared/a.ts': "import './b.ts';", 'shared/b.ts': 'b' };
    expect(store.runnable(id)).toEqual(all);
    expect(store.get(id).files).toEqual(using);
    const first = store.commit(id, version, 'First');
    expect(store.revision(id, first.head?.id ?? '').files).toEqual(all);
    share({ 'shared/a.ts': 'new' });
    expect(store.runnable(id)).toEqual({ ...using, 'shared/a.ts': 'new' });
    expect(store.revision(id, first.head?.id ?? '').files).toEqual(all);
    expect(store.commit(id, first.version, 'With the new library').revisions).toBe(2);
  });

  it('is hidden by copies that a strategy has of its files', () => {
    share({ 'shared/a.ts': 'old' });
    const first = store.commit(
      ...([store.create('Cross', using)].map(({ id, version }) => [id, version, 'First'])[0] as [
        string,
        number,
        string,
      ]),
    );
    share({ 'shared/a.ts': 'new' });
    const restored = store.restore(first.id, first.version, first.head?.id ?? '');
    expect(restored.files).toEqual({ ...using, 'shared/a.ts': 'old' });
    expect(store.runnable(first.id)).toEqual(store.revision(first.id, first.head?.id ?? '').files);
    expect(store.create('Copy', { ...using, 'shared/a.ts': 'new' }).files).toEqual(using);
  });
});

describe('whatever is done', () => {
  const text = fc.constantFrom('one', 'two', 'three', "import './shared/a.ts';");
  const deed = fc.oneof(
    fc.record({ do: fc.constant('save' as const), text }),
    fc.record({ do: fc.constant('commit' as const) }),
    fc.record({ do: fc.constant('restore' as const), which: fc.nat() }),
    fc.record({ do: fc.constant('branch' as const), name: fc.constantFrom('a', 'b', 'c'), which: fc.nat() }),
    fc.record({ do: fc.constant('switch' as const), name: fc.constantFrom('main', 'a', 'b', 'c') }),
    fc.record({ do: fc.constant('remove' as const), name: fc.constantFrom('main', 'a', 'b', 'c') }),
    fc.record({ do: fc.constant('share' as const), text }),
    fc.record({ do: fc.constant('reopen' as const) }),
  );

  test('history has no circles, revisions are what they are called, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        const { id } = store.create('Any', main('zero'));
        /** The draft of each branch as it was saved, and every text that ever was one. */
        const drafts = new Map([['main', 'zero']]);
        const committedTexts = new Set<string>();
        for (const one of deeds) {
          const { version, branch, isDirty } = store.get(id);
          const { rows } = store.revisions(id, 0, 500);
          const pick = (which: number) => rows[which % Math.max(1, rows.length)];
          switch (one.do) {
            case 'save':
              store.saveDraft(id, version, main(one.text));
              drafts.set(branch, one.text);
              break;
            case 'commit': {
              const draft = drafts.get(branch) ?? '';
              if (isDirty) store.commit(id, version, 'x');
              if (isDirty) committedTexts.add(draft);
              break;
            }
            case 'restore': {
              const target = pick(one.which);
              if (target === undefined) break;
              if (isDirty) committedTexts.add(drafts.get(branch) ?? '');
              store.restore(id, version, target.id);
              drafts.set(branch, store.revision(id, target.id).files['main.ts'] ?? '');
              break;
            }
            case 'branch': {
              const target = pick(one.which);
              if (target === undefined || drafts.has(one.name)) break;
              store.createBranch(id, one.name, target.id);
              drafts.set(one.name, store.revision(id, target.id).files['main.ts'] ?? '');
              break;
            }
            case 'switch':
              if (drafts.has(one.name)) store.switchBranch(id, one.name);
              break;
            case 'remove': {
              if (!drafts.has(one.name) || one.name === branch) break;
              const gone = store.get(id).branches.find(({ name }) => name === one.name);
              if (gone?.isDirty === true) committedTexts.add(drafts.get(one.name) ?? '');
              store.deleteBranch(id, one.name);
              drafts.delete(one.name);
              break;
            }
            case 'share':
              store.saveDraft('shared', store.get('shared').version, { 'shared/a.ts': one.text });
              break;
            case 'reopen':
              store = open();
          }
        }
        const { rows } = store.revisions(id, 0, 500);
        const byId = new Map(rows.map((row) => [row.id, row]));
        const texts = new Set<string>();
        for (const { id: name, branches: _, ...content } of rows) {
          const { text: whole, files } = store.revision(id, name);
          texts.add(files['main.ts'] ?? '');
          expect(sourceHash(whole)).toBe(content.content);
          expect(joinFiles(files)).toBe(whole);
          expect(revisionId({ strategy: id, ...content })).toBe(name);
          const seen = new Set([name]);
          for (let parent = content.parent; parent !== null; parent = byId.get(parent)?.parent ?? null) {
            expect(byId.has(parent)).toBe(true);
            expect(seen.has(parent)).toBe(false);
            seen.add(parent);
          }
        }
        for (const committedText of committedTexts) expect(texts).toContain(committedText);
        const { branches } = store.get(id);
        expect(new Set(branches.map(({ name }) => name))).toEqual(new Set(drafts.keys()));
        for (const { name, head } of branches) {
          expect(head === null || byId.has(head)).toBe(true);
          // A draft that came of a revision keeps the copies of shared files which the library has changed since.
          const { 'main.ts': text, 'shared/a.ts': _, ...others } = store.switchBranch(id, name).files;
          expect([text, others]).toEqual([drafts.get(name), {}]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
