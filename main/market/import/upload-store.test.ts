import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HindcastError } from '#shared/domain/errors.ts';
import { refusal } from '../../../tests/support/refusal.ts';
import { UploadStore } from './upload-store.ts';

let home: string;
let folder: string;
let uploads: UploadStore;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hindcast-uploads-'));
  folder = join(home, 'uploads');
  uploads = new UploadStore(folder);
});
afterEach(() => rmSync(home, { recursive: true }));

const receive = (name: string, text = 'a,b', limits?: { expected?: number; largest?: number }) =>
  uploads.receive(name, Readable.from([Buffer.from(text)]), limits);
const refusalOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof HindcastError) return error.detail.code;
  }
  return null;
};

describe('an upload', () => {
  it('is kept under its own name', async () => {
    const { upload, name, bytes } = await receive('prices.csv');
    expect([upload.length, name, bytes]).toEqual([32, 'prices.csv', 3]);
    const found = uploads.find(upload);
    expect(found).toEqual({ path: join(folder, upload, 'prices.csv'), name, bytes });
    expect(readFileSync(found.path, 'utf8')).toBe('a,b');
    expect(uploads.bytes).toBe(3);
  });

  it('is discarded', async () => {
    const { upload } = await receive('prices.csv');
    uploads.discard(upload);
    expect(refusalOf(() => uploads.find(upload))).toBe('usage.no-such-upload');
    expect(uploads.bytes).toBe(0);
    uploads.discard(upload);
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\x.csv', 'x.csv'],
    ['..', 'prices'],
    ['', 'prices'],
    ['.hidden', 'hidden'],
    ['a\u0000b:c?.csv', 'abc.csv'],
    ['dots... ', 'dots'],
    ['ä ö.csv', 'ä ö.csv'],
    [`${'x'.repeat(300)}.csv`, `${'x'.repeat(196)}.csv`],
    [`${'日'.repeat(90)}.csv.gz`, `${'日'.repeat(64)}.csv.gz`],
    [`x${'.'.repeat(198)}日`, '日'],
  ])('named %s is kept as %s', async (given, kept) => {
    expect((await receive(given)).name).toBe(kept);
  });

  it('stays in its folder, whatever it is called', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (given) => {
        const { upload, name } = await receive(given);
        expect(readdirSync(join(folder, upload))).toEqual([name]);
      }),
      { numRuns: 40 },
    );
    expect(readdirSync(home)).toEqual(['uploads']);
  });

  it('that is too large is not kept', async () => {
    await expect(receive('x.csv', 'abcd', { largest: 3 })).rejects.toMatchObject({
      detail: { code: 'usage.upload-too-large' },
    });
    expect((await receive('x.csv', 'abc', { expected: 3, largest: 3 })).bytes).toBe(3);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('that is said to be too large is not even begun', async () => {
    const content = Readable.from([Buffer.from('a')]);
    const refused = uploads.receive('x.csv', content, { expected: 4, largest: 3 });
    await expect(refused).rejects.toMatchObject({ detail: { code: 'usage.upload-too-large' } });
    expect([existsSync(folder), content.destroyed]).toEqual([false, false]);
  });

  it('that breaks off is not kept', async () => {
    const broken = new Readable({ read() {} });
    broken.push('abc');
    setImmediate(() => broken.destroy(new Error('connection lost')));
    await expect(uploads.receive('x.csv', broken)).rejects.toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that the disk refuses is named as its owner calls it', async () => {
    writeFileSync(folder, '');
    const { kind, message } = await refusal(receive('prices.csv'));
    expect(kind).toBe('storage');
    expect(message).toContain('prices.csv');
    expect(message).not.toContain(home);
  });

  it.each(['', '..', '../uploads', 'A'.repeat(32), '0'.repeat(31)])('is never found as "%s"', (id) => {
    expect(refusalOf(() => uploads.find(id))).toBe('usage.no-such-upload');
    uploads.discard(id);
    expect(existsSync(home)).toBe(true);
  });
});

it('removes old uploads that nobody needs', async () => {
  const [old, needed, fresh] = await Promise.all([receive('a.csv'), receive('b.csv'), receive('c.csv')]);
  const before = Date.now() / 1_000 - 86_500;
  for (const { upload } of [old, needed]) utimesSync(join(folder, upload), before, before);
  uploads.prune(new Set([needed.upload]));
  expect(readdirSync(folder).sort()).toEqual([needed.upload, fresh.upload].sort());
});

it('has nothing to remove at first', () => {
  uploads.prune(new Set());
  expect(uploads.bytes).toBe(0);
});
