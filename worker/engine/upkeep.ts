import type { BarIndex } from '#shared/domain/units.ts';
import type { MarketFeed } from '../strategy/feed.ts';
import type { BacktestInput } from './backtest.ts';
import type { Broker } from './broker.ts';
import { CorporateActions } from './corporate-actions.ts';
import { Financing } from './financing.ts';
import type { Ledger } from './ledger.ts';
import type { OrderBook } from './order-book.ts';
import type { Portfolio } from './portfolio.ts';

interface UpkeepParts {
  market: MarketFeed;
  broker: Broker;
  portfolio: Portfolio;
  book: OrderBook;
  ledger: Ledger;
}

/** What happens to an account from bar to bar without any order: exchange rates, splits, dividends, interest, delistings. */
export class Upkeep {
  readonly #parts: UpkeepParts;
  readonly #rates: BacktestInput['rates'];
  readonly #actions: readonly CorporateActions[];
  readonly #financing: Financing;
  /** Symbols that are no longer traded after their last bar. */
  readonly #delisted: readonly number[];

  constructor(input: BacktestInput, parts: UpkeepParts) {
    this.#parts = parts;
    this.#rates = input.rates;
    this.#actions = input.series.flatMap(({ actions = [] }, symbol) =>
      actions.length === 0 ? [] : [new CorporateActions(symbol, actions)],
    );
    const funding = input.series.map((one) => one.funding ?? null);
    this.#financing = new Financing(input.account, parts.portfolio, parts.ledger, funding);
    this.#delisted = input.series.flatMap((one, symbol) => (one.isDelisted === true ? [symbol] : []));
  }

  /** Whether a run needs none of it: its bars then need not ask. */
  get isIdle(): boolean {
    const hasRates = this.#rates?.some((column) => column !== null) === true;
    return !hasRates && this.#actions.length === 0 && this.#financing.isIdle && this.#delisted.length === 0;
  }

  /** Before a bar's orders are met: what the time since the last bar cost, and then what is new. */
  beforeBar(bar: BarIndex): void {
    const { market, portfolio, book, ledger } = this.#parts;
    const time = market.time[bar] as number;
    if (!this.#financing.isIdle) this.#financing.accrue(bar, time);
    this.#rates?.forEach((column, symbol) => {
      if (column !== null) portfolio.holding(symbol).rate = column[bar] as number;
    });
    for (const actions of this.#actions) actions.apply(bar, time, portfolio, book, ledger);
  }

  /** After the marking of a bar: whatever is held of a symbol whose last bar this was is closed at its last price. */
  afterBar(bar: BarIndex): boolean {
    let hasClosed = false;
    for (const symbol of this.#delisted) {
      const { row, bars } = this.#parts.market.of(symbol);
      if (row !== bars.time.length - 1) continue;
      this.#parts.broker.delist(symbol, bar);
      hasClosed = true;
    }
    return hasClosed;
  }

  /** When the run ends: what has accrued is booked. */
  finish(bar: BarIndex): void {
    this.#financing.book(bar);
  }
}
