import { HindcastError } from '#shared/domain/errors.ts';
import type { MarketConditions } from '../market-conditions.ts';

/**
 * Half the distance between bid and ask that was quoted at the bar, in price points.
 *
 *   half = quotedSpread / 2
 *
 * @throws HindcastError `data.no-spread` where nothing was quoted: trading for free there would flatter the result
 * unseen
 */
export function quotedHalfSpread(_reference: number, { quotedSpread }: MarketConditions): number {
  if (Number.isNaN(quotedSpread)) throw noSpread();
  return quotedSpread / 2;
}

function noSpread(): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.no-spread',
    message: 'The spread series has no value at the bar of a fill.',
    hint: 'Take a series that covers the run, or a spread in percent or in points.',
  });
}
