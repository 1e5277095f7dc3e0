import type { CostsSpec } from '#shared/domain/costs.ts';
import type { Quote } from '../deal.ts';
import type { Direction } from '../order.ts';
import type { MarketConditions } from './market-conditions.ts';
import { slippageModel } from './slippage.ts';
import { halfSpreadModel } from './spread.ts';

/** What taking liquidity at a reference price comes to: half the spread and the slippage against the trader. */
export type PriceToTake = (reference: number, direction: Direction, qty: number, conditions: MarketConditions) => Quote;

/** Costs take a whole price at most: nobody pays for selling. */
export function priceToTake(costs: CostsSpec): PriceToTake {
  const halfSpread = halfSpreadModel(costs.spread);
  const slip = slippageModel(costs.slippage);
  return (reference, direction, qty, conditions) => {
    const spread = Math.min(reference, halfSpread(reference, conditions));
    const slippage = Math.min(reference - spread, slip(reference, qty, conditions));
    return { reference, spread, slippage, price: reference + direction * (spread + slippage) };
  };
}

/** True when a cost model needs the column of usual ranges, so that the engine computes it only then. */
export function needsVolatility({ slippage }: CostsSpec): boolean {
  return slippage.model === 'volatility';
}
