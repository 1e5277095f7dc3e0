import type { Readable } from 'node:stream';
import * as yauzl from 'yauzl';
import { archiveChoice, archiveUnreadable, entryUnreadable, noSuchEntry, spreadsheet } from './import-errors.ts';

/** The data file in a ZIP archive, ready to be read. */
export interface ZipEntry {
  name: string;
  packedSize: number;
  size: number;
  stream: Readable;
  close(): void;
}

const DATA_FILE = /\.(?:csv|txt|tsv|psv|prn|json|jsonl|ndjson)$/i;

/**
 * Opens the one data file of an archive, or the one called `wanted`.
 * @throws HindcastError `data.archive-choice` when several may be meant, `import.entry` when none is called so,
 * `data.archive-unreadable` when the archive is broken, encrypted or packed in a way that isn't supported.
 */
export async function openZipEntry(path: string, wanted: string | undefined): Promise<ZipEntry> {
  const archive = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false }).catch((cause: unknown) => {
    throw archiveUnreadable('ZIP', cause);
  });
  try {
    const entry = choose(await listEntries(archive), wanted);
    if (entry.isEncrypted()) throw entryUnreadable(entry.fileName, 'is encrypted');
    if (!entry.canDecodeFileData()) throw entryUnreadable(entry.fileName, "is packed in a way that isn't supported");
    const stream = await archive.openReadStreamPromise(entry).catch((cause: unknown) => {
      throw archiveUnreadable('ZIP', cause);
    });
    return {
      name: entry.fileName,
      packedSize: entry.compressedSize,
      size: entry.uncompressedSize,
      stream,
      close: () => archive.close(),
    };
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function listEntries(archive: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  const entries: yauzl.Entry[] = [];
  try {
    for await (const entry of archive.eachEntry()) entries.push(entry);
  } catch (cause) {
    throw archiveUnreadable('ZIP', cause);
  }
  return entries;
}

function choose(entries: readonly yauzl.Entry[], wanted: string | undefined): yauzl.Entry {
  const files = entries.filter(({ fileName }) => !fileName.endsWith('/') && !fileName.startsWith('__MACOSX/'));
  const names = files.map(({ fileName }) => fileName);
  if (wanted !== undefined) {
    const named = files.find(({ fileName }) => fileName === wanted);
    if (named === undefined) throw noSuchEntry(wanted, names);
    return named;
  }
  if (names.includes('[Content_Types].xml')) throw spreadsheet();
  const data = files.filter(({ fileName }) => DATA_FILE.test(fileName));
  const candidates = data.length > 0 ? data : files;
  const [only] = candidates;
  if (only === undefined || candidates.length > 1) {
    throw archiveChoice(candidates.map(({ fileName }) => fileName));
  }
  return only;
}
