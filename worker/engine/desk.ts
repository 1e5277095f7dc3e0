import type { AccountSpec } from '#shared/domain/account.ts';
import type { CostsSpec } from '#shared/domain/costs.ts';
import type { FinerBars } from './finer-bars.ts';
import type { Ledger } from './ledger.ts';
import type { OrderBook } from './order-book.ts';
import type { Portfolio } from './portfolio.ts';
import type { BarQuotes } from './quotes.ts';
import type { Semantics } from './semantics/semantics.ts';

/** What the cost models can't know from the fill itself; NaN = unknown. */
export interface CostColumns {
  /** Usual size of a bar at the symbol's latest bar, in price points. */
  volatility(symbol: number): number;
  /** Bid-ask distance at the symbol's latest bar, in price points. */
  quotedSpread(symbol: number): number;
}

/** What all parts of the broker work with. */
export interface Desk {
  semantics: Semantics;
  account: AccountSpec;
  costs: CostsSpec;
  quotes: BarQuotes;
  costColumns: CostColumns;
  /** Shorter bars of each symbol; null where there are none. */
  finer: readonly (FinerBars | null)[];
  portfolio: Portfolio;
  ledger: Ledger;
  book: OrderBook;
}
