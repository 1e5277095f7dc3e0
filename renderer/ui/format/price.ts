import { formatDecimal } from './decimal.ts';

/** Decimals that the prices of a tick need, at most 8: 0.1 → 1, 0.25 → 2, 1 → 0. */
export function digitsOfTick(tick: number): number {
  for (let digits = 0; digits < 8; digits += 1) {
    const scaled = tick * 10 ** digits;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-9 * scaled) return digits;
  }
  return 8;
}

/**
 * A price, `84,210.5`; `–` where there is none.
 *
 * @param digits decimals, see digitsOfTick; without, 2, and more below 1 so that four digits are left: `0.004213`
 */
export function formatPrice(price: number, digits = digitsOfSize(Math.abs(price))): string {
  return formatDecimal(price, digits);
}

function digitsOfSize(size: number): number {
  if (size >= 1 || size === 0 || !Number.isFinite(size)) return 2;
  return Math.min(12, 3 - Math.floor(Math.log10(size)));
}
