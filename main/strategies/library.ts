import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { HindcastError } from '#shared/domain/errors.ts';
import type { StrategySource } from '#worker/task.ts';

/** Strategies that ship with Hindcast. */
const EXAMPLES = new URL('../../examples/', import.meta.url);

/** A strategy of the library: `sma-cross` is the file `sma-cross.ts`. */
export interface LibraryEntry extends StrategySource {
  id: string;
}

/** The strategies that everybody has. */
export class StrategyLibrary {
  readonly #folder: URL;

  constructor(folder: URL = EXAMPLES) {
    this.#folder = folder;
  }

  /** By id. */
  list(): LibraryEntry[] {
    return readdirSync(this.#folder)
      .filter((name) => /^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(name))
      .sort()
      .map((file) => this.#read(file));
  }

  /** @throws HindcastError `usage.no-such-strategy` */
  get(id: string): LibraryEntry {
    const found = this.list().find((entry) => entry.id === id);
    if (found === undefined) throw noSuchStrategy(id);
    return found;
  }

  #read(file: string): LibraryEntry {
    return { id: file.replace(/\.ts$/, ''), file, source: readFileSync(new URL(file, this.#folder), 'utf8') };
  }
}

/** The first sentence of the comment that a source begins with; empty where there is none. */
export function leadingSentence(source: string): string {
  const comment = /^\s*\/\*\*([\s\S]*?)\*\//.exec(source)?.[1] ?? '';
  const [paragraph = ''] = comment
    .replace(/^[ \t]*\* ?/gm, '')
    .trim()
    .split(/\n\s*\n/);
  return paragraph.replaceAll(/\s+/g, ' ');
}

/** What names a text, whatever its file is called. */
export function sourceHash(source: string): string {
  return createHash('sha256').update(source).digest('hex');
}

function noSuchStrategy(id: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.no-such-strategy',
    message: `There is no strategy ${id}.`,
    hint: 'The library lists those there are.',
  });
}
