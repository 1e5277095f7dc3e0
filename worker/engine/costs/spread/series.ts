import type { MarketConditions } from '../market-conditions.ts';

/**
 * Half the distance between bid and ask that was quoted at the bar, in price points.
 *
 *   half = quotedSpread / 2
 *
 * @throws RangeError where nothing was quoted: trading for free there would flatter the result unseen
 */
export function quotedHalfSpread(_reference: number, { quotedSpread }: MarketConditions): number {
  if (Number.isNaN(quotedSpread)) throw new RangeError('the spread series has no value at the bar of a fill');
  return quotedSpread / 2;
}
