import type { Series } from './series.ts';

/**
 * How much to trade; made by `order.percentOfEquity`, `order.cash` or given as a number of units.
 * Sizes in percent are of equity: 100 = all of it, more needs an account with leverage.
 * A run by the rules of another tool takes them as that tool does: of the free margin in backtesting.py, of the free
 * cash in vectorbt.
 */
export interface Size {
  readonly kind: 'units' | 'percent-of-equity' | 'cash';
  readonly value: number;
}

/** How far from the price of a fill; made by `order.pointsAway`, `percentAway`, `ticksAway`, `timesAway`. */
export interface Distance {
  readonly kind: 'points' | 'percent' | 'ticks' | 'series';
  /** Points, percent, ticks, or the factor of the series. */
  readonly value: number;
  readonly series?: Series;
}

/** A stop that follows the best price at a distance, and never goes back. */
export interface TrailingStop {
  /** How far behind the best price; 0 (with `from`) closes where the trail would begin. */
  by: Distance;
  /** The trail begins once the price has gone this far in favour; at once by default. */
  from?: Distance;
}

/** Protection that works from the fill of an entry on; the first leg that fills ends the others. */
export interface Protection {
  /** Close at this price, or this far from the fill, if the trade goes wrong. */
  stopLoss?: number | Distance;
  /** Close at this price, or this far from the fill, if the trade goes well. */
  takeProfit?: number | Distance;
  /** Close when the price falls back from its best. */
  trailingStop?: Distance | TrailingStop;
}

/**
 * How long an order waits. `gtc`: until cancelled (the default). `day`: until the end of the trading day on which
 * it can first be filled. `ioc`: fills what it can on its first bar, the rest is cancelled. `fok`: all of it on its
 * first bar, or nothing.
 */
export type TimeInForce = 'gtc' | 'day' | 'ioc' | 'fok';

export interface OrderRequest extends Protection {
  /** The first symbol of the run by default. */
  symbol?: string;
  /**
   * Units, or a size made by `order.percentOfEquity` or `order.cash`; 100 % of equity by default. Sizes are
   * worked out at the fill price, costs included, and floored to the instrument's lot step.
   */
  size?: number | Size;
  /** Fill at this price or better. */
  limit?: number;
  /** Wait until the price gets this far (buy: up to it, sell: down to it); with `limit`, a stop-limit order. */
  stop?: number;
  /** Wait for the price to turn by this much: an entry that trails the best price (buy: the lowest). */
  trail?: Distance;
  /** For market orders: `open` (the next bar's open, the default) or `close` (the next bar's close). */
  at?: 'open' | 'close';
  timeInForce?: TimeInForce;
  /** Good till date: the order lapses with the first bar that opens at or after this time (ms since 1970 UTC). */
  until?: number;
  /** Only closes what is held the other way round; never opens or turns a position. */
  reduceOnly?: boolean;
  /** Orders of one symbol with the same `oco` name: when one fills, the others are cancelled. */
  oco?: string;
  /** With `reduce`, a fill only takes its units off the others of the group. `cancel` by default. */
  ocoMode?: 'cancel' | 'reduce';
  /**
   * A name of your own. A pending order of the same name and symbol is replaced, keeping its place in the queue;
   * `order.exit` and `order.cancel` find orders by it.
   */
  id?: string;
  /**
   * Also closes an opposite position: its units, at the time of sending, are added to the size (to one in percent or
   * cash when that is worked out at the fill). `ticket.modify({ size })` changes the size, not what is added.
   */
  reverse?: boolean;
  /** Ignored when this many entries in the same direction are open already. */
  pyramiding?: number;
  /** Your own note; it is shown with the order and its fills. */
  tag?: string;
}

/** Closes part of a position, or all of it, at prices to come. */
export interface ExitRequest extends Protection {
  symbol?: string;
  /** Only the units that entries of this name opened; it also waits for a pending entry. */
  entry?: string;
  /** Units; all that other exits leave by default. */
  size?: number;
  /** Of the units that were opened: 50 = half of them. */
  percent?: number;
  /** A name of your own; an exit of the same name is replaced, a running trail goes on. */
  id?: string;
  tag?: string;
}

/** What can be changed on an order that waits. */
export interface OrderChange {
  size?: number;
  limit?: number;
  stop?: number;
}

/** An order that was sent. */
export interface OrderTicket {
  readonly id: number;
  /** True while it rests in the market. */
  readonly isPending: boolean;
  /** Units filled so far. */
  readonly filled: number;
  cancel(): void;
  /** Changes price or size of a waiting order, which keeps its place; does nothing when it no longer waits. */
  modify(change: OrderChange): void;
}

/** Sends orders. An order sent on one bar can fill from the next bar on. */
export interface Orders {
  buy(request?: OrderRequest): OrderTicket;
  sell(request?: OrderRequest): OrderTicket;
  /** Sends a stop-loss, a take-profit or a trailing stop for units that are held or about to be. */
  exit(request: ExitRequest): void;
  /** A size that makes the traded value this percentage of equity: 100 = all of it. */
  percentOfEquity(percent: number): Size;
  /** A size worth this much money, in the account's currency. */
  cash(amount: number): Size;
  pointsAway(points: number): Distance;
  percentAway(percent: number): Distance;
  ticksAway(ticks: number): Distance;
  /** A multiple of an indicator at its last close, such as three times the average true range. */
  timesAway(series: Series, factor: number): Distance;
  /** Cancels pending orders of this name: entries, and exits. */
  cancel(id: string): void;
  /** Cancels resting entry orders: of one symbol, or of all. Stop-losses and take-profits stay. */
  cancelAll(symbol?: string): void;
}

/** What `position.close` closes: all of it by default. */
export interface CloseRequest {
  /** Units. */
  size?: number;
  /** 50 = half of it. */
  percent?: number;
  /** Only the units that entries of this name opened. */
  entry?: string;
  tag?: string;
}

/** The position in one symbol. */
export interface SymbolPosition {
  /** Units: positive long, negative short, 0 flat. */
  readonly size: number;
  readonly isOpen: boolean;
  readonly isLong: boolean;
  readonly isShort: boolean;
  /** Average price of the units held; NaN when flat. */
  readonly entryPrice: number;
  /** Entries that are still open, in whole or in part. */
  readonly entries: number;
  /** Bars since the position was opened; 0 on the bar of the entry, −1 when flat. */
  readonly barsHeld: number;
  /** Profit at the last close before exit costs, in the account's currency. */
  readonly openProfit: number;
  /** Closes the position, or part of it, at market. */
  close(options?: CloseRequest): void;
  /**
   * Sets, moves or (with null) removes the stop-loss and take-profit of the whole position; what isn't named
   * stays. Does nothing when flat.
   */
  protect(levels: { stopLoss?: number | null; takeProfit?: number | null }): void;
}

/** The position in the first symbol, and in the others by name. */
export interface Position extends SymbolPosition {
  of(symbol: string): SymbolPosition;
}

/** The account as of the last close. */
export interface Account {
  readonly cash: number;
  /** Cash plus the value of all positions. */
  readonly equity: number;
}

/** One execution, as `onFill` receives it. */
export interface Fill {
  readonly symbol: string;
  readonly side: 'buy' | 'sell';
  readonly qty: number;
  readonly price: number;
  readonly commission: number;
  /** Id of the order's ticket. */
  readonly orderId: number;
}
