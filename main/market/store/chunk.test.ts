import { describe, expect, it } from 'vitest';
import { BAR_COLUMNS } from '#shared/domain/bars.ts';
import { decodeChunk, encodeChunk } from './chunk.ts';
import { minuteBars } from './fixtures/bars.ts';

describe('chunk', () => {
  it('holds column after column as little-endian Float64', () => {
    const bars = minuteBars(5, 3);
    const bytes = Buffer.from(encodeChunk(bars));
    expect(bytes.length).toBe(3 * 6 * 8);
    BAR_COLUMNS.forEach((name, i) => {
      const column = [0, 1, 2].map((row) => bytes.readDoubleLE((i * 3 + row) * 8));
      expect(column).toEqual([...bars[name]]);
    });
  });

  it('gives back what was put in, wherever its bytes lie in memory', () => {
    const bars = minuteBars(0, 100);
    const bytes = encodeChunk(bars);
    expect(decodeChunk(bytes)).toEqual(bars);
    const shifted = Buffer.alloc(bytes.length + 3).subarray(3);
    shifted.set(bytes);
    expect(shifted.byteOffset % 8).not.toBe(0);
    expect(decodeChunk(shifted)).toEqual(bars);
    const further = new Uint8Array(bytes.length + 64).subarray(64);
    further.set(bytes);
    expect(decodeChunk(further)).toEqual(bars);
  });
});
