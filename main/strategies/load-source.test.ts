import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { splitFiles } from '#shared/domain/strategy-files.ts';
import { loadStrategySource } from './load-source.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strategy-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(name: string, bytes: string | Buffer): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return file;
}

test('the text and the hash of exactly the bytes', async () => {
  const bytes = Buffer.from('\uFEFFexport default "é😀";\r\n\r');
  const file = await write('s.ts', bytes);
  expect(await loadStrategySource(file)).toEqual({
    file,
    text: '\uFEFFexport default "é😀";\r\n\r',
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
});

test.each(['s.js', 'S.TS'])('%s is read', async (name) => {
  expect(await loadStrategySource(await write(name, ''))).toMatchObject({ text: '' });
});

test('a file of exactly 1 MB is read', async () => {
  expect((await loadStrategySource(await write('s.ts', ' '.repeat(1_000_000)))).text).toHaveLength(1_000_000);
});

describe('a strategy of several files', () => {
  test('has what it imports, from its folder and below', async () => {
    await mkdir(join(folder, 'lib'));
    await write('lib/a.ts', "import './b.ts';");
    await write('lib/b.ts', "import '../own.ts';\nimport './none.ts';");
    await write('other.ts', 'nobody imports it');
    const main = "import './lib/a.ts';\nimport '../outside.ts';";
    const file = await write('own.ts', main);
    const { text, sha256 } = await loadStrategySource(file);
    expect(splitFiles(text)).toEqual({
      'main.ts': main,
      'lib/a.ts': "import './b.ts';",
      'lib/b.ts': "import '../own.ts';\nimport './none.ts';",
      'own.ts': main,
    });
    expect(sha256).toBe(createHash('sha256').update(text).digest('hex'));
  });

  test('may be one file that holds them all', async () => {
    const text = "import './a.ts';\n//#file a.ts\nhere";
    await write('a.ts', 'there');
    expect((await loadStrategySource(await write('s.ts', text))).text).toBe(text);
  });

  test('has at most 1 MB together', async () => {
    await write('a.ts', ' '.repeat(999_990));
    const file = await write('s.ts', "import './a.ts';");
    await expect(loadStrategySource(file)).rejects.toMatchObject({ detail: { code: 'strategy.too-large' } });
  });
});

describe('refused', () => {
  async function refusal(file: string) {
    return loadStrategySource(file).then(
      () => undefined,
      (error) => error.detail,
    );
  }

  test('a missing file', async () => {
    const file = join(folder, 'none.ts');
    const detail = { kind: 'usage', code: 'strategy.no-file', message: `There is no file ${file}.` };
    expect(await refusal(file)).toMatchObject({ ...detail, hint: expect.any(String) });
    expect(await refusal(join(await write('a.ts', ''), 'b.ts'))).toMatchObject({ code: 'strategy.no-file' });
  });

  test('a folder', async () => {
    expect(await refusal(folder)).toMatchObject({
      kind: 'usage',
      code: 'strategy.not-a-file',
      message: `${folder} is a folder.`,
    });
  });

  test.skipIf(process.platform === 'win32')('a device', async () => {
    expect(await refusal('/dev/zero')).toMatchObject({ code: 'strategy.not-a-file' });
  });

  test('another kind of file', async () => {
    expect(await refusal(await write('bars.csv', ''))).toMatchObject({ kind: 'usage', code: 'strategy.unknown-type' });
  });

  test('a file over 1 MB, without reading it', async () => {
    const file = await write('s.ts', '');
    await truncate(file, 1_000_001);
    expect(await refusal(file)).toMatchObject({ kind: 'strategy', code: 'strategy.too-large' });
    await truncate(file, 2 ** 33);
    expect(await refusal(file)).toMatchObject({
      message: `${file} has 8589.9 MB; a strategy may have 1 MB.`,
    });
  });

  test('a name that no file can have', async () => {
    expect(await refusal('a\0.ts')).toMatchObject({ kind: 'storage', code: 'strategy.unreadable' });
  });

  test('bytes that are not UTF-8', async () => {
    const file = await write('s.ts', Buffer.from([0x22, 0xe9, 0x22]));
    expect(await refusal(file)).toMatchObject({
      kind: 'strategy',
      code: 'strategy.not-utf-8',
      message: `${file} is not text in UTF-8.`,
    });
  });
});
