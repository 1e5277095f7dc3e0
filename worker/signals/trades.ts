import { EXIT_REASONS, type TradeColumns } from '#shared/domain/run-result.ts';
import type { BarIndex, Money } from '#shared/domain/units.ts';
import { resizeColumns } from '../engine/columns.ts';

const FIRST_CAPACITY = 1_024;

/**
 * Trades that follow each other: what was traded and charged, and the cash around it. Equity at every bar and all the
 * rest follows from these, and is worked out when it is asked for.
 */
export interface TradeRows extends TradeColumns {
  entryCharge: Float64Array;
  exitCharge: Float64Array;
  /** Cash while the trade is open, and from its exit on. */
  cashHeld: Float64Array;
  cashAfter: Float64Array;
}

/** The trades of one run. The columns are kept for the next one, and are longer than the list. */
export class TradeList {
  count = 0;
  /** How the last trade ended; all others ended by a signal. */
  ending: 'signal' | 'end-of-data' | 'liquidation' = 'signal';
  /** Bar on which the account went broke, or −1. */
  brokeBar: BarIndex = -1;
  /** What the account holds between the trades. */
  cash: Money = 0;
  rows: TradeRows = emptyRows(FIRST_CAPACITY);

  /** Empties the list for another run. */
  begin(cash: Money): void {
    this.count = 0;
    this.ending = 'signal';
    this.brokeBar = -1;
    this.cash = cash;
  }

  /** True when nothing can be traded any more. */
  get isOver(): boolean {
    return this.ending !== 'signal' || this.brokeBar >= 0;
  }

  grow(): TradeRows {
    this.rows = resizeColumns(this.rows, 2 * this.rows.qty.length);
    return this.rows;
  }

  /** Works out the net profit of each trade. */
  profits(multiplier: number): Float64Array {
    const { direction, qty, entryPrice, exitPrice, entryCharge, exitCharge, commission, pnl } = this.rows;
    for (let row = 0; row < this.count; row++) {
      const units = qty[row] as number;
      const charges = units * ((entryCharge[row] as number) / units + (exitCharge[row] as number) / units);
      const move = (exitPrice[row] as number) - (entryPrice[row] as number);
      commission[row] = charges;
      pnl[row] = (direction[row] as number) * units * multiplier * move - charges;
    }
    return pnl.subarray(0, this.count);
  }

  /** Bars at whose close a position was open; the engine's own closes happen after their bar was counted. */
  get barsInMarket(): number {
    const { entryBar, exitBar } = this.rows;
    let bars = this.ending === 'signal' ? 0 : 1;
    for (let row = 0; row < this.count; row++) bars += (exitBar[row] as number) - (entryBar[row] as number);
    return bars;
  }

  /** The list with every column of a result, as views that are valid until the next run. */
  columns(multiplier: number): TradeColumns {
    const { count, rows, ending } = this;
    const pnl = this.profits(multiplier);
    const { qty, entryPrice, entryFill, exitFill, returnFraction } = rows;
    for (let row = 0; row < count; row++) {
      entryFill[row] = 2 * row;
      exitFill[row] = 2 * row + 1;
      returnFraction[row] = (pnl[row] as number) / ((qty[row] as number) * (entryPrice[row] as number) * multiplier);
    }
    rows.exitReason.fill(EXIT_REASONS.indexOf('signal'), 0, count);
    rows.forced.fill(0, 0, count);
    if (count > 0 && ending !== 'signal') {
      rows.exitReason[count - 1] = EXIT_REASONS.indexOf(ending);
      rows.forced[count - 1] = ending === 'end-of-data' ? 1 : 0;
    }
    return {
      symbol: rows.symbol.subarray(0, count),
      direction: rows.direction.subarray(0, count),
      qty: qty.subarray(0, count),
      entryBar: rows.entryBar.subarray(0, count),
      entryPrice: entryPrice.subarray(0, count),
      exitBar: rows.exitBar.subarray(0, count),
      exitPrice: rows.exitPrice.subarray(0, count),
      entryFill: entryFill.subarray(0, count),
      exitFill: exitFill.subarray(0, count),
      pnl,
      returnFraction: returnFraction.subarray(0, count),
      commission: rows.commission.subarray(0, count),
      exitReason: rows.exitReason.subarray(0, count),
      forced: rows.forced.subarray(0, count),
    };
  }
}

function emptyRows(rows: number): TradeRows {
  return {
    symbol: new Int32Array(rows),
    direction: new Int8Array(rows),
    qty: new Float64Array(rows),
    entryBar: new Int32Array(rows),
    entryPrice: new Float64Array(rows),
    exitBar: new Int32Array(rows),
    exitPrice: new Float64Array(rows),
    entryFill: new Int32Array(rows),
    exitFill: new Int32Array(rows),
    pnl: new Float64Array(rows),
    returnFraction: new Float64Array(rows),
    commission: new Float64Array(rows),
    exitReason: new Uint8Array(rows),
    forced: new Uint8Array(rows),
    entryCharge: new Float64Array(rows),
    exitCharge: new Float64Array(rows),
    cashHeld: new Float64Array(rows),
    cashAfter: new Float64Array(rows),
  };
}
