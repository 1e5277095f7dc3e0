import { type ColumnSeries, columnOf } from '../../strategy/series.ts';
import type { Comparison, Expression } from '../conditions/expression.ts';
import { type Bits, wordsFor } from './bits.ts';
import { ColumnComparer, type Operand, type Outcome } from './column-comparer.ts';

/** Which part of an outcome a comparison asks for. */
const PART = {
  above: 'above',
  below: 'below',
  crossOver: 'over',
  crossUnder: 'under',
} as const satisfies Record<Comparison['kind'], keyof Outcome>;

/** Works conditions out for all bars at once. Its memory is used again and again: nothing is allocated once it is warm. */
export class Evaluator {
  /** The first row on which every series compared since `beginPlan` has a value; the number of rows when there is none. */
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

  /** Makes all comparisons of an expression. Do so for all expressions of a plan before any is worked out. */
  compare(expression: Expression): void {
    switch (expression.kind) {
      case 'given':
        break;
      case 'not':
        this.compare(expression.of);
        break;
      case 'and':
      case 'or':
        this.compare(expression.left);
        this.compare(expression.right);
        break;
      default: {
        const ready = this.#comparer.compare(operandOf(expression.a), operandOf(expression.b));
        this.readyRow = Math.max(this.readyRow, ready);
      }
    }
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
      default: {
        const outcome = this.#comparer.outcomeOf(operandOf(expression.a), operandOf(expression.b));
        return outcome[PART[expression.kind]];
      }
    }
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

function operandOf(operand: ColumnSeries | number): Operand {
  return typeof operand === 'number' ? operand : columnOf(operand);
}
