const TYPES = { i8: Int8Array, u8: Uint8Array, i32: Int32Array, f64: Float64Array } as const;

export type Column = Int8Array | Uint8Array | Int32Array | Float64Array;
export type ColumnType = keyof typeof TYPES;

/** One column as it is stored: little-endian bytes and the type of its elements. */
export interface StoredColumn {
  name: string;
  type: string;
  data: Uint8Array;
}

export function encodeColumn(name: string, column: Column): StoredColumn {
  const data = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  return { name, type: typeOf(column), data };
}

/** @throws RangeError when the bytes can't be a column of that type */
export function decodeColumn({ name, type, data }: StoredColumn): Column {
  const Typed = Object.hasOwn(TYPES, type) ? TYPES[type as ColumnType] : undefined;
  if (Typed === undefined || data.byteLength % Typed.BYTES_PER_ELEMENT !== 0) {
    throw new RangeError(`column ${name} is no ${type}`);
  }
  // A copy: the bytes of a database row need not lie where a typed array can start.
  const bytes = new Uint8Array(data);
  return new Typed(bytes.buffer, 0, bytes.byteLength / Typed.BYTES_PER_ELEMENT);
}

function typeOf(column: Column): ColumnType {
  if (column instanceof Float64Array) return 'f64';
  if (column instanceof Int32Array) return 'i32';
  return column instanceof Int8Array ? 'i8' : 'u8';
}
