import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ContractClient } from '#shared/contract/index.ts';
import { type App, createApp } from '../app.ts';
import { FolderPointer } from '../db/folder/folder-pointer.ts';
import { createRouter } from './router.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let root: string;
let app: App;
let client: ContractClient;
const reopen = vi.fn();

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'hindcast-folder-')));
  reopen.mockReset();
  open(join(root, 'old'));
});
afterEach(async () => {
  await app.close();
  rmSync(root, { recursive: true, force: true });
});

function open(home: string): void {
  const pointer = new FolderPointer(join(root, 'data-folder.json'));
  app = createApp({ home, pointer, threads: 1 }, { clock: () => 0, reopen });
  const mayMoveTo = (folder: string) => !folder.endsWith('made-up');
  client = createRouterClient(createRouter(app, { host: 'electron', onBug: () => {}, mayMoveTo }), { context: {} });
}

it('tells how far a move is, ends it with the last word, and has the host open the new folder', async () => {
  const release = app.claim('here');
  const target = join(root, 'new');
  const steps: string[] = [];
  for await (const { step } of await client.system.moveFolder({ folder: target })) steps.push(step);
  expect(steps.at(-1)).toBe('moved');
  await vi.waitFor(() => expect(reopen).toHaveBeenCalledOnce());
  await expect(client.settings.set({ theme: 'dark' })).rejects.toMatchObject({ data: { code: 'storage.locked' } });
  release();
  await app.close();

  open(target);
  // The claim of before belongs to nobody here.
  app.claim('here')();
  const { bytes } = (await client.system.folder()).previous ?? { bytes: 0 };
  expect(bytes).toBeGreaterThan(10_000);
  expect(await client.system.folder()).toMatchObject({ folder: target, canMove: true });
  await client.system.removePreviousFolder();
  expect(existsSync(join(root, 'old'))).toBe(false);
  expect((await client.system.folder()).previous).toBeNull();
});

it('gives a move up with whoever watches it', async () => {
  const move = await client.system.moveFolder({ folder: join(root, 'new') });
  await move.next();
  await move.return?.();
  expect(app.folderMove.hasMoved).toBe(false);
  expect(existsSync(join(root, 'new'))).toBe(false);
  expect(reopen).not.toHaveBeenCalled();
  expect(await client.settings.set({ theme: 'dark' })).toMatchObject({ theme: 'dark' });
});

it('takes no folder that a page made up', async () => {
  const folder = join(root, 'made-up');
  const refusal = { data: { code: 'usage.folder-not-chosen' } };
  await expect(client.system.checkFolder({ folder })).rejects.toMatchObject(refusal);
  await expect(client.system.moveFolder({ folder })).rejects.toMatchObject(refusal);
});

it('keeps the folder before, and speaks of it no more', async () => {
  for await (const _ of await client.system.moveFolder({ folder: join(root, 'new') }));
  await app.close();
  open(join(root, 'new'));
  await client.system.keepPreviousFolder();
  expect((await client.system.folder()).previous).toBeNull();
  expect(existsSync(join(root, 'old', 'hindcast.db'))).toBe(true);
});
