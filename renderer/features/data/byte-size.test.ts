import { expect, test } from 'vitest';
import { formatBytes } from './byte-size.ts';

test.each([
  [0, '0 bytes'],
  [640, '640 bytes'],
  [999, '999 bytes'],
  [1_000, '1.00 kB'],
  [9_994, '9.99 kB'],
  [9_995, '10.0 kB'],
  [99_940, '99.9 kB'],
  [99_950, '100 kB'],
  [999_400, '999 kB'],
  [999_600, '1.00 MB'],
  [1_240_000, '1.24 MB'],
  [37_200_000_000, '37.2 GB'],
  [5e15, '5000 TB'],
])('%d bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});
