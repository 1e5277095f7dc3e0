import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusal } from '../../tests/support/refusal.ts';
import { type TempApp, tempApp } from '../../tests/support/temp-app.ts';

let app: TempApp;
let id: string;

beforeAll(() => {
  app = tempApp();
  app.strategies.saveDraft('shared', 1, { 'shared/a.ts': 'shared' });
  const using = { 'main.ts': "import './shared/a.ts';" };
  const created = app.strategies.create('My Cross: 2', using);
  id = created.id;
  const { version } = app.strategies.commit(id, created.version, 'First');
  app.strategies.saveDraft(id, version, { 'main.ts': 'draft' });
});
afterAll(() => app.remove());

it('finds drafts and revisions, with what they import from the shared library', () => {
  const revision = app.strategies.get(id).head?.id ?? '';
  expect(app.resolveStrategy({ kind: 'strategy', strategy: id })).toEqual({ file: 'my-cross-2.ts', source: 'draft' });
  expect(app.resolveStrategy({ kind: 'strategy', strategy: id, revision })).toEqual({
    file: 'my-cross-2.ts',
    source: "import './shared/a.ts';\n//#file shared/a.ts\nshared",
  });
});

it('takes files as an editor has them', async () => {
  const files = { 'main.ts': "import './shared/a.ts'; import './b.ts';", 'b.ts': 'b' };
  const source = `${files['main.ts']}\n//#file b.ts\nb\n//#file shared/a.ts\n`;
  expect(app.resolveStrategy({ kind: 'files', files })).toEqual({ file: 'main.ts', source: `${source}shared` });
  expect(app.resolveStrategy({ kind: 'files', files: { ...files, 'shared/a.ts': 'mine' }, strategy: id })).toEqual({
    file: 'my-cross-2.ts',
    source: `${source}mine`,
  });
  const without = { kind: 'files' as const, files: { 'b.ts': '' } };
  expect((await refusal(() => app.resolveStrategy(without))).code).toBe('usage.no-main-file');
  const shared = { kind: 'files' as const, strategy: 'shared', files: { 'shared/a.ts': 'new' } };
  expect(app.resolveStrategy(shared).source).toBe('\n//#file shared/a.ts\nnew');
});

it('takes templates and texts', async () => {
  expect(app.resolveStrategy({ kind: 'library', id: 'sma-cross' }).file).toBe('sma-cross.ts');
  expect(app.resolveStrategy({ kind: 'source', file: 'a.ts', source: 'b' })).toEqual({ file: 'a.ts', source: 'b' });
  const nowhere = { kind: 'strategy' as const, strategy: '0123456789' };
  expect((await refusal(() => app.resolveStrategy(nowhere))).code).toBe('usage.no-such-strategy');
});
