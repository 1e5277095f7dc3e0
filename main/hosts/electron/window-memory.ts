import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { WindowPlace } from './window-place.ts';

/** Keeps the place of the window in a small file. What can't be read or written is forgotten: it is a comfort. */
export class WindowMemory {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** What was kept, whatever it is; null where there is nothing. */
  read(): unknown {
    try {
      return JSON.parse(readFileSync(this.#path, 'utf8'));
    } catch {
      return null;
    }
  }

  keep(place: WindowPlace): void {
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      writeFileSync(`${this.#path}.part`, JSON.stringify(place));
      renameSync(`${this.#path}.part`, this.#path);
    } catch {
      // The next window opens in the middle.
    }
  }
}
