type Column = Int8Array | Uint8Array | Int32Array | Float64Array;

/** A record of columns that grow together, such as FillColumns. */
export type Columns<T> = { [K in keyof T]: Column };

/** Copies every column into one of `length` rows, cutting or zero-filling: for growing, and for the final trim. */
export function resizeColumns<T extends Columns<T>>(columns: T, length: number): T {
  const resized: Partial<Record<keyof T, Column>> = {};
  for (const name of Object.keys(columns) as (keyof T)[]) {
    const old = columns[name];
    const grown = new (old.constructor as new (length: number) => Column)(length);
    grown.set(old.length > length ? old.subarray(0, length) : old);
    resized[name] = grown;
  }
  return resized as T;
}
