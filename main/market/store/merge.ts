import { BAR_COLUMNS, type BarColumns } from '#shared/domain/bars.ts';
import { BarQueue } from './bar-queue.ts';
import { CHUNK_ROWS } from './chunk.ts';
import { ChunkCursor } from './chunk-cursor.ts';
import type { ChunkHead, ChunkTable, StoredBars } from './chunk-table.ts';

/** What an import did to the bars of a series. */
export interface MergeCounts {
  /** Bars at times that the series didn't have. */
  added: number;
  /** Bars at times it had, with other values. */
  replaced: number;
  /** Bars that it had already. */
  unchanged: number;
}

/**
 * Merges the bars of `staged` into those of `series`; where both have a time, the staged bar wins.
 *
 * A chunk takes in the staged bars from its first time up to the next chunk's, the first one also those before,
 * and is written again only if that changes it. What grows beyond a chunk is cut in two of half a chunk or more;
 * only at the end of the series is the rest a chunk of its own, since the next bars will join it.
 */
export function merge(chunks: ChunkTable, series: StoredBars, staged: StoredBars): MergeCounts {
  const counts = { added: 0, replaced: 0, unchanged: 0 };
  const incoming = new ChunkCursor(chunks, staged);
  chunks.heads(series).forEach((head, i, heads) => {
    const next = heads[i + 1];
    if (incoming.time < (next?.firstTime ?? Number.POSITIVE_INFINITY)) {
      mergeIntoChunk(chunks, series, head, next, incoming, counts);
    }
  });
  return counts;
}

function mergeIntoChunk(
  chunks: ChunkTable,
  series: StoredBars,
  head: ChunkHead,
  next: ChunkHead | undefined,
  incoming: ChunkCursor,
  counts: MergeCounts,
): void {
  const until = next?.firstTime ?? Number.POSITIVE_INFINITY;
  const stored = chunks.read(series, head);
  const merged = new BarQueue();
  const write = (bars: BarColumns) => chunks.write(series, bars);
  let row = 0;
  let hasChanged = false;
  const change = () => {
    if (!hasChanged) chunks.remove(series, head);
    hasChanged = true;
  };

  for (;;) {
    const storedTime = stored.time[row] ?? Number.POSITIVE_INFINITY;
    const incomingTime = incoming.time < until ? incoming.time : Number.POSITIVE_INFINITY;
    if (storedTime === Number.POSITIVE_INFINITY && incomingTime === Number.POSITIVE_INFINITY) break;
    if (storedTime < incomingTime) {
      merged.push(stored, row++);
    } else {
      if (incomingTime < storedTime) {
        counts.added++;
        change();
      } else if (isSameBar(stored, row++, incoming.bars, incoming.row)) {
        counts.unchanged++;
      } else {
        counts.replaced++;
        change();
      }
      merged.push(incoming.bars, incoming.row);
      incoming.advance();
    }
    if (merged.rows === 2 * CHUNK_ROWS) merged.takeFirst(CHUNK_ROWS, write);
  }

  if (!hasChanged) return;
  if (next && merged.rows > CHUNK_ROWS) merged.takeFirst(Math.ceil(merged.rows / 2), write);
  while (merged.rows > 0) merged.takeFirst(CHUNK_ROWS, write);
}

/** Bars from disk hold one NaN and one zero, so `Object.is` compares their bytes. */
function isSameBar(a: BarColumns, rowOfA: number, b: BarColumns, rowOfB: number): boolean {
  return BAR_COLUMNS.every((name) => Object.is(a[name][rowOfA], b[name][rowOfB]));
}
