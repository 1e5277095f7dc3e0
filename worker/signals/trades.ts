import { EXIT_REASONS, type TradeColumns } from '#shared/domain/run-result.ts';
import type { BarIndex, Money } from '#shared/domain/units.ts';
import { resizeColumns } from './columns.ts';
import type { TradeTerms } from './terms.ts';

const FIRST_CAPACITY = 1_024;

/** What has to be known of trades that follow each other: all the rest, and equity at every bar, follows from it. */
export interface TradeRows {
  /** +1 long, −1 short. */
  direction: Int8Array;
  entryBar: Int32Array;
  exitBar: Int32Array;
  /** The prices that were met, before costs. */
  entryReference: Float64Array;
  exitReference: Float64Array;
  qty: Float64Array;
  /** Cash while the trade is open, and from its exit on. */
  cashHeld: Float64Array;
  cashAfter: Float64Array;
}

/** The rest of a result's columns. */
type DerivedColumns = Omit<TradeColumns, 'direction' | 'entryBar' | 'exitBar' | 'qty'>;

/** The trades of one run. The columns are kept for the next one, and are longer than the list. */
export class TradeList {
  count = 0;
  /** Rows up to here hold round trips that are still to be made: see `round-trips.ts`. */
  planned = 0;
  /** How the last trade ended; all others ended by a signal. */
  ending: 'signal' | 'end-of-data' | 'liquidation' = 'signal';
  /** Bar on which the account went broke, or −1. */
  brokeBar: BarIndex = -1;
  /** What the account holds between the trades. */
  cash: Money = 0;
  rows: TradeRows = emptyRows(FIRST_CAPACITY);
  #derived: DerivedColumns = emptyDerived(0);

  /** Empties the list for another run. */
  begin(cash: Money): void {
    this.count = 0;
    this.planned = 0;
    this.ending = 'signal';
    this.brokeBar = -1;
    this.cash = cash;
  }

  /** Makes room for so many rows. */
  reserve(rows: number): TradeRows {
    const { length } = this.rows.qty;
    if (rows > length) this.rows = resizeColumns(this.rows, Math.max(rows, 2 * length));
    return this.rows;
  }

  /** Bars at whose close a position was open; the engine's own closes happen after their bar was counted. */
  get barsInMarket(): number {
    const { entryBar, exitBar } = this.rows;
    let bars = this.ending === 'signal' ? 0 : 1;
    for (let row = 0; row < this.count; row++) bars += (exitBar[row] as number) - (entryBar[row] as number);
    return bars;
  }

  /** Net profit of each trade; valid until the next run. */
  profits(terms: TradeTerms): Float64Array {
    const { count } = this;
    const { direction, entryReference, exitReference, qty } = this.rows;
    const { multiplier } = terms.instrument;
    if (this.#derived.pnl.length < count) this.#derived = emptyDerived(qty.length);
    const { entryPrice, exitPrice, commission, pnl } = this.#derived;
    for (let row = 0; row < count; row++) {
      const side = direction[row] as number;
      const units = qty[row] as number;
      const entry = entryReference[row] as number;
      const exit = exitReference[row] as number;
      const bought = entry + side * terms.takingCost(entry);
      const sold = exit - side * terms.takingCost(exit);
      const charges = units * (terms.charge(units, bought) / units + terms.charge(units, sold) / units);
      entryPrice[row] = bought;
      exitPrice[row] = sold;
      commission[row] = charges;
      pnl[row] = side * units * multiplier * (sold - bought) - charges;
    }
    return pnl.subarray(0, count);
  }

  /** The list as a result has it; valid until the next run. */
  columns(terms: TradeTerms): TradeColumns {
    const { rows, count, ending } = this;
    const pnl = this.profits(terms);
    const { symbol, entryPrice, exitPrice, entryFill, exitFill, commission, ...derived } = this.#derived;
    const { returnFraction, exitReason, forced } = derived;
    for (let row = 0; row < count; row++) {
      const value = (rows.qty[row] as number) * (entryPrice[row] as number) * terms.instrument.multiplier;
      returnFraction[row] = (pnl[row] as number) / value;
      entryFill[row] = 2 * row;
      exitFill[row] = 2 * row + 1;
    }
    exitReason.fill(EXIT_REASONS.indexOf('signal'), 0, count);
    forced.fill(0, 0, count);
    if (ending !== 'signal') {
      exitReason[count - 1] = EXIT_REASONS.indexOf(ending);
      forced[count - 1] = ending === 'end-of-data' ? 1 : 0;
    }
    return {
      symbol: symbol.subarray(0, count),
      direction: rows.direction.subarray(0, count),
      qty: rows.qty.subarray(0, count),
      entryBar: rows.entryBar.subarray(0, count),
      entryPrice: entryPrice.subarray(0, count),
      exitBar: rows.exitBar.subarray(0, count),
      exitPrice: exitPrice.subarray(0, count),
      entryFill: entryFill.subarray(0, count),
      exitFill: exitFill.subarray(0, count),
      pnl,
      returnFraction: returnFraction.subarray(0, count),
      commission: commission.subarray(0, count),
      exitReason: exitReason.subarray(0, count),
      forced: forced.subarray(0, count),
    };
  }
}

function emptyRows(rows: number): TradeRows {
  return {
    direction: new Int8Array(rows),
    entryBar: new Int32Array(rows),
    exitBar: new Int32Array(rows),
    entryReference: new Float64Array(rows),
    exitReference: new Float64Array(rows),
    qty: new Float64Array(rows),
    cashHeld: new Float64Array(rows),
    cashAfter: new Float64Array(rows),
  };
}

function emptyDerived(rows: number): DerivedColumns {
  return {
    symbol: new Int32Array(rows),
    entryPrice: new Float64Array(rows),
    exitPrice: new Float64Array(rows),
    entryFill: new Int32Array(rows),
    exitFill: new Int32Array(rows),
    pnl: new Float64Array(rows),
    returnFraction: new Float64Array(rows),
    commission: new Float64Array(rows),
    exitReason: new Uint8Array(rows),
    forced: new Uint8Array(rows),
  };
}
