import type { MarketConditions } from './market-conditions.ts';

/** A market of which nothing is known but what a test says. */
export function conditions(known: Partial<MarketConditions> = {}): MarketConditions {
  return { tickSize: 0, volume: Number.NaN, volatility: Number.NaN, quotedSpread: Number.NaN, ...known };
}
