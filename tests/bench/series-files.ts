import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allocateBars, BAR_COLUMNS, type BarColumns } from '#shared/domain/bars.ts';

/** Writes each column as `<name>.f64`, little-endian doubles, for programs that share no memory with this one. */
export function writeSeries(folder: string, bars: BarColumns): void {
  for (const name of BAR_COLUMNS) writeFileSync(join(folder, `${name}.f64`), bytesOf(bars[name]));
}

/** The columns that `writeSeries` wrote, straight into shared memory: nothing else is allocated on the way. */
export function readSeries(folder: string, rows: number): BarColumns {
  const bars = allocateBars(rows, 'shared');
  for (const name of BAR_COLUMNS) {
    const file = openSync(join(folder, `${name}.f64`), 'r');
    readSync(file, bytesOf(bars[name]));
    closeSync(file);
  }
  return bars;
}

/** Any column of doubles, also one that another program wrote. */
export function readColumn(file: string): Float64Array {
  const bytes = readFileSync(file);
  return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / Float64Array.BYTES_PER_ELEMENT);
}

function bytesOf(column: Float64Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}
