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
import { type MeasuringPeriods, measuringPeriods } from './measures/measuring-periods.ts';
import type { SignalPlan } from './plan.ts';
import { blockExtremes, type Extremes, extremesOf } from './price-extremes.ts';
import { TradeTerms } from './terms.ts';

/** What plans are traded on. */
export interface SignalMarketInput {
  series: { instrument: Instrument; bars: BarColumns };
  cash: Money;
  costs: CostsSpec;
  /** Where the strategy's module learns which bars there are. */
  scope: ModuleScope;
}

/**
 * One symbol's bars and the terms of trading them, for any number of plans: what they have in common is worked out
 * once. It lives as long as one task: the columns of its indicators belong to the next one after that.
 */
export class SignalMarket {
  readonly bars: BarColumns;
  readonly terms: TradeTerms;
  readonly #data: RunMarket;
  #extremes: Extremes | null = null;
  #blocks: Float64Array | null = null;
  #periods: MeasuringPeriods | null = null;

  constructor({ series: { instrument, bars }, cash, costs, scope }: SignalMarketInput) {
    const feed = new MarketFeed([instrument.symbol], [bars], mergeClocks([bars]));
    scope.first = { cursor: feed.of(0).cursor, rows: bars.time.length };
    this.bars = bars;
    this.terms = new TradeTerms(instrument, cash, costs);
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

  /** How far the close ever went. */
  get extremes(): Extremes {
    this.#extremes ??= extremesOf(this.bars.close);
    return this.#extremes;
  }

  /** How far it went in each block of bars: see `blockExtremes`. */
  get blockExtremes(): Float64Array {
    this.#blocks ??= blockExtremes(this.bars.close);
    return this.#blocks;
  }

  get periods(): MeasuringPeriods {
    this.#periods ??= measuringPeriods(this.bars.time);
    return this.#periods;
  }
}
