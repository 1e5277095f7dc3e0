import { type Bits, firstSet, knownBits, wordsFor } from './bits.ts';
import { comparisonModule } from './comparison-module.ts';

/** As much of it as is used here: the types come with the browser's, which a worker has not. */
declare const WebAssembly: {
  Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer; grow(pages: number): number };
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  Instance: new (module: object, imports: object) => { exports: Record<string, unknown> };
};

type Compare = (...parameters: number[]) => number;

/** A column, or a number that stands for one, brought to where it can be compared. */
export interface Place {
  readonly values: Float64Array | number;
  /** The rows with a value. */
  readonly known: Bits;
  /** The first of them; the number of rows when there is none. */
  readonly firstKnown: number;
  /** Of the copy, in bytes. */
  readonly address: number;
  /** From one word's rows to the next: 0 where all rows are one number. */
  readonly step: number;
  /** Of a copy of the known rows. */
  readonly knownAddress: number;
}

const ROWS_OF_WORD = 32;
const WORD_BYTES = 4;
const PAGE = 65_536;
/** How much is kept from plan to plan; one plan may need more. */
const MOST_KEPT = 256 * 2 ** 20;

/**
 * Compares columns with each other, all rows at once. It works on copies in single precision: rounding keeps the
 * order, so what is above there is above, and only where two copies are equal the columns themselves are looked at.
 */
export class ColumnComparer {
  /** Where the one lies above the other, and where below, in the last comparison. */
  above: Bits = new Int32Array(0);
  below: Bits = new Int32Array(0);
  #rows = 0;
  #words = 0;
  /** Memory given out, in words. */
  #used = 0;
  /** All memory as either kind of words; other views after it grew. */
  #floats = new Float32Array(0);
  #bits: Bits = new Int32Array(0);
  readonly #places = new Map<Float64Array | number, Place>();
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  readonly #compare: Compare;

  constructor() {
    const module = new WebAssembly.Module(comparisonModule());
    const { exports } = new WebAssembly.Instance(module, { host: { memory: this.#memory } });
    this.#compare = exports['compare'] as Compare;
    this.#setViews();
  }

  /** Starts anew, with columns of so many rows: all places are forgotten. */
  begin(rows: number): void {
    this.#rows = rows;
    this.#words = wordsFor(rows);
    this.#places.clear();
    // The outcome comes first.
    this.#used = 0;
    this.#allot(3 * this.#words);
    this.#setViews();
  }

  /** Forgets all places when there are too many. */
  tidy(): void {
    if (this.#used * WORD_BYTES > MOST_KEPT) this.begin(this.#rows);
  }

  /** Where a column or a number is; it is brought in if it isn't there. */
  place(values: Float64Array | number): Place {
    const before = this.#places.get(values);
    if (before !== undefined) return before;
    const isNumber = typeof values === 'number';
    const copied = isNumber ? ROWS_OF_WORD : this.#words * ROWS_OF_WORD;
    const start = this.#allot(copied);
    const knownStart = this.#allot(this.#words);
    const known = isNumber ? new Int32Array(this.#words).fill(Number.isNaN(values) ? 0 : -1) : knownBits(values);
    if (isNumber) this.#floats.fill(values, start, start + copied);
    else {
      this.#floats.set(values, start);
      this.#floats.fill(Number.NaN, start + this.#rows, start + copied);
    }
    this.#bits.set(known, knownStart);
    const place: Place = {
      values,
      known,
      firstKnown: firstSet(known, known, 0, this.#rows),
      address: start * WORD_BYTES,
      step: isNumber ? 0 : ROWS_OF_WORD * WORD_BYTES,
      knownAddress: knownStart * WORD_BYTES,
    };
    this.#places.set(values, place);
    return place;
  }

  /** Sets `above` where a > b and `below` where a < b; neither where they are equal or one of them is NaN. */
  compare(a: Place, b: Place): void {
    const words = this.#words;
    const [below, tied] = [words * WORD_BYTES, 2 * words * WORD_BYTES];
    const { address, step, knownAddress } = a;
    const end = this.#compare(address, step, b.address, b.step, knownAddress, b.knownAddress, 0, below, tied, words);
    for (let i = tied / WORD_BYTES; i < end / WORD_BYTES; i++) {
      this.#breakTies(a, b, words - (this.#bits[i] as number));
    }
  }

  /** Looks at the columns themselves where their copies in a word are equal. */
  #breakTies(a: Place, b: Place, word: number): void {
    const { above, below } = this;
    const isDecided = (above[word] as number) | (below[word] as number);
    let rest = (a.known[word] as number) & (b.known[word] as number) & ~isDecided;
    for (; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      const row = word * ROWS_OF_WORD + 31 - Math.clz32(bit);
      const left = valueAt(a, row);
      const right = valueAt(b, row);
      if (left > right) above[word] = (above[word] as number) | bit;
      else if (left < right) below[word] = (below[word] as number) | bit;
    }
  }

  /** Makes room for words and returns the position of the first. */
  #allot(words: number): number {
    const start = this.#used;
    this.#used += words;
    const missing = this.#used * WORD_BYTES - this.#memory.buffer.byteLength;
    if (missing > 0) {
      this.#memory.grow(Math.ceil(missing / PAGE));
      this.#setViews();
    }
    return start;
  }

  #setViews(): void {
    const { buffer } = this.#memory;
    this.#floats = new Float32Array(buffer);
    this.#bits = new Int32Array(buffer);
    this.above = this.#bits.subarray(0, this.#words);
    this.below = this.#bits.subarray(this.#words, 2 * this.#words);
  }
}

function valueAt({ values }: Place, row: number): number {
  return typeof values === 'number' ? values : (values[row] as number);
}
