import type { BarColumns } from '#shared/domain/bars.ts';
import type { CostsSpec } from '#shared/domain/costs.ts';
import type { Instrument } from '#shared/domain/instrument.ts';
import type { ParamValue } from '#shared/domain/manifest.ts';
import type { Money } from '#shared/domain/units.ts';
import { mergeClocks } from '../engine/clock.ts';
import type { LoadedStrategy } from '../strategy/definition.ts';
import { MarketFeed } from '../strategy/feed.ts';
import { RunMarket } from '../strategy/market.ts';
import type { ModuleScope } from '../strategy/module.ts';
import type { SignalPlan } from './plan.ts';
import { PriceBlocks } from './price-blocks.ts';
import { type TradeTerms, tradeTerms } from './terms.ts';

/** What plans are traded on. */
export interface SignalMarketInput {
  series: { instrument: Instrument; bars: BarColumns };
  cash: Money;
  costs: CostsSpec;
  /** Where the strategy's module learns which bars there are. */
  scope: ModuleScope;
}

/** One symbol's bars and the terms of trading them, made ready once for any number of plans. */
export class SignalMarket {
  readonly bars: BarColumns;
  readonly terms: TradeTerms;
  readonly closes: PriceBlocks;
  readonly #data: RunMarket;

  constructor({ series: { instrument, bars }, cash, costs, scope }: SignalMarketInput) {
    const feed = new MarketFeed([instrument.symbol], [bars], mergeClocks([bars]));
    scope.first = { cursor: feed.of(0).cursor, rows: bars.time.length };
    this.bars = bars;
    this.closes = new PriceBlocks(bars.close);
    this.terms = tradeTerms(instrument, cash, costs);
    this.#data = new RunMarket(feed);
  }

  /**
   * What a signals strategy wants with these parameters.
   * @throws whatever the strategy throws
   */
  plan(strategy: LoadedStrategy, params: Readonly<Record<string, ParamValue>>): SignalPlan {
    if (strategy.signals === null) throw new TypeError(`${strategy.name} decides bar by bar: it has no signals`);
    return strategy.signals(Object.freeze({ data: this.#data, params: Object.freeze({ ...params }) }));
  }
}
