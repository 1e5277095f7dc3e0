import { type ColumnSeries, columnOf } from '../../strategy/series.ts';
import type { Comparison, Expression } from '../conditions/expression.ts';
import { type Bits, wordsFor } from './bits.ts';
import { ColumnComparer, type Place } from './column-comparer.ts';

/** Works conditions out for all bars at once. Its memory is used again and again: nothing is allocated once it is warm. */
export class Evaluator {
  /** The first row on which every series evaluated since `beginPlan` has a value; the number of rows when there is none. */
  readyRow = 0;
  /** No row. */
  none: Bits = new Int32Array(0);
  #words = 0;
  /** Bits that were handed out since `beginPlan`, and behind them those that are free. */
  #pool: Bits[] = [];
  #used = 0;
  readonly #comparer = new ColumnComparer();

  /** Starts anew, with columns of so many rows. */
  begin(rows: number): void {
    if (wordsFor(rows) > this.none.length) {
      this.none = new Int32Array(wordsFor(rows));
      this.#pool = [];
    }
    this.#words = wordsFor(rows);
    this.#comparer.begin(rows);
    this.beginPlan();
  }

  /** Takes back all bits. */
  beginPlan(): void {
    this.readyRow = 0;
    this.#used = 0;
    this.#comparer.beginPlan();
  }

  /** The rows on which an expression is true; to be read only, and until `beginPlan`. */
  bitsOf(expression: Expression): Bits {
    switch (expression.kind) {
      case 'given':
        return expression.bits;
      case 'not':
        return this.#negated(this.bitsOf(expression.of));
      case 'and':
        return this.#both(this.bitsOf(expression.left), this.bitsOf(expression.right));
      case 'or':
        return this.#either(this.bitsOf(expression.left), this.bitsOf(expression.right));
      default:
        return this.#compared(expression);
    }
  }

  #compared({ kind, a, b }: Comparison): Bits {
    const left = this.#place(a);
    const right = this.#place(b);
    this.readyRow = Math.max(this.readyRow, left.firstKnown, right.firstKnown);
    const outcome = this.#comparer.compare(left, right);
    switch (kind) {
      case 'above':
        return outcome.above;
      case 'below':
        return outcome.below;
      case 'crossOver':
        return outcome.over;
      case 'crossUnder':
        return outcome.under;
    }
  }

  #place(operand: ColumnSeries | number): Place {
    return this.#comparer.place(typeof operand === 'number' ? operand : columnOf(operand));
  }

  #negated(bits: Bits): Bits {
    const result = this.#take();
    for (let k = 0; k < this.#words; k++) result[k] = ~(bits[k] as number);
    return result;
  }

  #both(left: Bits, right: Bits): Bits {
    const result = this.#take();
    for (let k = 0; k < this.#words; k++) result[k] = (left[k] as number) & (right[k] as number);
    return result;
  }

  #either(left: Bits, right: Bits): Bits {
    const result = this.#take();
    for (let k = 0; k < this.#words; k++) result[k] = (left[k] as number) | (right[k] as number);
    return result;
  }

  #take(): Bits {
    const bits = this.#pool[this.#used] ?? new Int32Array(this.none.length);
    this.#pool[this.#used++] = bits;
    return bits;
  }
}
