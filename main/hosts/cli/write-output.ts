import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { HindcastError } from '#shared/domain/errors.ts';
import { clause } from '#shared/domain/sentence.ts';
import type { Terminal } from './terminal.ts';

/**
 * Writes a file whole or not at all, its folder included; `-` is standard output.
 * @param content its text piece by piece
 * @throws HindcastError `storage.not-written`
 */
export async function writeOutput(terminal: Terminal, target: string, content: Iterable<string>): Promise<void> {
  if (target === '-') {
    terminal.print([...content].join('').trimEnd());
    return;
  }
  const path = resolve(target);
  const half = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(half, content);
    await rename(half, path);
  } catch (cause) {
    await rm(half, { force: true }).catch(() => {});
    throw new HindcastError(
      {
        kind: 'storage',
        code: 'storage.not-written',
        message: `${target} could not be written: ${clause(cause instanceof Error ? cause.message : String(cause))}.`,
        hint: 'Name a file in a folder that you may write to, on a disk with space.',
      },
      { cause },
    );
  }
}
