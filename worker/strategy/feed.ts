import type { BarColumns } from '#shared/domain/bars.ts';
import type { BarQuotes } from '../engine/broker.ts';
import type { RunClock } from '../engine/clock.ts';
import { Cursor } from './series.ts';

/** One symbol's bars as they come in: the columns, and where its cursor stands. */
export class SymbolFeed {
  readonly symbol: string;
  readonly bars: BarColumns;
  readonly cursor: Cursor;
  /** Row of the bar at the current tick, −1 when this symbol has none now. */
  row = -1;
  /** The row of this symbol's bar at each tick, −1 where it has none; null when it has one at every tick. */
  readonly rows: Int32Array | null;

  constructor(symbol: string, bars: BarColumns, rows: Int32Array | null) {
    this.symbol = symbol;
    this.bars = bars;
    this.cursor = new Cursor(bars.time);
    this.rows = rows;
  }

  /** Hides all bars again: what `setup` saw whole is from now on read bar by bar. */
  rewind(): void {
    this.cursor.advance(-1);
  }

  /** Brings in the bar at a tick. */
  advance(tick: number): void {
    const row = this.rows === null ? tick : (this.rows[tick] as number);
    this.row = row;
    if (row >= 0) this.cursor.advance(row);
    else this.cursor.isNew = false;
  }

  /** The tick at which a row of this symbol comes in; the number of ticks when there is no such row. */
  tickOf(row: number, ticks: number): number {
    if (row >= this.bars.time.length) return ticks;
    return this.rows === null ? row : this.rows.indexOf(row);
  }
}

/** The bars of all symbols on the run's clock. */
export class MarketFeed implements BarQuotes {
  readonly time: Float64Array;
  readonly feeds: readonly SymbolFeed[];
  tick = -1;

  constructor(symbols: readonly string[], series: readonly BarColumns[], clock: RunClock) {
    this.time = clock.time;
    this.feeds = series.map((bars, i) => new SymbolFeed(symbols[i] as string, bars, clock.rows[i] ?? null));
  }

  rewind(): void {
    for (const feed of this.feeds) feed.rewind();
  }

  advance(tick: number): void {
    this.tick = tick;
    const feeds = this.feeds;
    for (let i = 0; i < feeds.length; i++) this.of(i).advance(tick);
  }

  of(symbol: number): SymbolFeed {
    return this.feeds[symbol] as SymbolFeed;
  }

  indexOf(symbol: string): number {
    return this.feeds.findIndex((feed) => feed.symbol === symbol);
  }

  row(symbol: number): number {
    return this.of(symbol).row;
  }

  open(symbol: number): number {
    const feed = this.of(symbol);
    return feed.row < 0 ? Number.NaN : (feed.bars.open[feed.row] as number);
  }

  high(symbol: number): number {
    const feed = this.of(symbol);
    return feed.row < 0 ? Number.NaN : (feed.bars.high[feed.row] as number);
  }

  low(symbol: number): number {
    const feed = this.of(symbol);
    return feed.row < 0 ? Number.NaN : (feed.bars.low[feed.row] as number);
  }

  close(symbol: number): number {
    const feed = this.of(symbol);
    return feed.row < 0 ? Number.NaN : (feed.bars.close[feed.row] as number);
  }
}
