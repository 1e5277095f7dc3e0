import type { Ms } from '#shared/domain/units.ts';
import { SeriesHash } from '../series-hash.ts';
import { type ChunkTable, rowsOf, type StoredBars } from './chunk-table.ts';

/** What describes the bars of a series. */
export interface SeriesContent {
  rows: number;
  firstTime: Ms;
  lastTime: Ms;
  hash: string;
}

/** Reads all bars of a series once; undefined when it has none. */
export function contentOf(chunks: ChunkTable, series: StoredBars): SeriesContent | undefined {
  const heads = chunks.heads(series);
  const [first] = heads;
  const last = heads.at(-1);
  if (!first || !last) return undefined;
  const hash = new SeriesHash();
  for (const head of heads) hash.update(chunks.read(series, head));
  return { rows: rowsOf(heads), firstTime: first.firstTime, lastTime: last.lastTime, hash: hash.digest() };
}
