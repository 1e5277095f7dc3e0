import type { CommissionTier, CostsSpec } from '#shared/domain/costs.ts';
import { exactPercent, quantity } from '../figures.ts';

/** What every fill is charged, a sentence for each of commission, spread and slippage. */
export function costsInWords(
  costs: CostsSpec,
  currency: string,
): { commission: string; spread: string; slippage: string } {
  return {
    commission: commissionInWords(costs.commission, currency),
    spread: spreadInWords(costs.spread),
    slippage: slippageInWords(costs.slippage),
  };
}

function commissionInWords(spec: CostsSpec['commission'], currency: string): string {
  switch (spec.model) {
    case 'none':
      return 'None: trading is free of commission.';
    case 'percent':
      return `${exactPercent(spec.fraction)} of the traded value, on every fill.`;
    case 'fixed':
      return `${quantity(spec.amount)} ${currency} for every fill.`;
    case 'fixed-plus-percent':
      return `${quantity(spec.amount)} ${currency} and ${exactPercent(spec.fraction)} of the traded value, for every fill.`;
    case 'per-share': {
      const most =
        spec.maximumFraction === undefined ? [] : [`at most ${exactPercent(spec.maximumFraction)} of the traded value`];
      const parts = [`${quantity(spec.perUnit)} ${currency} a unit`, ...leastInWords(spec.minimum, currency), ...most];
      return `${parts.join(', ')}, for every fill.`;
    }
    case 'tiered': {
      const most = spec.maximum === undefined ? [] : [`at most ${quantity(spec.maximum)} ${currency}`];
      const parts = [tiersInWords(spec.tiers, currency), ...leastInWords(spec.minimum, currency), ...most];
      return `${parts.join(', ')}, on every fill.`;
    }
    case 'maker-taker':
      return `${exactPercent(spec.maker)} of the traded value where a limit order waited for its price, ${exactPercent(spec.taker)} on every other fill.`;
  }
}

function leastInWords(minimum: number | undefined, currency: string): string[] {
  return minimum === undefined ? [] : [`at least ${quantity(minimum)} ${currency}`];
}

function tiersInWords(tiers: readonly CommissionTier[], currency: string): string {
  const parts = tiers.map(({ upTo, fraction }) =>
    upTo === null ? exactPercent(fraction) : `${exactPercent(fraction)} up to ${quantity(upTo)} ${currency}`,
  );
  return parts.length === 1 ? `${parts[0]} of the traded value` : `${parts.join(', ')} beyond, of the traded value`;
}

function spreadInWords(spec: CostsSpec['spread']): string {
  switch (spec.model) {
    case 'none':
      return 'None: bid and ask are the same price.';
    case 'percent':
      return `${exactPercent(spec.fraction)} of the price between bid and ask; market and stop orders pay half of it on every fill.`;
    case 'fixed':
      return `${quantity(spec.points)} price points between bid and ask; market and stop orders pay half of it on every fill.`;
    case 'series':
      return 'As quoted at each bar; market and stop orders pay half of it on every fill.';
  }
}

function slippageInWords(spec: CostsSpec['slippage']): string {
  switch (spec.model) {
    case 'none':
      return 'None: market and stop orders fill at exactly their reference price.';
    case 'percent':
      return `Market and stop orders fill ${exactPercent(spec.fraction)} of the price worse.`;
    case 'ticks':
      return `Market and stop orders fill ${quantity(spec.ticks)} ticks worse.`;
    case 'volume-share':
      return `Market and stop orders fill worse with the square root of their share of the bar’s volume: ${exactPercent(spec.priceImpact)} of the price for all of it${spec.volumeLimit === undefined ? '' : `, counting at most ${exactPercent(spec.volumeLimit)}`}.`;
    case 'volatility':
      return `Market and stop orders fill ${exactPercent(spec.fraction)} of a usual bar’s range worse: the mean true range of the 20 bars before, nothing while there are fewer.`;
  }
}
