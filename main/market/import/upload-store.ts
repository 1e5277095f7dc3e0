import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LARGEST_UPLOAD, type Upload } from '#shared/contract/market.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import { storageError } from '../../db/errors.ts';

/** Uploads that nobody imported are removed after a day. */
const KEPT_MS = 86_400_000;

/** Bytes of the longest name; file systems take 255. */
const LONGEST_NAME = 200;

/** Files that were handed over to be imported, each in a folder of its own under its own name. */
export class UploadStore {
  readonly #folder: string;

  /** @param folder is made when the first file comes */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Takes in a file.
   * @param name as its owner calls it: only the last part counts
   * @param expected bytes that its sender promises, where it does
   * @throws HindcastError `usage.upload-too-large`; of kind `storage` when the disk refuses. Nothing is kept then.
   */
  async receive(
    name: string,
    content: Readable,
    { expected = 0, largest = LARGEST_UPLOAD }: { expected?: number; largest?: number } = {},
  ): Promise<Upload> {
    if (expected > largest) throw tooLarge(largest);
    const upload = randomBytes(16).toString('hex');
    const folder = join(this.#folder, upload);
    const file = join(folder, safeName(name));
    const meter = new Meter(largest);
    try {
      mkdirSync(folder, { recursive: true });
      await pipeline(content, meter, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
      return { upload, name: safeName(name), bytes: meter.bytes };
    } catch (cause) {
      rmSync(folder, { recursive: true, force: true });
      throw cause instanceof HindcastError ? cause : storageError(cause, safeName(name));
    }
  }

  /** @throws HindcastError `usage.no-such-upload` */
  find(upload: string): { path: string; name: string; bytes: number } {
    const folder = join(this.#folder, upload);
    const [name] = namesIn(folder);
    if (!/^[0-9a-f]{32}$/.test(upload) || name === undefined) throw noSuchUpload();
    const path = join(folder, name);
    return { path, name, bytes: statSync(path).size };
  }

  discard(upload: string): void {
    if (/^[0-9a-f]{32}$/.test(upload)) rmSync(join(this.#folder, upload), { recursive: true, force: true });
  }

  /** Removes old uploads. @param needed those that stay in any case */
  prune(needed: ReadonlySet<string>): void {
    const limit = Date.now() - KEPT_MS;
    for (const upload of namesIn(this.#folder)) {
      if (!needed.has(upload) && statSync(join(this.#folder, upload)).mtimeMs < limit) this.discard(upload);
    }
  }

  /** Bytes on the disk. */
  get bytes(): number {
    return namesIn(this.#folder)
      .flatMap((upload) => namesIn(join(this.#folder, upload)).map((name) => join(this.#folder, upload, name)))
      .reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
  }
}

/** Counts bytes and stops at a limit. */
class Meter extends Transform {
  bytes = 0;
  readonly #largest: number;

  constructor(largest: number) {
    super();
    this.#largest = largest;
  }

  override _transform(
    chunk: Uint8Array,
    _: BufferEncoding,
    done: (error: Error | null, chunk?: Uint8Array) => void,
  ): void {
    this.bytes += chunk.length;
    if (this.bytes > this.#largest) done(tooLarge(this.#largest));
    else done(null, chunk);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The last part of a path, without what file systems refuse. Its end is kept: that is where the extension is. */
function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
  const cleaned = last.replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '').replace(/^\.+|[. ]+$/g, '');
  return lastBytes(cleaned, LONGEST_NAME).replace(/^\.+/, '') || 'prices';
}

/** The end of a text, whole characters in at most so many bytes of UTF-8. */
function lastBytes(text: string, most: number): string {
  const bytes = Buffer.from(text);
  let start = Math.max(0, bytes.length - most);
  const isInsideCharacter = () => ((bytes[start] ?? 0) & 0xc0) === 0x80;
  while (isInsideCharacter()) start++;
  return bytes.toString('utf8', start);
}

function tooLarge(largest: number): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.upload-too-large',
    message: `The file is larger than ${Math.floor(largest / 1024 ** 2)} MB.`,
    hint: 'Import it in a terminal (hindcast import), which has no limit.',
  });
}

function noSuchUpload(): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.no-such-upload',
    message: 'The file is no longer there.',
    hint: 'Choose it again.',
  });
}
