import type { AccountSpec } from '#shared/domain/account.ts';
import { type CloseTerms, closingOrder } from './closing-order.ts';
import type { Desk } from './desk.ts';
import type { Lot } from './lots.ts';
import type { Order, SizeSpec } from './order.ts';
import { wholePositionTerms } from './protection.ts';
import type { Semantics } from './semantics/semantics.ts';

/**
 * Whether each exit closes the units of one entry: by the semantics, or because long and short are held beside each
 * other.
 */
export function closesOwnLots(semantics: Semantics, account: AccountSpec): boolean {
  return semantics.exitsOwnLots || account.hedging;
}

/** Closing orders and protection where they belong to entries: each lot has its own. */
export class LotExits {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Sends an order for each lot: for all of it, for its part, or for units until there are as many as asked for. */
  close(symbol: number, terms: CloseTerms, bar: number): void {
    const { lots, instrument } = this.#desk.portfolio.holding(symbol);
    let left = Number.isNaN(terms.size) ? Number.POSITIVE_INFINITY : terms.size;
    for (const lot of lots) {
      if (terms.entry !== null && lot.entry?.terms.options.name !== terms.entry) continue;
      const part = Number.isNaN(terms.percent) ? lot.qty : partOf(lot, terms.percent / 100, instrument.lotStep);
      const units = Math.min(part, left);
      if (units > 0) this.#send(symbol, lot, units, terms.tag, bar);
      left -= units;
    }
  }

  /** Sends an order for each lot because the data ends, so that the first lot is the first to be closed. */
  closeForGood(symbol: number, bar: number): void {
    for (const lot of this.#desk.portfolio.holding(symbol).lots.toReversed()) {
      this.#send(symbol, lot, lot.qty, null, bar).isForced = true;
    }
  }

  /** Sets, moves or (with null) removes a protective order of every lot; one that is moved queues anew. */
  protect(symbol: number, role: 'stop-loss' | 'take-profit', level: number | null, bar: number): void {
    const { book, portfolio, ledger, semantics } = this.#desk;
    const { lots, mark } = portfolio.holding(symbol);
    for (const lot of lots) {
      if (level !== null && !semantics.exitsOwnLots && !isGuarded(lot, role, level, mark)) continue;
      const known = book.restingOn(symbol).find((order) => order.lot === lot && order.terms.role === role);
      if (level === null) {
        if (known !== undefined) book.end(known, 'cancelled', bar, 'removed by the strategy');
      } else if (known === undefined) {
        const terms = wholePositionTerms(role, level, symbol, lot.direction === 1 ? -1 : 1);
        book.place(terms, lot.entry?.id ?? -1, bar, bar + 1).lot = lot;
      } else {
        if (role === 'stop-loss') known.stop = level;
        else known.limit = level;
        ledger.setOrderLevels(known);
        book.requeue(known);
      }
    }
  }

  #send(symbol: number, lot: Lot, units: number, tag: string | null, bar: number): Order {
    const size: SizeSpec = { kind: 'units', value: units };
    const terms = closingOrder(symbol, lot.direction === 1 ? -1 : 1, size, { entry: null, tag });
    const order = this.#desk.book.place(terms, -1, bar, bar + 1);
    order.lot = lot;
    return order;
  }
}

/** A level guards units held one way from losses, or their profit; for those held the other way it is passed already. */
function isGuarded({ direction }: Lot, role: 'stop-loss' | 'take-profit', level: number, mark: number): boolean {
  return (mark - level) * direction * (role === 'stop-loss' ? 1 : -1) >= 0;
}

/** A share of a lot in whole steps: the nearest (halves go to the even one, as in Python), at least one. */
function partOf({ qty }: Lot, share: number, lotStep: number): number {
  if (lotStep === 0) return qty * share;
  const steps = (qty * share) / lotStep;
  const below = Math.floor(steps);
  const nearest = steps - below === 0.5 && below % 2 === 0 ? below : Math.round(steps);
  return Math.max(1, nearest) * lotStep;
}
