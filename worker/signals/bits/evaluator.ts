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
  /** The last comparison: what enters on a crossing leaves on the opposite one most often. */
  #a: ColumnSeries | number = Number.NaN;
  #b: ColumnSeries | number = Number.NaN;
  #known: Bits = this.none;
  #otherKnown: Bits = this.none;

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
    this.#a = Number.NaN;
    this.#comparer.tidy();
  }

  /** The rows on which an expression is true; valid until `beginPlan`. */
  bitsOf(expression: Expression): Bits {
    const bits = this.#take();
    this.#write(expression, bits);
    return bits;
  }

  #take(): Bits {
    const bits = this.#pool[this.#used] ?? new Int32Array(this.none.length);
    this.#pool[this.#used++] = bits;
    return bits;
  }

  #place(operand: ColumnSeries | number): Place {
    return this.#comparer.place(typeof operand === 'number' ? operand : columnOf(operand));
  }

  #write(expression: Expression, target: Bits): void {
    const words = this.#words;
    switch (expression.kind) {
      case 'given':
        target.set(expression.bits);
        break;
      case 'not':
        this.#write(expression.of, target);
        for (let k = 0; k < words; k++) target[k] = ~(target[k] as number);
        break;
      case 'and':
      case 'or': {
        this.#write(expression.left, target);
        const other = this.#take();
        this.#write(expression.right, other);
        if (expression.kind === 'and') intersect(target, other, words);
        else unite(target, other, words);
        this.#used--;
        break;
      }
      default:
        this.#writeComparison(expression, target);
    }
  }

  #writeComparison({ kind, a, b }: Comparison, target: Bits): void {
    const words = this.#words;
    if (a !== this.#a || b !== this.#b) this.#compare(a, b);
    const { above, below } = this.#comparer;
    const beyond = kind === 'above' || kind === 'crossOver' ? above : below;
    if (kind === 'above' || kind === 'below') for (let k = 0; k < words; k++) target[k] = beyond[k] as number;
    else crossings(beyond, this.#known, this.#otherKnown, target, words);
  }

  #compare(a: ColumnSeries | number, b: ColumnSeries | number): void {
    const left = this.#place(a);
    const right = this.#place(b);
    this.#comparer.compare(left, right);
    this.#a = a;
    this.#b = b;
    this.#known = left.known;
    this.#otherKnown = right.known;
    this.readyRow = Math.max(this.readyRow, left.firstKnown, right.firstKnown);
  }
}

/**
 * Where a column gets beyond another: beyond now, and on the row before known and not beyond. A tie before counts as
 * not beyond, one now as well.
 */
function crossings(beyond: Bits, known: Bits, otherKnown: Bits, target: Bits, words: number): void {
  let wasNotBeyond = 0;
  for (let k = 0; k < words; k++) {
    const now = beyond[k] as number;
    const isNotBeyond = ~now & (known[k] as number) & (otherKnown[k] as number);
    target[k] = now & ((isNotBeyond << 1) | wasNotBeyond);
    wasNotBeyond = isNotBeyond >>> 31;
  }
}

function intersect(target: Bits, other: Bits, words: number): void {
  for (let k = 0; k < words; k++) target[k] = (target[k] as number) & (other[k] as number);
}

function unite(target: Bits, other: Bits, words: number): void {
  for (let k = 0; k < words; k++) target[k] = (target[k] as number) | (other[k] as number);
}
