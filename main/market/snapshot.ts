import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { canonicalJson, type Json } from '#shared/domain/canonical-json.ts';
import type { SeriesKey } from '#shared/domain/series.ts';
import { type ImportControls, type ImportOptions, importFile } from './import/import-file.ts';
import { snapshotSource } from './snapshot-source.ts';
import type { MarketStore } from './store/market-store.ts';

/**
 * Stores the bars of a file as they are now, so that a run on it can be repeated whatever becomes of the file.
 * The source's name is made of the file's content: the same file is read once, an edited one is another source.
 * @returns its series, in the order of the store
 * @throws HindcastError of kind `data`
 */
export async function snapshotFile(
  path: string,
  market: MarketStore,
  options: ImportOptions,
  controls: ImportControls,
): Promise<SeriesKey[]> {
  const source = snapshotSource(await contentName(path, options));
  const known = () => market.list().filter((series) => series.source === source);
  if (known().length === 0) await importFile(path, market, { ...options, source }, controls);
  return known();
}

/** The first digits of a hash over the file and how it is read: 48 bits, plenty to tell one user's files apart. */
async function contentName(path: string, options: ImportOptions): Promise<string> {
  const hash = createHash('sha256').update(canonicalJson(options as Json));
  // A file that can't be read gets its error from the import, worded there.
  await pipeline(createReadStream(path), hash).catch(() => hash.end());
  return hash.digest('hex').slice(0, 12);
}
