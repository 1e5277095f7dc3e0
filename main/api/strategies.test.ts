import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ContractClient } from '#shared/contract/index.ts';
import { dailyBars } from '../../tests/support/bars.ts';
import { store, type TempApp, tempApp } from '../../tests/support/temp-app.ts';
import { apiClient, settled } from './fixtures/api-client.ts';

let app: TempApp;
let client: ContractClient;
let bugs: unknown[];
let disk: string;

beforeAll(() => {
  app = tempApp();
  ({ client, bugs } = apiClient(app));
  disk = realpathSync(mkdtempSync(join(tmpdir(), 'hindcast-')));
});
afterAll(async () => {
  await app.remove();
  rmSync(disk, { recursive: true });
});
afterEach(() => expect(bugs).toEqual([]));

const refusalOf = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => null,
    (thrown) => thrown as { code: string; data: { code: string } },
  );
  if (error === null) throw new Error('it was accepted');
  return [error.code, error.data.code];
};

const LENGTH = 'export const LENGTH = 2;\nexport const isUp = (close: number, open: number) => close > open;\n';
const CROSS = `import { param, strategy } from 'hindcast';
import { isUp, LENGTH } from './lib/rule.ts';
export default strategy({
  name: 'Cross',
  params: { length: param.int(LENGTH), share: param.int(50, { min: 1, max: 100 }) },
  onBar({ bar, order, params }) {
    const stopLoss = bar.close / params.length;
    if (isUp(bar.close, bar.open)) order.buy({ size: order.percentOfEquity(params.share), stopLoss });
  },
});
`;
const FILES = { 'main.ts': CROSS, 'lib/rule.ts': LENGTH };

const fresh = (files: Record<string, string> = FILES) =>
  client.strategies.create({ name: 'Cross', from: { kind: 'files', files } });

describe('a new strategy', () => {
  it('begins empty, and runs', async () => {
    const { id, name } = await client.strategies.create({ from: { kind: 'empty' } });
    expect(name).toBe('Untitled');
    expect(await client.strategies.check({ strategy: { kind: 'strategy', strategy: id } })).toEqual({ problems: [] });
  });

  it('begins as a template, a text or an export', async () => {
    const template = await client.strategies.create({ from: { kind: 'template', template: 'sma-cross' } });
    expect(template).toMatchObject({ name: 'SMA cross', description: expect.stringContaining('Moving-average') });
    expect(Object.keys(template.files)).toEqual(['main.ts']);
    const { id } = await fresh();
    const { text, file } = await client.strategies.export({ strategy: id });
    expect(file).toBe('cross.ts');
    expect(await client.strategies.create({ from: { kind: 'text', text } })).toMatchObject({
      name: 'Cross',
      files: FILES,
    });
    expect(await client.strategies.create({ name: 'Mine', from: { kind: 'text', text: '' } })).toMatchObject({
      name: 'Mine',
      files: { 'main.ts': '' },
    });
    const nowhere = client.strategies.create({ from: { kind: 'template', template: 'nowhere' } });
    expect(await refusalOf(nowhere)).toEqual(['NOT_FOUND', 'usage.no-such-strategy']);
  });

  it('begins as a file or a folder on the disk', async () => {
    writeFileSync(join(disk, 'main.ts'), "import './b.ts';");
    writeFileSync(join(disk, 'b.ts'), 'b');
    const begin = (path: string, isWatched: boolean) =>
      client.strategies.create({ from: { kind: 'folder', path, isWatched } });
    const copied = await begin(join(disk, 'main.ts'), false);
    expect(copied).toMatchObject({ name: 'main', folder: null, files: { 'main.ts': "import './b.ts';", 'b.ts': 'b' } });
    expect((await begin(disk, false)).folder).toBeNull();
    const living = await begin(disk, true);
    expect(living).toMatchObject({ folder: disk, folderProblem: null });
    expect(await refusalOf(begin(disk, true))).toEqual(['USAGE', 'usage.folder-taken']);
    expect((await client.strategies.list()).rows.filter(({ name }) => name === living.name)).toHaveLength(2);
    expect(await refusalOf(begin(join(disk, 'main.ts'), true))).toEqual(['USAGE', 'usage.file-not-watched']);
    expect(await refusalOf(begin('main.ts', false))).toEqual(['USAGE', 'usage.relative-folder']);
    expect(await client.strategies.setFolder({ strategy: living.id, path: null })).toMatchObject({ folder: null });
  });
});

describe('a strategy of several files', () => {
  it('is described, checked and read for parameters, saved or not', async () => {
    const { id } = await fresh();
    for (const strategy of [
      { kind: 'strategy' as const, strategy: id },
      { kind: 'files' as const, files: FILES },
    ]) {
      const { params } = await client.strategies.describe({ strategy });
      expect(params.map(({ name, default: value }) => [name, value])).toEqual([
        ['length', 2],
        ['share', 50],
      ]);
      expect(await client.strategies.check({ strategy })).toEqual({ problems: [] });
      const written = await client.strategies.parameters({ strategy });
      expect(written.params).toMatchObject([
        { name: 'length', default: null, literal: null },
        { name: 'share', default: 50, file: 'main.ts', line: 5, literal: { line: 5 } },
      ]);
    }
  });

  it.each([
    ['lib/rule.ts', 'export const = 1;', 'syntax', 1],
    ['lib/rule.ts', `${LENGTH}export const wrong: string = 5;`, 'types', 3],
    ['lib/rule.ts', `${LENGTH}null!.x;`, 'load', 3],
    ['main.ts', CROSS.replace('50', "'50'"), 'types', 5],
    ['main.ts', CROSS.replace('rule.ts', 'rules.ts'), 'load', 2],
    ['main.ts', CROSS.replace(', stopLoss }', ' }'), 'lint', 8],
    ['main.ts', `${CROSS}\n(null as any).x;`, 'load', 12],
  ])('has problems where they are: %s %j', async (path, text, owner, line) => {
    const { problems } = await client.strategies.check({
      strategy: { kind: 'files', files: { ...FILES, [path]: text } },
    });
    expect(problems).toContainEqual(expect.objectContaining({ owner, file: path, line }));
  });

  it('of the shared library is checked by itself', async () => {
    const files = { 'shared/a.ts': 'export const a: string = 5;' };
    const { problems } = await client.strategies.check({ strategy: { kind: 'files', strategy: 'shared', files } });
    expect(problems).toMatchObject([{ owner: 'types', file: 'shared/a.ts', line: 1 }]);
  });

  it('runs, and its runs are its own', async () => {
    store(app, 'SPY', dailyBars(Array.from({ length: 50 }, (_, i) => [100 + i, 102 + i, 99 + i, 101 + i])));
    const { id, version } = await fresh();
    const { head } = await client.strategies.commit({ strategy: id, version, message: 'First', author: 'Ada' });
    expect(head).toMatchObject({ message: 'First', author: 'Ada' });
    const runs: string[] = [];
    for (const strategy of [
      { kind: 'strategy' as const, strategy: id, revision: head?.id ?? '' },
      { kind: 'files' as const, strategy: id, files: FILES },
      { kind: 'files' as const, files: FILES },
    ]) {
      const { result } = await settled(client, await client.runs.start({ strategy, series: ['SPY'] }));
      if (result?.kind !== 'run') throw new Error('the run failed');
      expect(result.trades).toBeGreaterThan(0);
      runs.push(result.run);
    }
    const [{ run }] = [await client.runs.detail({ run: runs[0] ?? '' })];
    expect(run.strategy.sha256).toBe(head?.content);
    expect((await client.strategies.list({ search: id, offset: 0 })).rows).toEqual([]);
    expect(await client.strategies.get({ strategy: id })).toMatchObject({ runs: 2 });
    expect(await refusalOf(client.strategies.delete({ strategy: id }))).toEqual(['USAGE', 'usage.strategy-in-use']);
    const again = await client.strategies.create({ from: { kind: 'run', run: runs[0] ?? '' } });
    expect(again).toMatchObject({ name: 'Cross', files: FILES, runs: 0 });
  });

  it('that fails says in which file', async () => {
    const files = { ...FILES, 'lib/rule.ts': `${LENGTH.replace('close > open', '(null as any).x')}` };
    const { error, result } = await settled(
      client,
      await client.runs.start({ strategy: { kind: 'files', files }, series: ['SPY'] }),
    );
    expect(error).toBeNull();
    if (result?.kind !== 'run') throw new Error('there is no run');
    const { run } = await client.runs.detail({ run: result.run });
    expect(run.failure?.message).toContain('in lib/rule.ts: ');
  });
});

describe('editing', () => {
  it('saves, refuses what is old, commits, compares and goes back', async () => {
    const { id, version } = await fresh();
    const first = await client.strategies.commit({ strategy: id, version, message: 'First' });
    const changed = { ...FILES, 'main.ts': CROSS.replace('50', '60') };
    const saved = await client.strategies.saveDraft({ strategy: id, version: first.version, files: changed });
    expect(saved).toMatchObject({ version: first.version + 1, isDirty: true });
    const stale = client.strategies.saveDraft({ strategy: id, version: first.version, files: FILES });
    expect(await refusalOf(stale)).toEqual(['CONFLICT', 'usage.stale-draft']);
    const revision = first.head?.id ?? '';
    expect((await client.strategies.diff({ strategy: id, before: revision })).files.map(({ path }) => path)).toEqual([
      'main.ts',
    ]);
    expect((await client.strategies.revision({ strategy: id, revision: revision.slice(0, 6) })).files).toEqual(FILES);
    const restored = await client.strategies.restore({ strategy: id, version: saved.version, revision });
    expect(restored).toMatchObject({ files: FILES, revisions: 2 });
    expect((await client.strategies.revisions({ strategy: id })).total).toBe(2);
    expect((await client.strategies.export({ strategy: id, revision: restored.head?.id ?? '' })).files).toEqual(
      changed,
    );
  });

  it('keeps branches apart', async () => {
    const { id, version } = await fresh();
    await client.strategies.commit({ strategy: id, version, message: 'First' });
    const branched = await client.strategies.createBranch({ strategy: id, name: 'try-2' });
    expect(branched).toMatchObject({ branch: 'try-2', files: FILES });
    await client.strategies.saveDraft({ strategy: id, version: branched.version, files: { 'main.ts': '' } });
    expect(await client.strategies.switchBranch({ strategy: id, branch: 'main' })).toMatchObject({ files: FILES });
    const { branches } = await client.strategies.deleteBranch({ strategy: id, branch: 'try-2' });
    expect(branches.map(({ name }) => name)).toEqual(['main']);
  });

  it('names, tags, copies, archives, deletes and brings back', async () => {
    const { id } = await fresh();
    await client.strategies.update({ strategy: id, name: 'Named', tags: ['one', 'two'] });
    expect((await client.strategies.list({ tag: 'ONE' })).rows).toMatchObject([{ id, name: 'Named' }]);
    expect(await client.strategies.duplicate({ strategy: id })).toMatchObject({
      name: 'Named (copy)',
      tags: ['one', 'two'],
    });
    await client.strategies.update({ strategy: id, isArchived: true });
    expect((await client.strategies.list({ archived: true })).rows.map((row) => row.id)).toEqual([id]);
    await client.strategies.delete({ strategy: id });
    expect(await refusalOf(client.strategies.get({ strategy: id }))).toEqual(['NOT_FOUND', 'usage.no-such-strategy']);
    expect(await client.strategies.undelete({ strategy: id })).toMatchObject({ name: 'Named', isArchived: true });
  });

  it('is told to whoever watches', async () => {
    const { id, version } = await fresh();
    const stop = new AbortController();
    const events = await client.strategies.watch(undefined, { signal: stop.signal });
    const next = events.next();
    await Promise.resolve();
    await client.strategies.saveDraft({ strategy: id, version, files: FILES });
    expect((await next).value).toEqual({ strategy: id, version: version + 1, cause: 'draft' });
    stop.abort();
  });
});

describe('whatever is asked', () => {
  it('is answered or refused, never by a bug, and history stays as it is', async () => {
    const { id, version } = await fresh();
    const { head } = await client.strategies.commit({ strategy: id, version, message: 'Kept' });
    const odd = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '__proto__',
        'constructor',
        "'; DROP TABLE strategies; --",
        '%',
        '\0',
        '../..',
        'draft',
        'main',
        'shared',
      ),
    );
    const strategy = fc.oneof({ weight: 4, arbitrary: fc.constant(id) }, odd);
    const revision = fc.oneof(
      fc.constantFrom(head?.id, head?.id.slice(0, 6), 'draft'),
      odd,
      fc.stringMatching(/^[0-9a-f]{6,64}$/),
    );
    const files = fc.oneof(
      fc.dictionary(fc.oneof(fc.constantFrom('main.ts', 'lib/a.ts', 'shared/a.ts'), odd), odd),
      odd,
    );
    const anything = fc.oneof(odd, fc.integer(), fc.boolean(), fc.constant(null), files, fc.array(odd));
    const number = fc.oneof(fc.constantFrom(1, 2, 3), fc.double(), fc.integer());
    const input = fc.record(
      {
        strategy,
        revision,
        version: number,
        files,
        message: odd,
        author: odd,
        name: odd,
        tags: fc.array(odd),
        isArchived: anything,
        branch: odd,
        from: fc.oneof(
          revision,
          fc.record(
            {
              kind: fc.constantFrom('text', 'files', 'template', 'run', 'other'),
              text: odd,
              files,
              template: odd,
              run: odd,
            },
            { requiredKeys: ['kind'] },
          ),
        ),
        before: revision,
        after: revision,
        search: odd,
        tag: odd,
        archived: anything,
        offset: number,
        limit: number,
      },
      { requiredKeys: ['strategy'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(KEYS)), input, fc.boolean(), async (name, given, isReference) => {
        const call = client.strategies[name as 'get'] as (input: unknown) => Promise<unknown>;
        const keys = KEYS[name] ?? [];
        const fitting = Object.fromEntries(Object.entries(given).filter(([key]) => keys.includes(key)));
        const reference = { strategy: { kind: 'files', files: given.files, strategy: given.strategy } };
        await call(isReference ? reference : fitting).catch((error: { data?: { kind?: string } }) =>
          expect(error.data?.kind).not.toBe('internal'),
        );
        expect(bugs).toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect((await client.strategies.revision({ strategy: id, revision: head?.id ?? '' })).files).toEqual(FILES);
  });
});

/** What procedures take. */
const KEYS: Record<string, readonly string[]> = {
  get: ['strategy'],
  check: ['strategy'],
  parameters: ['strategy'],
  describe: ['strategy'],
  source: ['strategy'],
  undelete: ['strategy'],
  list: ['search', 'tag', 'archived', 'offset', 'limit'],
  create: ['name', 'from'],
  saveDraft: ['strategy', 'version', 'files'],
  commit: ['strategy', 'version', 'message', 'author'],
  revisions: ['strategy', 'offset', 'limit'],
  revision: ['strategy', 'revision'],
  diff: ['strategy', 'before', 'after'],
  restore: ['strategy', 'version', 'revision'],
  update: ['strategy', 'name', 'tags', 'isArchived'],
  duplicate: ['strategy', 'name'],
  createBranch: ['strategy', 'name', 'from'],
  switchBranch: ['strategy', 'branch'],
  deleteBranch: ['strategy', 'branch'],
  export: ['strategy', 'revision'],
};
