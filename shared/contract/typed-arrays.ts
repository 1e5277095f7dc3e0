import { z } from 'zod';
import { fromBase64, toBase64 } from './base64.ts';

/** Arrays of numbers that cross the contract, by the name under which they are written. */
const KINDS = { f64: Float64Array, i32: Int32Array, u8: Uint8Array } as const;
type Kind = keyof typeof KINDS;
export type TypedArray = Float64Array | Int32Array | Uint8Array;

function kindOf(value: unknown): Kind | undefined {
  return (Object.keys(KINDS) as Kind[]).find((kind) => value instanceof KINDS[kind]);
}

/**
 * How typed arrays cross a transport that only has JSON: `f64:` and the little-endian bytes in base64. Registered on
 * both sides.
 */
export const typedArraySerializer = {
  type: 30,
  condition: (value: unknown): boolean => kindOf(value) !== undefined,
  serialize(array: TypedArray): string {
    return `${kindOf(array)}:${toBase64(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))}`;
  },
  /** @throws RangeError for anything that isn't such a text */
  deserialize(text: unknown): TypedArray {
    const [, kind, data] = /^(f64|i32|u8):(.*)$/.exec(String(text)) ?? [];
    if (kind === undefined || data === undefined) throw new RangeError('this is no typed array');
    return new KINDS[kind as Kind](fromBase64(data).buffer);
  },
};

/** For programs that speak plain JSON: the numbers, null where there is none. */
export const plainArraySerializer = {
  condition: typedArraySerializer.condition,
  serialize: (array: TypedArray): (number | null)[] =>
    Array.from(array, (value) => (Number.isFinite(value) ? value : null)),
};

/** The most values in one column of an answer. */
export const MOST_VALUES = 2_000;

/** A column of numbers; NaN where there is none. */
export const float64Schema = z
  .custom<Float64Array>((value) => value instanceof Float64Array && value.length <= MOST_VALUES)
  .meta({ description: 'Numbers; null where there is none.', typedArray: 'number' });

export const int32Schema = z
  .custom<Int32Array>((value) => value instanceof Int32Array && value.length <= MOST_VALUES)
  .meta({ description: 'Whole numbers.', typedArray: 'integer' });
