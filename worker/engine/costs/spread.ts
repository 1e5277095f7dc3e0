import type { SpreadSpec } from '#shared/domain/costs.ts';
import type { MarketConditions } from './market-conditions.ts';
import { fixedHalfSpread } from './spread/fixed.ts';
import { percentHalfSpread } from './spread/percent.ts';
import { quotedHalfSpread } from './spread/series.ts';

/** Half the distance between bid and ask, in price points, at a reference price. */
export type HalfSpread = (reference: number, conditions: MarketConditions) => number;

export function halfSpreadModel(spec: SpreadSpec): HalfSpread {
  switch (spec.model) {
    case 'none':
      return () => 0;
    case 'percent':
      return percentHalfSpread(spec.fraction);
    case 'fixed':
      return fixedHalfSpread(spec.points);
    case 'series':
      return quotedHalfSpread;
  }
}
