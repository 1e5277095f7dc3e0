import { type ApiError, apiErrorOf } from '#shared/contract/errors.ts';

/** The text of each file by its path. Never changed in place. */
export type Files = Readonly<Record<string, string>>;

/** A draft as the host keeps it. */
export interface StoredDraft {
  version: number;
  files: Files;
}

export type DraftState =
  | { readonly kind: 'saved' }
  /** Saved as soon as the pause is over. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'saving' }
  /** It was changed somewhere else, too: one of the two has to be chosen. */
  | { readonly kind: 'conflict'; readonly theirs: StoredDraft }
  | { readonly kind: 'failed'; readonly error: ApiError };

/** What a session needs of its surroundings. */
export interface DraftPort {
  /** Rejects with an error whose code has `.stale-` in it where `version` is no longer the stored one. */
  save(version: number, files: Files): Promise<{ version: number }>;
  read(): Promise<StoredDraft>;
  /** The files were replaced by what is stored: whoever shows them has to follow. */
  onReplaced(files: Files): void;
}

/** From the first change to saving it, and from a save that failed to the next try, ms. */
const PAUSE = 700;
const RETRY = 5_000;

const SAVED: DraftState = { kind: 'saved' };
const CHANGED: DraftState = { kind: 'changed' };
const SAVING: DraftState = { kind: 'saving' };

/**
 * The draft of a strategy while it is open: saves by itself, takes over what is changed elsewhere as long as nothing
 * was changed here, and asks where both were.
 */
export class DraftSession {
  readonly #port: DraftPort;
  readonly #listeners = new Set<() => void>();
  #version: number;
  #files: Files;
  #state: DraftState = SAVED;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | null = null;
  /** What arrived while a save was on its way: whether it is news is known only afterwards. */
  #late: StoredDraft | null = null;

  constructor(stored: StoredDraft, port: DraftPort) {
    this.#port = port;
    this.#version = stored.version;
    this.#files = stored.files;
  }

  get files(): Files {
    return this.#files;
  }

  get version(): number {
    return this.#version;
  }

  get state(): DraftState {
    return this.#state;
  }

  /** Has `listener` called after each change of files or state; returns what ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Another text for a file; null takes the file out. */
  edit(path: string, text: string | null): void {
    if (text === (this.#files[path] ?? null)) return;
    const { [path]: _, ...others } = this.#files;
    this.#files = text === null ? others : { ...this.#files, [path]: text };
    if (this.#state.kind === 'saved' || this.#state.kind === 'failed') this.#saveAfter(PAUSE, CHANGED);
    else this.#tell();
  }

  /** Saves at once what isn't saved yet. @returns whether everything is saved then */
  async flush(): Promise<boolean> {
    if (this.#saving !== null) await this.#saving;
    if (this.#state.kind === 'changed' || this.#state.kind === 'failed') await this.#save();
    return this.#state.kind === 'saved';
  }

  /** The host tells what is stored. */
  arrived(stored: StoredDraft): void {
    if (stored.version <= this.#version) return;
    if (this.#saving !== null) this.#late = stored;
    else if (this.#state.kind === 'saved') this.#replace(stored);
    else if (sameFiles(stored.files, this.#files)) this.#replace(stored);
    else this.#become({ kind: 'conflict', theirs: stored });
  }

  /** Ends a conflict in favour of what stands here. */
  keepMine(): Promise<void> {
    if (this.#state.kind !== 'conflict') return Promise.resolve();
    this.#version = this.#state.theirs.version;
    return this.#save();
  }

  /** Ends a conflict in favour of what is stored. */
  takeTheirs(): void {
    if (this.#state.kind === 'conflict') this.#replace(this.#state.theirs);
  }

  /** What isn't saved by then is not saved any more: `flush` first. */
  close(): void {
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  #save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#saving = this.#send().finally(() => {
      this.#saving = null;
      const late = this.#late;
      this.#late = null;
      if (late !== null) this.arrived(late);
    });
    return this.#saving;
  }

  async #send(): Promise<void> {
    const sent = this.#files;
    this.#become(SAVING);
    try {
      const { version } = await this.#port.save(this.#version, sent);
      this.#version = version;
    } catch (error) {
      await this.#refused(apiErrorOf(error));
      return;
    }
    if (this.#files === sent) this.#become(SAVED);
    else this.#saveAfter(PAUSE, CHANGED);
  }

  async #refused(error: ApiError): Promise<void> {
    if (!error.code.includes('.stale-')) {
      this.#saveAfter(RETRY, { kind: 'failed', error });
      return;
    }
    try {
      this.#become({ kind: 'conflict', theirs: await this.#port.read() });
    } catch (unread) {
      this.#saveAfter(RETRY, { kind: 'failed', error: apiErrorOf(unread) });
    }
  }

  #saveAfter(pause: number, state: DraftState): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), pause);
    this.#become(state);
  }

  #replace({ version, files }: StoredDraft): void {
    clearTimeout(this.#timer);
    this.#version = version;
    this.#files = files;
    this.#port.onReplaced(files);
    this.#become(SAVED);
  }

  #become(state: DraftState): void {
    this.#state = state;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function sameFiles(a: Files, b: Files): boolean {
  const paths = Object.keys(a);
  return paths.length === Object.keys(b).length && paths.every((path) => a[path] === b[path]);
}
