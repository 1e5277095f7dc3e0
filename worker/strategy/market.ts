import { HindcastError } from '#shared/domain/errors.ts';
import { fitsInto, isTimeframe, TIMEFRAMES, type Timeframe } from '#shared/domain/timeframe.ts';
import type { Bars, BaseBars, CurrentBar, Market } from '#shared/strategy-api/market.ts';
import { sealForStrategies } from './expose.ts';
import type { BarFeed, HigherFeed, MarketFeed, SymbolFeed } from './feed.ts';
import { ColumnSeries } from './series.ts';

let readFeed: (bars: SymbolBars) => BarFeed;
let isBars: (value: object) => value is SymbolBars;

/** The bars of one symbol in one timeframe, as a strategy reads them. */
export class SymbolBars implements Bars {
  readonly symbol: string;
  readonly open: ColumnSeries;
  readonly high: ColumnSeries;
  readonly low: ColumnSeries;
  readonly close: ColumnSeries;
  readonly volume: ColumnSeries;
  readonly time: ColumnSeries;
  readonly #feed: BarFeed;

  static {
    readFeed = (bars) => bars.#feed;
    isBars = (value): value is SymbolBars => #feed in value;
  }

  constructor(feed: BarFeed) {
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
    return this.#feed.cursor.isNew;
  }
}

/** The bars of one symbol that the run goes through, from which its higher timeframes are made. */
export class RunBars extends SymbolBars implements BaseBars {
  readonly #base: SymbolFeed;
  readonly #higher = new Map<HigherFeed, SymbolBars>();

  constructor(base: SymbolFeed) {
    super(base);
    this.#base = base;
  }

  at(timeframe: Timeframe): Bars {
    const feed = higherFeed(this.#base, timeframe);
    const bars = this.#higher.get(feed) ?? new SymbolBars(feed);
    this.#higher.set(feed, Object.freeze(bars) as SymbolBars);
    return bars;
  }
}

/** The market of a run: the first symbol's bars, and the others by name. */
export class RunMarket extends RunBars implements Market {
  readonly symbols: readonly string[];
  readonly #bySymbol: ReadonlyMap<string, RunBars>;

  constructor(market: MarketFeed) {
    super(market.of(0));
    this.symbols = Object.freeze(market.feeds.map((feed) => feed.symbol));
    const others = market.feeds.slice(1).map((feed) => new RunBars(feed));
    this.#bySymbol = new Map<string, RunBars>([this, ...others].map((bars) => [bars.symbol, bars]));
    for (const bars of this.#bySymbol.values()) Object.freeze(bars);
  }

  of(symbol: string): BaseBars {
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

/** The feed behind bars, for indicators; the caller must not let it out. */
export function feedOf(bars: SymbolBars): BarFeed {
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

function higherFeed(feed: SymbolFeed, timeframe: unknown): HigherFeed {
  if (typeof timeframe !== 'string' || !isTimeframe(timeframe)) throw unknownTimeframe(timeframe);
  if (!fitsInto(feed.timeframe, timeframe)) throw notHigher(feed, timeframe);
  try {
    const higher = feed.at(timeframe);
    if (higher.bars.time.length === 0 && feed.bars.time.length > 0) throw outsideSession(feed);
    return higher;
  } catch (error) {
    // Our own error classes stay on our side of the sandbox.
    throw error instanceof HindcastError ? new RangeError(error.detail.message) : error;
  }
}

function unknownTimeframe(timeframe: unknown): Error {
  const names = Object.keys(TIMEFRAMES).join(', ');
  return new RangeError(`data.at: there is no timeframe ${String(timeframe).slice(0, 40)}. There are ${names}.`);
}

function notHigher({ symbol, timeframe: own }: SymbolFeed, timeframe: Timeframe): Error {
  const possible = Object.keys(TIMEFRAMES).filter((other) => isTimeframe(other) && fitsInto(own, other));
  return new RangeError(
    `data.at: bars of ${timeframe} can't be made of the ${own} bars of ${symbol}. ` +
      `Possible: ${possible.join(', ') || 'none'}.`,
  );
}

function outsideSession({ symbol }: SymbolFeed): Error {
  return new RangeError(`data.at: all bars of ${symbol} lie outside its session.`);
}

sealForStrategies([SymbolBars, RunBars, RunMarket, LatestBar]);
