import { readdirSync, readFileSync } from 'node:fs';
import type { StrategyTemplate } from '#shared/contract/strategy.ts';
import type { StrategySource } from '#worker/task.ts';
import { strategyDoc } from './doc-comment.ts';
import { noSuchStrategy } from './strategy-errors.ts';

/** Where the strategies are that ship with Hindcast. */
const FOLDERS = [new URL('../../examples/', import.meta.url), new URL('../../examples/templates/', import.meta.url)];

/** A strategy that ships: `sma-cross` is the file `sma-cross.ts`. */
export interface Template extends StrategySource {
  id: string;
}

/** The strategies that everybody has. */
export class Templates {
  readonly #folders: readonly URL[];

  constructor(folders: readonly URL[] = FOLDERS) {
    this.#folders = folders;
  }

  /** Folder by folder, by id. */
  list(): Template[] {
    return this.#folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(name))
        .sort()
        .map((file) => ({
          id: file.replace(/\.ts$/, ''),
          file,
          source: readFileSync(new URL(file, folder), 'utf8'),
        })),
    );
  }

  /** @throws HindcastError `usage.no-such-strategy` */
  get(id: string): Template {
    const found = this.list().find((entry) => entry.id === id);
    if (found === undefined) throw noSuchStrategy(id);
    return found;
  }
}

/** What is said about a template, by its own text. */
export function aboutTemplate({ id, file, source }: Template): StrategyTemplate {
  const { title, ...doc } = strategyDoc(source);
  return { id, file, name: title || writtenName(source) || id, ...doc };
}

/** The name that a strategy gives itself as a plain literal; empty where it doesn't. */
export function writtenName(source: string): string {
  return /\bstrategy\(\{\s*name:\s*(['"])((?:(?!\1)[^\\\r\n])*)\1/.exec(source)?.[2] ?? '';
}
