import { digitsOfTick } from '../../../ui/format/price.ts';

/** Digits of a price that carry information: what comes behind them is noise of the computer's numbers. */
const SIGNIFICANT = 6;
const LEAST = 2;

/**
 * Decimals with which the prices of a series are written: those of its tick, or where that isn't known, as many as
 * some of its prices need.
 */
export function priceDecimals(tickSize: number, prices: readonly (number | null)[]): number {
  if (tickSize > 0) return digitsOfTick(tickSize);
  const some = prices.filter((price) => price !== null).map(Math.abs);
  const most = Math.min(8, Math.max(LEAST, SIGNIFICANT - digitsBeforePoint(Math.max(0, ...some))));
  return Math.min(most, Math.max(LEAST, ...some.map(digitsOfTick)));
}

function digitsBeforePoint(price: number): number {
  return price === 0 ? SIGNIFICANT : Math.floor(Math.log10(price)) + 1;
}
