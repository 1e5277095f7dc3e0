import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { HindcastError } from '#shared/domain/errors.ts';
import {
  archiveUnreadable,
  emptyFile,
  fileMissing,
  fileUnreadable,
  notAFile,
  unpacksTooLarge,
} from './import-errors.ts';
import type { Packing } from './import-report.ts';
import { openZipEntry } from './zip-entry.ts';

/** A file of prices that was opened, unpacked on the way where it is packed. */
export interface PriceFile {
  path: string;
  /** Name of the file itself, or of the one inside an archive. */
  name: string;
  packing: Packing;
  isParquet: boolean;
  /** Size by which progress is measured. */
  bytesTotal: number;
  bytesRead(): number;
  /** The bytes of the unpacked file, at most 256 KB a piece; not for Parquet, which isn't read in order. */
  chunks: AsyncIterator<Uint8Array>;
  close(): void;
}

const CHUNK_BYTES = 64 * 1024;
/** An archive is a bomb when it unpacks to more than 1000 times its size and to more than 100 MB. */
const BOMB_RATIO = 1000;
const BOMB_BYTES = 100_000_000;

/**
 * Opens a file of prices. What it is, is told by its first bytes, not by its name.
 * @param entry name of the file inside a ZIP archive that has several
 * @throws HindcastError when there is no such file, it is empty, or its archive can't be read.
 */
export async function openPriceFile(path: string, entry?: string): Promise<PriceFile> {
  const { size, magic } = await inspect(path);
  if (magic.startsWith('PK\x03\x04') || magic.startsWith('PK\x05\x06')) return openZip(path, entry);
  if (magic.startsWith('\x1f\x8b')) return openGzip(path, size);
  const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  return {
    path,
    name: path,
    packing: 'none',
    isParquet: magic === 'PAR1',
    bytesTotal: size,
    bytesRead: () => stream.bytesRead,
    chunks: pieces(stream, (cause) => fileUnreadable(cause)),
    close: () => stream.destroy(),
  };
}

async function inspect(path: string): Promise<{ size: number; magic: string }> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw notAFile();
    if (found.size === 0) throw emptyFile();
    const handle = await open(path);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      return { size: found.size, magic: buffer.toString('latin1', 0, bytesRead) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof HindcastError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw fileMissing();
    throw fileUnreadable(error);
  }
}

function openGzip(path: string, size: number): PriceFile {
  const packed = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  // The error arrives at whoever reads the unpacked side.
  const unpacked = pipeline(packed, createGunzip({ chunkSize: CHUNK_BYTES }), () => {});
  return {
    path,
    name: path,
    packing: 'gzip',
    isParquet: false,
    bytesTotal: size,
    bytesRead: () => packed.bytesRead,
    chunks: defused(
      size,
      pieces(unpacked, (cause) => archiveUnreadable('gzip', cause)),
    ),
    close: () => {
      packed.destroy();
      unpacked.destroy();
    },
  };
}

async function openZip(path: string, wanted: string | undefined): Promise<PriceFile> {
  const entry = await openZipEntry(path, wanted);
  let read = 0;
  async function* counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      read += chunk.length;
      yield chunk;
    }
  }
  return {
    path,
    name: entry.name,
    packing: 'zip',
    isParquet: false,
    bytesTotal: entry.size,
    bytesRead: () => read,
    chunks: defused(entry.packedSize, counted(pieces(entry.stream, (cause) => archiveUnreadable('ZIP', cause)))),
    close: () => {
      entry.stream.destroy();
      entry.close();
    },
  };
}

/** The pieces of a stream; its errors become errors for the user. */
async function* pieces(stream: Readable, asError: (cause: unknown) => HindcastError): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (cause) {
    throw asError(cause);
  }
}

async function* defused(packedSize: number, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let unpacked = 0;
  for await (const chunk of chunks) {
    unpacked += chunk.length;
    if (unpacked > BOMB_BYTES && unpacked > BOMB_RATIO * packedSize) throw unpacksTooLarge();
    yield chunk;
  }
}
