import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateBars, BAR_COLUMNS, sliceBars } from '#shared/domain/bars.ts';
import { SeriesHash, seriesHash } from './series-hash.ts';
import { minuteBars } from './store/fixtures/bars.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

describe('seriesHash', () => {
  it('is the hash of the hashes of the columns', () => {
    const bars = allocateBars(2, 'shared');
    BAR_COLUMNS.forEach((name, i) => {
      bars[name].set([i + 0.5, i + 1.5]);
    });
    const columns = BAR_COLUMNS.map((_, i) => {
      const bytes = Buffer.alloc(16);
      bytes.writeDoubleLE(i + 0.5, 0);
      bytes.writeDoubleLE(i + 1.5, 8);
      return sha256(bytes);
    });
    expect(seriesHash(bars)).toBe(sha256(Buffer.concat(columns)).toString('hex'));
  });

  it('never changes, since manifests hold it', () => {
    const bars = allocateBars(3, 'own');
    bars.time.set([0, 60_000, 120_000]);
    bars.close.set([1.5, Number.NaN, -2]);
    expect(seriesHash(bars)).toBe('9df811975eb682580a0cbb817b54b296701eab86130f42a34eabd79578127005');
  });

  it('does not depend on how the bars are cut', () => {
    const bars = minuteBars(0, 10_000);
    const whole = seriesHash(bars);
    const cuts = fc.array(fc.nat(10_000), { maxLength: 8 }).map((list) => [0, ...list.sort((a, b) => a - b), 10_000]);
    fc.assert(
      fc.property(cuts, (positions) => {
        const hash = new SeriesHash();
        positions.slice(1).forEach((end, i) => {
          hash.update(sliceBars(bars, positions[i] as number, end));
        });
        expect(hash.digest()).toBe(whole);
      }),
      { numRuns: 20 },
    );
  });

  it('tells every column and every row from the others', () => {
    const hashes = new Set([seriesHash(minuteBars(0, 5_000))]);
    for (const name of BAR_COLUMNS) {
      for (const row of [0, 4_095, 4_096, 4_999]) {
        const bars = minuteBars(0, 5_000);
        bars[name][row] = 7;
        hashes.add(seriesHash(bars));
      }
    }
    hashes.add(seriesHash(minuteBars(0, 4_999)));
    expect(hashes.size).toBe(1 + 6 * 4 + 1);
  });

  it('knows one NaN and one zero', () => {
    const bars = minuteBars(0, 2);
    const other = minuteBars(0, 2);
    bars.volume.set([Number.NaN, 0]);
    new BigUint64Array(other.volume.buffer).set([0xfff8000000000001n, 0x8000000000000000n]);
    expect(other.volume).toEqual(new Float64Array([Number.NaN, -0]));
    expect(seriesHash(other)).toBe(seriesHash(bars));
  });
});
