import { createHash } from 'node:crypto';
import { BAR_COLUMNS, type BarColumns } from '#shared/domain/bars.ts';
import { copyCanonical } from './canonical-numbers.ts';

const BLOCK_ROWS = 4096;

/**
 * The hash of a series whose bars come in pieces, oldest first: how they are cut makes no difference.
 *
 *   SHA-256( SHA-256(time) ‖ SHA-256(open) ‖ … ‖ SHA-256(volume) )
 *
 * Each column is hashed as little-endian Float64, with one NaN and one zero. (Every processor that Hindcast runs
 * on is little-endian.)
 */
export class SeriesHash {
  readonly #columns = BAR_COLUMNS.map((name) => ({ name, hash: createHash('sha256') }));
  readonly #block = new Float64Array(BLOCK_ROWS);

  update(bars: BarColumns): this {
    for (const { name, hash } of this.#columns) {
      const column = bars[name];
      for (let start = 0; start < column.length; start += BLOCK_ROWS) {
        const values = column.subarray(start, start + BLOCK_ROWS);
        copyCanonical(values, this.#block, 0);
        hash.update(this.#block.subarray(0, values.length));
      }
    }
    return this;
  }

  /** 64 hexadecimal digits. To be called once. */
  digest(): string {
    const whole = createHash('sha256');
    for (const { hash } of this.#columns) whole.update(hash.digest());
    return whole.digest('hex');
  }
}

/** The hash of a series, over its bars alone: the same bars give the same hash. */
export function seriesHash(bars: BarColumns): string {
  return new SeriesHash().update(bars).digest();
}
