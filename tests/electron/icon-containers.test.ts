import { describe, expect, test } from 'vitest';
import { ICNS_SIZES, ICO_SIZES, icns, ico } from '../../build/icon-containers.ts';

/** Stands for a PNG: as many bytes as it is wide, each the same. */
const picture = (size: number) => new Uint8Array(size).fill(size % 251);
const pictures = new Map([...ICO_SIZES, ...ICNS_SIZES].map((size) => [size, picture(size)]));

describe('a Windows icon', () => {
  const file = Buffer.from(ico(pictures));

  test('lists its pictures, and holds them where it says', () => {
    expect([file.readUInt16LE(0), file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([0, 1, ICO_SIZES.length]);
    for (const [i, size] of ICO_SIZES.entries()) {
      const entry = file.subarray(6 + 16 * i, 22 + 16 * i);
      expect([entry[0], entry[1], entry[2], entry[3]]).toEqual([size % 256, size % 256, 0, 0]);
      expect([entry.readUInt16LE(4), entry.readUInt16LE(6), entry.readUInt32LE(8)]).toEqual([1, 32, size]);
      const at = entry.readUInt32LE(12);
      expect(new Uint8Array(file.subarray(at, at + size))).toEqual(picture(size));
    }
  });

  test('is no longer than that', () => {
    expect(file.length).toBe(6 + 16 * ICO_SIZES.length + ICO_SIZES.reduce((sum, size) => sum + size, 0));
  });

  test('wants every size', () => {
    expect(() => ico(new Map([[16, picture(16)]]))).toThrow('there is no picture 24 pixels wide');
  });
});

test('a macOS icon names its pictures one behind the other', () => {
  const file = Buffer.from(icns(pictures));
  expect([file.toString('latin1', 0, 4), file.readUInt32BE(4)]).toEqual(['icns', file.length]);
  const found: [string, number][] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at + 4);
    expect(new Uint8Array(file.subarray(at + 8, at + length))).toEqual(picture(length - 8));
    found.push([file.toString('latin1', at, at + 4), length - 8]);
    at += length;
  }
  expect(found).toEqual([
    ['icp4', 16],
    ['icp5', 32],
    ['ic11', 32],
    ['ic12', 64],
    ['ic07', 128],
    ['ic13', 256],
    ['ic08', 256],
    ['ic14', 512],
    ['ic09', 512],
    ['ic10', 1024],
  ]);
});
