type Column = Int8Array | Uint8Array | Int32Array | Float64Array;

/** A record of columns that grow together, such as TradeColumns. */
export type Columns<T> = { [K in keyof T]: Column };

/**
 * Gives every column `length` rows, cutting or zero-filling: for growing, and for the final trim. The memory moves
 * along, mostly without being copied; the old columns are empty afterwards.
 */
export function resizeColumns<T extends Columns<T>>(columns: T, length: number): T {
  const resized: Partial<Record<keyof T, Column>> = {};
  for (const name of Object.keys(columns) as (keyof T)[]) {
    const old = columns[name];
    const memory = (old.buffer as ArrayBuffer).transfer(length * old.BYTES_PER_ELEMENT);
    resized[name] = new (old.constructor as new (memory: ArrayBuffer) => Column)(memory);
  }
  return resized as T;
}
