import type { BarColumns } from '#shared/domain/bars.ts';
import { SESSIONS, type Session } from '#shared/domain/session.ts';
import type { Timeframe } from '#shared/domain/timeframe.ts';
import type { Ms } from '#shared/domain/units.ts';
import type { RunClock } from '../engine/clock.ts';
import type { BarQuotes } from '../engine/quotes.ts';
import { baseTimeframe } from '../timeframes/base-timeframe.ts';
import { type HigherBars, resample } from '../timeframes/resample.ts';
import { SessionCalendar } from '../timeframes/session-calendar.ts';
import { BarsBefore } from './bars-before.ts';
import { Cursor } from './series.ts';

/** Bars as they come in: the columns, and where their cursor stands. */
export interface BarFeed {
  readonly symbol: string;
  readonly bars: BarColumns;
  readonly cursor: Cursor;
}

/** Bars of a higher timeframe, each coming in with the bar of the run that completes it. */
export class HigherFeed implements BarFeed {
  readonly symbol: string;
  readonly timeframe: Timeframe;
  readonly bars: BarColumns;
  readonly cursor: Cursor;
  /** For each bar the row of the symbol's own bar with which it comes in. */
  readonly visibleFrom: Int32Array;

  constructor(symbol: string, timeframe: Timeframe, { bars, end, visibleFrom }: HigherBars) {
    this.symbol = symbol;
    this.timeframe = timeframe;
    this.bars = bars;
    // Two symbols may open their days together and end them hours apart: rows match where the ends do.
    this.cursor = new Cursor(end);
    this.visibleFrom = visibleFrom;
  }

  rewind(): void {
    this.cursor.advance(-1);
  }

  /** Brings in what the symbol's own bar at a row completes; nothing for row −1. */
  advance(baseRow: number): void {
    const { cursor, visibleFrom } = this;
    let row = cursor.row;
    while (row + 1 < visibleFrom.length && (visibleFrom[row + 1] as number) <= baseRow) row++;
    if (row > cursor.row) cursor.advance(row);
    else cursor.isNew = false;
  }
}

/** One symbol's bars as they come in, and the higher timeframes that were asked for. */
export class SymbolFeed implements BarFeed {
  readonly symbol: string;
  readonly bars: BarColumns;
  readonly cursor: Cursor;
  /** Row of the bar at the current tick, −1 when this symbol has none now. */
  row = -1;
  /** The row of this symbol's bar at each tick, −1 where it has none; null when it has one at every tick. */
  readonly rows: Int32Array | null;
  readonly higher: HigherFeed[] = [];
  readonly #session: Session;
  #timeframe: Timeframe | null = null;
  #calendar: SessionCalendar | null = null;

  constructor(symbol: string, bars: BarColumns, rows: Int32Array | null, session: Session = SESSIONS['24x7']) {
    this.symbol = symbol;
    this.bars = bars;
    this.cursor = new Cursor(bars.time);
    this.rows = rows;
    this.#session = session;
  }

  get timeframe(): Timeframe {
    this.#timeframe ??= baseTimeframe(this.bars.time);
    return this.#timeframe;
  }

  /**
   * The same symbol in a higher timeframe, standing where these bars stand.
   * @throws HindcastError `usage.unknown-timezone`
   * @throws RangeError when bars of this timeframe don't fill bars of that
   */
  at(timeframe: Timeframe): HigherFeed {
    const known = this.higher.find((feed) => feed.timeframe === timeframe);
    if (known !== undefined) return known;
    const { row, lastVisible } = this.cursor;
    const feed = new HigherFeed(this.symbol, timeframe, resample(this.bars, this.timeframe, timeframe, this.#session));
    const isInSetup = lastVisible > row;
    if (!isInSetup) {
      feed.rewind();
      // In two steps, so that what comes in with the current bar is new.
      feed.advance(this.row < 0 ? row : row - 1);
      feed.advance(this.row);
    }
    this.higher.push(feed);
    return feed;
  }

  /**
   * When the trading day ends to which a moment belongs, ms since 1970 UTC.
   * @throws HindcastError `usage.unknown-timezone`
   */
  dayEnd(time: Ms): Ms {
    this.#calendar ??= new SessionCalendar(this.#session);
    return this.#calendar.dayAt(time).close;
  }

  /** Hides all bars again: what `setup` saw whole is from now on read bar by bar. */
  rewind(): void {
    this.cursor.advance(-1);
    for (const feed of this.higher) feed.rewind();
  }

  /** Brings in the bar at a tick. */
  advance(tick: number): void {
    const row = this.rows === null ? tick : (this.rows[tick] as number);
    this.row = row;
    if (row >= 0) this.cursor.advance(row);
    else this.cursor.isNew = false;
    const higher = this.higher;
    for (let i = 0; i < higher.length; i++) (higher[i] as HigherFeed).advance(row);
  }

  /** The tick at which a row of this symbol comes in; the number of ticks when there is no such row. */
  tickOf(row: number, ticks: number): number {
    if (row >= this.bars.time.length) return ticks;
    return this.rows === null ? row : this.rows.indexOf(row);
  }

  /**
   * The row of this symbol with which a row under one of its cursors comes in, the number of its rows when none does;
   * null for the cursor of another symbol.
   */
  rowUnder(cursor: Cursor, row: number): number | null {
    if (cursor === this.cursor) return row;
    const feed = this.higher.find((one) => one.cursor === cursor);
    return feed === undefined ? null : (feed.visibleFrom[row] ?? this.bars.time.length);
  }
}

/** The bars of all symbols on the run's clock. */
export class MarketFeed implements BarQuotes {
  readonly time: Float64Array;
  readonly feeds: readonly SymbolFeed[];
  readonly before: BarsBefore;
  tick = -1;
  isUnderWay = false;

  /** @param sessions of the symbols, by which days end and higher timeframes are made; 24 hours UTC by default */
  constructor(
    symbols: readonly string[],
    series: readonly BarColumns[],
    clock: RunClock,
    sessions: readonly (Session | undefined)[] = [],
  ) {
    this.time = clock.time;
    this.feeds = series.map(
      (bars, i) => new SymbolFeed(symbols[i] as string, bars, clock.rows[i] ?? null, sessions[i]),
    );
    this.before = new BarsBefore(this.feeds);
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

  barTime(symbol: number): number {
    const feed = this.of(symbol);
    return feed.row < 0 ? Number.NaN : (feed.bars.time[feed.row] as number);
  }

  dayEnd(symbol: number): number {
    return this.of(symbol).dayEnd(this.barTime(symbol));
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

  /** NaN where the source has none, or the symbol has no bar now. */
  volume(symbol: number): number {
    const feed = this.of(symbol);
    return feed.row < 0 ? Number.NaN : (feed.bars.volume[feed.row] as number);
  }
}
