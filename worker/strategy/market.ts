import type { Bars, CurrentBar, Market } from '#shared/strategy-api/market.ts';
import { sealForStrategies } from './expose.ts';
import type { MarketFeed, SymbolFeed } from './feed.ts';
import { ColumnSeries } from './series.ts';

let readFeed: (bars: SymbolBars) => SymbolFeed;
let isBars: (value: object) => value is SymbolBars;

/** The bars of one symbol, as a strategy reads them. */
export class SymbolBars implements Bars {
  readonly symbol: string;
  readonly open: ColumnSeries;
  readonly high: ColumnSeries;
  readonly low: ColumnSeries;
  readonly close: ColumnSeries;
  readonly volume: ColumnSeries;
  readonly time: ColumnSeries;
  readonly #feed: SymbolFeed;

  static {
    readFeed = (bars) => bars.#feed;
    isBars = (value): value is SymbolBars => #feed in value;
  }

  constructor(feed: SymbolFeed) {
    const { bars, cursor } = feed;
    this.#feed = feed;
    this.symbol = feed.symbol;
    this.open = new ColumnSeries(bars.open, cursor);
    this.high = new ColumnSeries(bars.high, cursor);
    this.low = new ColumnSeries(bars.low, cursor);
    this.close = new ColumnSeries(bars.close, cursor);
    this.volume = new ColumnSeries(bars.volume, cursor);
    this.time = new ColumnSeries(bars.time, cursor);
  }

  get hasBar(): boolean {
    return this.#feed.row >= 0;
  }
}

/** The market of a run: the first symbol's bars, and the others by name. */
export class RunMarket extends SymbolBars implements Market {
  readonly symbols: readonly string[];
  readonly #bySymbol: ReadonlyMap<string, SymbolBars>;

  constructor(market: MarketFeed) {
    super(market.of(0));
    this.symbols = Object.freeze(market.feeds.map((feed) => feed.symbol));
    const others = market.feeds.slice(1).map((feed) => new SymbolBars(feed));
    this.#bySymbol = new Map([this, ...others].map((bars) => [bars.symbol, bars]));
    for (const bars of this.#bySymbol.values()) Object.freeze(bars);
  }

  of(symbol: string): Bars {
    const bars = this.#bySymbol.get(symbol);
    if (bars === undefined) throw unknownSymbol('data.of', symbol, this.symbols);
    return bars;
  }
}

/** The first symbol's latest bar. */
export class LatestBar implements CurrentBar {
  readonly #market: MarketFeed;
  readonly #feed: SymbolFeed;

  constructor(market: MarketFeed) {
    this.#market = market;
    this.#feed = market.of(0);
    Object.freeze(this);
  }

  get index(): number {
    return this.#market.tick;
  }
  get time(): number {
    return this.#market.time[this.#market.tick] as number;
  }
  get open(): number {
    return this.#at(this.#feed.bars.open);
  }
  get high(): number {
    return this.#at(this.#feed.bars.high);
  }
  get low(): number {
    return this.#at(this.#feed.bars.low);
  }
  get close(): number {
    return this.#at(this.#feed.bars.close);
  }
  get volume(): number {
    return this.#at(this.#feed.bars.volume);
  }

  #at(column: Float64Array): number {
    const row = this.#feed.cursor.row;
    return row < 0 ? Number.NaN : (column[row] as number);
  }
}

/** The feed behind the bars of a symbol, for indicators; the caller must not let it out. */
export function feedOf(bars: SymbolBars): SymbolFeed {
  return readFeed(bars);
}

/** True for bars of the engine, whatever else a strategy hands over. */
export function isSymbolBars(value: unknown): value is SymbolBars {
  return typeof value === 'object' && value !== null && isBars(value);
}

export function unknownSymbol(call: string, symbol: unknown, symbols: readonly string[]): Error {
  return new Error(
    `${call}: there is no symbol ${String(symbol).slice(0, 40)} in this run. It has ${symbols.join(', ')}.`,
  );
}

sealForStrategies([SymbolBars, RunMarket, LatestBar]);
