import type { Matching } from '#shared/domain/account.ts';
import type { Instrument } from '#shared/domain/instrument.ts';
import type { Deal } from './deal.ts';
import type { Ledger } from './ledger.ts';
import { addLot, type Lot, nextLot } from './lots.ts';
import { removeFrom } from './remove-from.ts';

/** How an account keeps its books. */
export interface Bookkeeping {
  matching: Matching;
  /** Cash pays the value of what is bought, or only profits and costs go through it. */
  settlement: 'full' | 'profit';
  /** Exits for entries of a name close the units of these entries, or as many of the position's in matching order. */
  namedExits: 'own-units' | 'in-order';
}

/** What is held in one symbol. */
export class Holding {
  readonly instrument: Instrument;
  /** Units, negative = short. */
  size = 0;
  /** Units held either way: more than |size| only where long and short are held beside each other. */
  gross = 0;
  /** What the units held came to at their entries, in price points: Σ direction · units · price. */
  cost = 0;
  /** Last known price: the latest open or close. */
  mark = Number.NaN;
  /** Account money for a unit of the quote currency. */
  rate = 1;
  /** In the order in which they were opened. */
  readonly lots: Lot[] = [];

  constructor(instrument: Instrument) {
    this.instrument = instrument;
  }

  /** Value at the mark, in the account's currency; negative when short. */
  get value(): number {
    return this.size === 0 ? 0 : this.size * this.mark * this.instrument.multiplier * this.rate;
  }

  /** Value of all units at the mark, whichever way they are held. */
  get exposure(): number {
    return this.gross === 0 ? 0 : this.gross * this.mark * this.instrument.multiplier * this.rate;
  }

  /** Profit of the units held, at the mark and before exit costs. */
  get openProfit(): number {
    return this.gross === 0 ? 0 : (this.size * this.mark - this.cost) * this.instrument.multiplier * this.rate;
  }

  /** Average price of the units held; NaN when flat. */
  get entryPrice(): number {
    let units = 0;
    let paid = 0;
    for (const lot of this.lots) {
      units += lot.qty;
      paid += lot.qty * lot.price;
    }
    return units === 0 ? Number.NaN : paid / units;
  }

  /** Bar on which the oldest unit held was bought; −1 when flat. */
  get entryBar(): number {
    return this.lots[0]?.bar ?? -1;
  }
}

/**
 * Cash and holdings. Every deal moves cash by what it settles and by the commission, and closes lots, each closed
 * piece becoming a trade in the ledger.
 */
export class Portfolio {
  /** A number from the start: a field that was undefined once makes every change allocate. */
  cash = 0;
  /** Symbols in which something is held. */
  openCount = 0;
  readonly holdings: readonly Holding[];
  readonly #ledger: Ledger;
  readonly #matching: Matching;
  readonly #settlesProfit: boolean;
  readonly #exitsByName: boolean;

  constructor(cash: number, instruments: readonly Instrument[], ledger: Ledger, bookkeeping: Bookkeeping) {
    this.cash = cash;
    this.holdings = instruments.map((instrument) => new Holding(instrument));
    this.#ledger = ledger;
    this.#matching = bookkeeping.matching;
    this.#settlesProfit = bookkeeping.settlement === 'profit';
    this.#exitsByName = bookkeeping.namedExits === 'own-units';
  }

  holding(symbol: number): Holding {
    return this.holdings[symbol] as Holding;
  }

  /** Cash plus all holdings at their marks. */
  get equity(): number {
    if (this.openCount === 0) return this.cash;
    let sum = this.cash;
    for (let symbol = 0; symbol < this.holdings.length; symbol++) sum += this.worth(this.holding(symbol));
    return sum;
  }

  /** What a holding adds to cash. */
  worth(holding: Holding): number {
    return this.#settlesProfit ? holding.openProfit : holding.value;
  }

  /** Value at risk regardless of direction. */
  get grossExposure(): number {
    let sum = 0;
    for (const holding of this.holdings) sum += holding.exposure;
    return sum;
  }

  /** What units of a lot bring when they are closed at a price, before commission, in the account's currency. */
  profitOf(
    { instrument, rate }: Holding,
    { direction, price, rate: entryRate }: Lot,
    qty: number,
    exit: number,
  ): number {
    const units = direction * qty * instrument.multiplier;
    if (this.#settlesProfit || rate === entryRate) return units * (exit - price) * rate;
    return units * (exit * rate - price * entryRate);
  }

  /** Whatever is owed is given up by the lender. */
  relieveOfDebt(bar: number): void {
    if (this.cash >= 0) return;
    this.#ledger.addCashFlow(bar, -1, 'debt-relief', -this.cash);
    this.cash = 0;
  }

  /** @param fill row of the deal's fill in the ledger */
  execute(deal: Deal, fill: number): void {
    const holding = this.holding(deal.symbol);
    const { direction, qty, quote } = deal;
    const { price } = quote;
    const commission = deal.commission * holding.rate;
    this.cash -= commission;
    if (!this.#settlesProfit) this.cash -= direction * qty * price * holding.instrument.multiplier * holding.rate;
    const wasFlat = holding.gross === 0;
    const closed = wasFlat || deal.effect === 'open' ? 0 : this.#closeLots(holding, deal, commission / qty, fill);
    const opened = deal.effect === 'close' ? 0 : qty - closed;
    if (opened > 0) {
      const { bar, order } = deal;
      const commissionPerUnit = commission / qty;
      const { rate } = holding;
      const lot: Lot = { direction, qty: opened, opened, price, rate, bar, fill, commissionPerUnit, entry: order };
      holding.cost += direction * opened * price;
      addLot(holding.lots, lot, this.#matching);
    }
    if (holding.lots.length === 0) {
      holding.size = 0;
      holding.gross = 0;
      holding.cost = 0;
    } else {
      holding.size += direction * qty;
      holding.gross += opened - closed;
    }
    const isFlat = holding.gross === 0;
    if (wasFlat && !isFlat) this.openCount++;
    else if (isFlat && !wasFlat) this.openCount--;
  }

  /** Closes lots against an opposite deal; returns the units closed. */
  #closeLots(holding: Holding, deal: Deal, exitCommissionPerUnit: number, fill: number): number {
    const exitPrice = deal.quote.price;
    const { multiplier } = holding.instrument;
    const entry = deal.order === null || !this.#exitsByName ? null : deal.order.terms.options.entry;
    let open = deal.qty;
    while (open > 0) {
      const lot = deal.lot ?? nextLot(holding.lots, deal.direction, entry, this.#matching);
      if (lot === undefined || lot.qty === 0) break;
      // A remainder of rounding noise is not a lot of its own.
      const closesLot = open >= lot.qty * (1 - 1e-12);
      const qty = closesLot ? lot.qty : open;
      const commission = qty * (lot.commissionPerUnit + exitCommissionPerUnit);
      const profit = this.profitOf(holding, lot, qty, exitPrice);
      if (this.#settlesProfit) this.cash += profit;
      holding.cost -= lot.direction * qty * lot.price;
      const pnl = profit - commission;
      this.#ledger.addTrade(deal, lot, qty, pnl, pnl / (qty * lot.price * lot.rate * multiplier), commission, fill);
      if (closesLot) {
        lot.qty = 0;
        removeFrom(holding.lots, lot);
      } else lot.qty -= qty;
      open -= qty;
      if (open < deal.qty * 1e-12) open = 0;
    }
    return deal.qty - open;
  }
}
