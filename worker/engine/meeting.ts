import type { Order } from './order.ts';

/** How bars meet the orders that wait. */
export interface Meeting {
  /** Market orders of all symbols, at the open. */
  meetOpen(bar: number): void;
  /** What else the open of a symbol's bar reaches; asked before the bars of any symbol are met. */
  meetOpenOf(symbol: number, bar: number): void;
  /** Everything else that waits for a symbol, on a bar that it has. */
  meetBar(symbol: number, bar: number): void;
  /** What moves with a symbol's bar once it is over. */
  endBar(symbol: number, bar: number): void;
  /** An order that may fill at the close of the bar on which it stands. */
  meetClose(order: Order, bar: number): void;
}
