/** How much to trade; made by `order.percentOfEquity`, `order.cash` or given as a number of units. */
export interface Size {
  readonly kind: 'units' | 'percent-of-equity' | 'cash';
  readonly value: number;
}

export interface OrderRequest {
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
  /** Once filled, close at this price if the trade goes wrong. */
  stopLoss?: number;
  /** Once filled, close at this price if the trade goes well. */
  takeProfit?: number;
  /** Your own note; it is shown with the order and its fills. */
  tag?: string;
}

/** An order that was sent. */
export interface OrderTicket {
  readonly id: number;
  /** True while it rests in the market. */
  readonly isPending: boolean;
  cancel(): void;
}

/** Sends orders. An order sent on one bar can fill from the next bar on. */
export interface Orders {
  buy(request?: OrderRequest): OrderTicket;
  sell(request?: OrderRequest): OrderTicket;
  /** A size that makes the traded value this percentage of equity: 100 = all of it. */
  percentOfEquity(percent: number): Size;
  /** A size worth this much money. */
  cash(amount: number): Size;
  /** Cancels resting entry orders: of one symbol, or of all. Stop-losses and take-profits stay. */
  cancelAll(symbol?: string): void;
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
  /** Bars since the position was opened; 0 on the bar of the entry, −1 when flat. */
  readonly barsHeld: number;
  /** Profit at the last close before exit costs, in the quote currency. */
  readonly openProfit: number;
  /** Closes the whole position at market. */
  close(options?: { tag?: string }): void;
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
