import type { CostsSpec } from '#shared/domain/costs.ts';
import type { Semantics } from '../semantics/semantics.ts';
import { type PriceToTake, priceToTake } from './price-to-take.ts';

/** What fills come to, by what their orders are for. */
export interface FillPrices {
  readonly enter: PriceToTake;
  readonly enterByLimit: PriceToTake;
  readonly leave: PriceToTake;
  readonly leaveByLimit: PriceToTake;
  /** Stop-losses and trailing stops. */
  readonly protect: PriceToTake;
}

/** A price that is had as it stands. */
const unmoved: PriceToTake = (reference) => ({ reference, spread: 0, slippage: 0, price: reference });

/**
 * Limits fill at their price or better and everything else pays half the spread and the slippage, but for what the
 * semantics exempt.
 */
export function fillPrices(costs: CostsSpec, { spreadOn, slippageOnProtection }: Semantics): FillPrices {
  const withoutSlippage = (spec: CostsSpec): CostsSpec => ({ ...spec, slippage: { model: 'none' } });
  const leaving: CostsSpec = spreadOn === 'entries' ? { ...costs, spread: { model: 'none' } } : costs;
  return {
    enter: priceToTake(costs),
    enterByLimit: spreadOn === 'entries' ? priceToTake(withoutSlippage(costs)) : unmoved,
    leave: priceToTake(leaving),
    leaveByLimit: unmoved,
    protect: priceToTake(slippageOnProtection ? leaving : withoutSlippage(leaving)),
  };
}
