import type { CostsSpec } from '#shared/domain/costs.ts';
import type { MarketFeed } from '../strategy/feed.ts';
import { needsVolatility } from './costs/price-to-take.ts';
import { usualRange } from './costs/volatility.ts';
import type { CostColumns } from './desk.ts';

/** What cost models ask of the market beside the bar itself; computed only for models that ask. */
export class MarketCostColumns implements CostColumns {
  readonly #market: MarketFeed;
  readonly #ranges: readonly Float64Array[] | null;
  readonly #spreads: readonly (Float64Array | null)[];

  /** @param spreads for each symbol the bid-ask distance at each of its bars, in price points */
  constructor(market: MarketFeed, costs: CostsSpec, spreads: readonly (Float64Array | null)[] = []) {
    this.#market = market;
    this.#ranges = needsVolatility(costs) ? market.feeds.map(({ bars }) => usualRange(bars)) : null;
    this.#spreads = spreads;
  }

  volatility(symbol: number): number {
    return this.#ranges?.[symbol]?.[this.#lastRow(symbol)] ?? Number.NaN;
  }

  quotedSpread(symbol: number): number {
    return this.#spreads[symbol]?.[this.#lastRow(symbol)] ?? Number.NaN;
  }

  /** Of the bar that a symbol has now, else of its last one: what must be closed then is closed at that bar's price. */
  #lastRow(symbol: number): number {
    return this.#market.of(symbol).cursor.row;
  }
}
