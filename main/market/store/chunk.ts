import { BAR_COLUMNS, type BarColumns } from '#shared/domain/bars.ts';
import { copyCanonical } from '../canonical-numbers.ts';

/** Bars in a full chunk: few enough that an append rewrites little, enough that reading is one long sweep. */
export const CHUNK_ROWS = 4096;

/** The bytes of a chunk: column after column in the order of BAR_COLUMNS, little-endian Float64. */
export function encodeChunk(bars: BarColumns): Uint8Array {
  const rows = bars.time.length;
  const values = new Float64Array(rows * BAR_COLUMNS.length);
  BAR_COLUMNS.forEach((name, i) => {
    copyCanonical(bars[name], values, i * rows);
  });
  return new Uint8Array(values.buffer);
}

/** The bars of a chunk's bytes, as views on them where the memory allows. */
export function decodeChunk(bytes: Uint8Array): BarColumns {
  const isAligned = bytes.byteOffset % Float64Array.BYTES_PER_ELEMENT === 0;
  const { buffer, byteOffset } = isAligned ? bytes : new Uint8Array(bytes);
  const rows = bytes.length / BAR_COLUMNS.length / Float64Array.BYTES_PER_ELEMENT;
  const column = (i: number) => new Float64Array(buffer, byteOffset + i * rows * Float64Array.BYTES_PER_ELEMENT, rows);
  return {
    time: column(0),
    open: column(1),
    high: column(2),
    low: column(3),
    close: column(4),
    volume: column(5),
  };
}

/** Copies all of `from` into `to`, from row `at` on. */
export function copyBars(from: BarColumns, to: BarColumns, at: number): void {
  for (const name of BAR_COLUMNS) to[name].set(from[name], at);
}
