import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';
import { float64Schema, int32Schema, MOST_VALUES, plainArraySerializer, typedArraySerializer } from './typed-arrays.ts';

describe('base64', () => {
  it('is that of everybody else, both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64');
        expect(toBase64(bytes)).toBe(text);
        expect([...fromBase64(text)]).toEqual([...bytes]);
      }),
    );
  });

  it.each(['a', 'abc', 'ab=d', 'a===', 'ab!d', 'abcé', '====', 'ab==cdef'])('refuses %s', (text) => {
    expect(() => fromBase64(text)).toThrow(RangeError);
  });

  it('gives bytes or a RangeError, whatever comes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          expect(fromBase64(text).length).toBeLessThanOrEqual(text.length);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});

describe('typed arrays', () => {
  it.each([
    Float64Array.of(1.5, Number.NaN, Number.NEGATIVE_INFINITY, -0),
    Int32Array.of(-1, 2 ** 31 - 1),
    Uint8Array.of(0, 255),
    new Float64Array(0),
    new Float64Array([1, 2, 3, 4]).subarray(1, 3),
  ])('cross as text and come back', (array) => {
    expect(typedArraySerializer.condition(array)).toBe(true);
    const text = typedArraySerializer.serialize(array);
    expect(text).toMatch(/^(f64|i32|u8):/);
    const back = typedArraySerializer.deserialize(text);
    expect(back).toEqual(array.slice());
    expect(back.constructor).toBe(array.constructor);
  });

  it('are little-endian', () => {
    expect(typedArraySerializer.serialize(Int32Array.of(1))).toBe('i32:AQAAAA==');
  });

  it.each(['f64:AAAA', 'f32:AAAA', 'AAAA', 5, null, 'i32:AQAAAA==\n'])('refuse %j', (text) => {
    expect(() => typedArraySerializer.deserialize(text)).toThrow(RangeError);
  });

  it('are nothing else', () => {
    for (const value of [[1], new Uint16Array(1), 'f64:', null])
      expect(typedArraySerializer.condition(value)).toBe(false);
  });

  it('are plain numbers for others, null where there is none', () => {
    const array = Float64Array.of(1, Number.NaN, Number.POSITIVE_INFINITY);
    expect(plainArraySerializer.serialize(array)).toEqual([1, null, null]);
  });

  it('have a kind and a limit', () => {
    expect(float64Schema.safeParse(new Float64Array(MOST_VALUES)).success).toBe(true);
    expect(float64Schema.safeParse(new Float64Array(MOST_VALUES + 1)).success).toBe(false);
    expect(float64Schema.safeParse(new Int32Array(1)).success).toBe(false);
    expect(int32Schema.safeParse(new Int32Array(MOST_VALUES)).success).toBe(true);
    expect(int32Schema.safeParse(new Int32Array(MOST_VALUES + 1)).success).toBe(false);
    expect(int32Schema.safeParse(new Float64Array(1)).success).toBe(false);
  });
});
