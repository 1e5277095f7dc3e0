import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { HindcastError } from '#shared/domain/errors.ts';
import { joinFiles, STRATEGY_PATH, splitFiles } from '#shared/domain/strategy-files.ts';
import { importedPaths } from '#shared/domain/strategy-imports.ts';
import { sourceHash } from './source-hash.ts';

/** A strategy's file as it was read. */
export interface StrategySource {
  /** The path as the user gave it. */
  file: string;
  /** Its text, or its files as one where it imports others. */
  text: string;
  /** SHA-256 of the text; that of the file's bytes where it is one. */
  sha256: string;
}

const LARGEST_BYTES = 1_000_000;

/**
 * Reads a strategy from a `.ts` or `.js` file in UTF-8, and the `.ts` files in its folder and below that it imports;
 * at most 1 MB together. What it imports and isn't there, the compiler says.
 * @throws HindcastError `strategy.no-file`, `strategy.not-a-file`, `strategy.unknown-type`, `strategy.too-large`,
 *   `strategy.not-utf-8`, `strategy.unreadable`
 */
export async function loadStrategySource(file: string): Promise<StrategySource> {
  const files: Record<string, string> = { ...splitFiles(await readText(file)) };
  const open = Object.entries(files);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const path of importedPaths(...next)) {
      const found = join(dirname(file), path);
      if (Object.hasOwn(files, path) || !STRATEGY_PATH.test(path) || !existsSync(found)) continue;
      const text = await readText(found);
      files[path] = text;
      open.push([path, text]);
    }
    const length = Object.values(files).reduce((sum, { length: one }) => sum + one, 0);
    if (length > LARGEST_BYTES) throw tooLarge(file, length);
  }
  const text = joinFiles(files);
  return { file, text, sha256: sourceHash(text) };
}

async function readText(file: string): Promise<string> {
  return decode(file, await readSmallFile(file));
}

async function readSmallFile(file: string): Promise<Buffer> {
  try {
    const status = await stat(file);
    if (!status.isFile()) throw notAFile(file, status.isDirectory());
    if (!['.ts', '.js'].includes(extname(file).toLowerCase())) throw unknownType(file);
    if (status.size > LARGEST_BYTES) throw tooLarge(file, status.size);
    return await readFile(file);
  } catch (cause) {
    throw cause instanceof HindcastError ? cause : unreadable(file, cause);
  }
}

function decode(file: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new HindcastError(
      {
        kind: 'strategy',
        code: 'strategy.not-utf-8',
        message: `${file} is not text in UTF-8.`,
        hint: 'Save the file with the encoding UTF-8.',
      },
      { cause },
    );
  }
}

function notAFile(file: string, isDirectory: boolean): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'strategy.not-a-file',
    message: `${file} is ${isDirectory ? 'a folder' : 'not a regular file'}.`,
    hint: 'Name the strategy file itself, such as examples/sma-cross.ts.',
  });
}

function unknownType(file: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'strategy.unknown-type',
    message: `${file} is not a TypeScript or JavaScript file.`,
    hint: 'A strategy is a file whose name ends in .ts or .js.',
  });
}

function tooLarge(file: string, bytes: number): HindcastError {
  return new HindcastError({
    kind: 'strategy',
    code: 'strategy.too-large',
    message: `${file} has ${(bytes / 1e6).toFixed(1)} MB; a strategy may have 1 MB.`,
    hint: 'Strategies get prices from `data`, not from their own text.',
  });
}

function unreadable(file: string, cause: unknown): HindcastError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new HindcastError(
      {
        kind: 'usage',
        code: 'strategy.no-file',
        message: `There is no file ${file}.`,
        hint: 'Check the path; it is taken from the current folder.',
      },
      { cause },
    );
  }
  return new HindcastError(
    {
      kind: 'storage',
      code: 'strategy.unreadable',
      message: `${file} can't be read (${code}).`,
      hint: 'Check that you may read the file.',
    },
    { cause },
  );
}
