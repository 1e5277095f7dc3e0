import type { BarPrices } from '../engine/quotes.ts';
import type { SymbolFeed } from './feed.ts';

/** The bar of each symbol before the one that it has now. */
export class BarsBefore implements BarPrices {
  readonly #feeds: readonly SymbolFeed[];

  constructor(feeds: readonly SymbolFeed[]) {
    this.#feeds = feeds;
  }

  open(symbol: number): number {
    return this.#price(symbol, 'open');
  }

  high(symbol: number): number {
    return this.#price(symbol, 'high');
  }

  low(symbol: number): number {
    return this.#price(symbol, 'low');
  }

  close(symbol: number): number {
    return this.#price(symbol, 'close');
  }

  #price(symbol: number, column: 'open' | 'high' | 'low' | 'close'): number {
    const { row, bars } = this.#feeds[symbol] as SymbolFeed;
    return row < 1 ? Number.NaN : (bars[column][row - 1] as number);
  }
}
