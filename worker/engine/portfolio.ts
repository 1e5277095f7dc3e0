import type { Instrument } from '#shared/domain/instrument.ts';
import type { Deal } from './deal.ts';
import type { Ledger } from './ledger.ts';
import type { Direction } from './order.ts';

/** Units bought (or sold short) together that are still held. */
interface Lot {
  qty: number;
  price: number;
  bar: number;
  commissionPerUnit: number;
}

/** What is held in one symbol. */
export class Holding {
  readonly instrument: Instrument;
  /** Units, negative = short. */
  size = 0;
  /** Last known price: the latest open or close. */
  mark = Number.NaN;
  /** Oldest first: the order in which they are closed. */
  readonly lots: Lot[] = [];

  constructor(instrument: Instrument) {
    this.instrument = instrument;
  }

  /** Value of the holding at its mark; negative when short. */
  get value(): number {
    return this.size === 0 ? 0 : this.size * this.mark * this.instrument.multiplier;
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
 * Cash and holdings. Every deal moves cash by the traded value and the commission, and closes lots first in,
 * first out, each closed piece becoming a trade in the ledger.
 */
export class Portfolio {
  /** A number from the start: a field that was undefined once makes every change allocate. */
  cash = 0;
  /** Symbols in which something is held. */
  openCount = 0;
  readonly holdings: readonly Holding[];
  readonly #ledger: Ledger;

  constructor(cash: number, instruments: readonly Instrument[], ledger: Ledger) {
    this.cash = cash;
    this.holdings = instruments.map((instrument) => new Holding(instrument));
    this.#ledger = ledger;
  }

  holding(symbol: number): Holding {
    return this.holdings[symbol] as Holding;
  }

  /** Cash plus all holdings at their marks. */
  get equity(): number {
    if (this.openCount === 0) return this.cash;
    let sum = this.cash;
    for (let symbol = 0; symbol < this.holdings.length; symbol++) sum += this.holding(symbol).value;
    return sum;
  }

  /** Value at risk regardless of direction. */
  get grossExposure(): number {
    let sum = 0;
    for (const holding of this.holdings) sum += Math.abs(holding.value);
    return sum;
  }

  execute(deal: Deal): void {
    const holding = this.holding(deal.symbol);
    const { direction, qty, commission } = deal;
    const { price } = deal.quote;
    this.cash -= direction * qty * price * holding.instrument.multiplier + commission;
    const isReducing = holding.size * direction < 0;
    const opened = isReducing ? qty - this.#closeLots(holding, deal) : qty;
    if (opened > 0) {
      holding.lots.push({ qty: opened, price, bar: deal.bar, commissionPerUnit: commission / qty });
    }
    const before = holding.size;
    holding.size = holding.lots.length === 0 ? 0 : before + direction * qty;
    if (before === 0) this.openCount++;
    else if (holding.size === 0) this.openCount--;
  }

  /** Closes lots against an opposite deal; returns the units closed. */
  #closeLots(holding: Holding, deal: Deal): number {
    const exitPrice = deal.quote.price;
    const held: Direction = holding.size > 0 ? 1 : -1;
    const exitCommissionPerUnit = deal.commission / deal.qty;
    const multiplier = holding.instrument.multiplier;
    let open = deal.qty;
    while (open > 0) {
      const lot = holding.lots[0];
      if (lot === undefined) break;
      // A remainder of rounding noise is not a lot of its own.
      const closesLot = open >= lot.qty * (1 - 1e-12);
      const qty = closesLot ? lot.qty : open;
      const commission = qty * (lot.commissionPerUnit + exitCommissionPerUnit);
      const pnl = held * qty * (exitPrice - lot.price) * multiplier - commission;
      this.#ledger.addTrade({
        symbol: deal.symbol,
        direction: held,
        qty,
        entryBar: lot.bar,
        entryPrice: lot.price,
        exitBar: deal.bar,
        exitPrice,
        pnl,
        returnFraction: pnl / (qty * lot.price * multiplier),
        commission,
        exitReason: deal.exit,
        forced: deal.rule === 'end-of-data',
      });
      if (closesLot) holding.lots.shift();
      else lot.qty -= qty;
      open -= qty;
      if (open < deal.qty * 1e-12) open = 0;
    }
    return deal.qty - open;
  }
}
