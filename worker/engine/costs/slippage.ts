import type { SlippageSpec } from '#shared/domain/costs.ts';
import type { MarketConditions } from './market-conditions.ts';
import { percentSlippage } from './slippage/percent.ts';
import { tickSlippage } from './slippage/ticks.ts';
import { volatilitySlippage } from './slippage/volatility.ts';
import { volumeShareSlippage } from './slippage/volume-share.ts';

/** How many price points worse than the reference price a market or stop fill of `qty` units is. */
export type Slippage = (reference: number, qty: number, conditions: MarketConditions) => number;

export function slippageModel(spec: SlippageSpec): Slippage {
  switch (spec.model) {
    case 'none':
      return () => 0;
    case 'percent':
      return percentSlippage(spec.fraction);
    case 'ticks':
      return tickSlippage(spec.ticks);
    case 'volume-share':
      return volumeShareSlippage(spec.priceImpact, spec.volumeLimit);
    case 'volatility':
      return volatilitySlippage(spec.fraction);
  }
}
