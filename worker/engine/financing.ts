import type { AccountSpec } from '#shared/domain/account.ts';
import type { Ledger } from './ledger.ts';
import type { Portfolio } from './portfolio.ts';

const DAY = 86_400_000;
const YEAR = 365 * DAY;
/** Of units held: less than this is rounding noise. */
const NOISE = 1e-12;

/** What holders of a perpetual future pay each other: a fraction of the position's value at each time, ascending. */
export interface FundingRates {
  /** ms since 1970 UTC. */
  time: Float64Array;
  /** Positive = longs pay shorts. */
  rate: Float64Array;
}

/**
 * What time costs and earns: interest on cash, fees on what is sold short, funding. Interest and fees accrue from
 * bar to bar on what was held at the close before, and are booked when a UTC day is over. Interest is on what of the
 * equity isn't bought in: what was received for units sold short earns nothing, and buying more than equity is owing.
 *
 *   interest = (equity − value of longs) · rate · years,  fee = value of shorts · rate · years
 */
export class Financing {
  readonly #account: AccountSpec;
  readonly #portfolio: Portfolio;
  readonly #ledger: Ledger;
  readonly #funding: readonly (FundingRates | null)[];
  /** For each symbol, the next funding that is due. */
  readonly #nextFunding: Int32Array;
  #interest = 0;
  #borrowFee = 0;
  #lastTime = Number.NaN;

  constructor(
    account: AccountSpec,
    portfolio: Portfolio,
    ledger: Ledger,
    funding: readonly (FundingRates | null)[] = [],
  ) {
    this.#account = account;
    this.#portfolio = portfolio;
    this.#ledger = ledger;
    this.#funding = funding;
    this.#nextFunding = new Int32Array(portfolio.holdings.length);
  }

  /** Whether there is anything to pay or earn at all: otherwise bars need not ask. */
  get isIdle(): boolean {
    const { cashRate, debitRate, borrowRate } = this.#account;
    return cashRate === 0 && debitRate === 0 && borrowRate === 0 && this.#funding.every((rates) => rates === null);
  }

  /** Accounts for the time up to the open of a bar; call it before the bar's fills. */
  accrue(bar: number, time: number): void {
    const elapsed = time - this.#lastTime;
    const isNewDay = Math.floor(time / DAY) !== Math.floor(this.#lastTime / DAY);
    this.#payFunding(bar, time);
    this.#lastTime = time;
    if (Number.isNaN(elapsed)) return;
    this.#accrueRates(elapsed / YEAR);
    if (isNewDay) this.book(bar);
  }

  /** Books what has accrued. */
  book(bar: number): void {
    this.#pay(bar, -1, 'interest', this.#interest);
    this.#pay(bar, -1, 'borrow-fee', this.#borrowFee);
    this.#interest = 0;
    this.#borrowFee = 0;
  }

  #accrueRates(years: number): void {
    const { cashRate, debitRate, borrowRate } = this.#account;
    const { holdings, equity } = this.#portfolio;
    let ownCash = equity;
    let soldShort = 0;
    for (const holding of holdings) {
      if (holding.gross === 0) continue;
      const { size, gross, instrument } = holding;
      const unitValue = holding.mark * holding.rate * instrument.multiplier;
      const beside = gross - Math.abs(size);
      // Units that are held both ways, but for the rounding noise of two sums.
      const hedged = beside > NOISE * gross ? beside / 2 : 0;
      ownCash -= (Math.max(0, size) + hedged) * unitValue;
      soldShort += (Math.max(0, -size) + hedged) * unitValue;
    }
    this.#interest += ownCash * (ownCash > 0 ? cashRate : debitRate) * years;
    this.#borrowFee -= soldShort * borrowRate * years;
  }

  #payFunding(bar: number, time: number): void {
    this.#funding.forEach((rates, symbol) => {
      if (rates === null) return;
      let next = this.#nextFunding[symbol] as number;
      for (; next < rates.time.length && (rates.time[next] as number) <= time; next++) {
        const value = this.#portfolio.holding(symbol).value;
        this.#pay(bar, symbol, 'funding', -value * (rates.rate[next] as number));
      }
      this.#nextFunding[symbol] = next;
    });
  }

  #pay(bar: number, symbol: number, kind: 'interest' | 'borrow-fee' | 'funding', amount: number): void {
    if (amount === 0 || Number.isNaN(amount)) return;
    this.#portfolio.cash += amount;
    this.#ledger.addCashFlow(bar, symbol, kind, amount);
  }
}
