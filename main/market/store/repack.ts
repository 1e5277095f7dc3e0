import type { BarColumns } from '#shared/domain/bars.ts';
import { BarQueue } from './bar-queue.ts';
import { CHUNK_ROWS } from './chunk.ts';
import { type ChunkHead, type ChunkTable, rowsOf, type StoredBars } from './chunk-table.ts';

/** How many times more chunks there are than the bars need. */
export function looseness(heads: readonly ChunkHead[]): number {
  return heads.length / Math.ceil(rowsOf(heads) / CHUNK_ROWS);
}

/** Writes the bars of a series again as full chunks, the last one with the rest. */
export function repack(chunks: ChunkTable, series: StoredBars): void {
  const queue = new BarQueue();
  const write = (bars: BarColumns) => chunks.write(series, bars);
  for (const head of chunks.heads(series)) {
    queue.append(chunks.read(series, head));
    chunks.remove(series, head);
    while (queue.rows >= CHUNK_ROWS) queue.takeFirst(CHUNK_ROWS, write);
  }
  if (queue.rows > 0) queue.takeFirst(CHUNK_ROWS, write);
}
