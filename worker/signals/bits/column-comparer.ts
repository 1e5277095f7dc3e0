import { type Bits, firstSet, wordsFor } from './bits.ts';
import { comparisonModule } from './comparison-module.ts';

/** As much of it as is used here: the types come with the browser's, which a worker has not. */
declare const WebAssembly: {
  Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer; grow(pages: number): number };
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  Instance: new (module: object, imports: object) => { exports: Record<string, unknown> };
};

type Compare = (
  a: number,
  stepA: number,
  b: number,
  stepB: number,
  words: number,
  above: number,
  tied: number,
) => void;

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
}

const ROWS_OF_WORD = 32;
const WORD_BYTES = 4;
const STEP = ROWS_OF_WORD * WORD_BYTES;
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
  /** Where the module writes, in words. */
  #aboveStart = 0;
  #tiedStart = 0;
  /** All memory as either kind of words; other views after it grew. */
  #floats: Float32Array;
  #bits: Bits;
  readonly #places = new Map<Float64Array | number, Place>();
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  readonly #compare: Compare;

  constructor() {
    const module = new WebAssembly.Module(comparisonModule());
    const { exports } = new WebAssembly.Instance(module, { host: { memory: this.#memory } });
    this.#compare = exports['compare'] as Compare;
    this.#floats = new Float32Array(this.#memory.buffer);
    this.#bits = new Int32Array(this.#memory.buffer);
  }

  /** Starts anew, with columns of so many rows: all places are forgotten. */
  begin(rows: number): void {
    this.#rows = rows;
    this.#words = wordsFor(rows);
    this.#used = 0;
    this.#places.clear();
    this.#aboveStart = this.#allot(this.#words);
    this.#tiedStart = this.#allot(this.#words);
    if (this.above.length < this.#words) {
      this.above = new Int32Array(this.#words);
      this.below = new Int32Array(this.#words);
    }
  }

  /** Forgets all places when there are too many. */
  tidy(): void {
    if (this.#used * WORD_BYTES > MOST_KEPT) this.begin(this.#rows);
  }

  /** Where a column or a number is; it is brought in if it isn't there. */
  place(values: Float64Array | number): Place {
    const known = this.#places.get(values);
    if (known !== undefined) return known;
    const place = typeof values === 'number' ? this.#placeNumber(values) : this.#placeColumn(values);
    this.#places.set(values, place);
    return place;
  }

  /** Sets `above` where a > b and `below` where a < b; neither where they are equal or one of them is NaN. */
  compare(a: Place, b: Place): void {
    this.#compareCopies(a, b);
    const words = this.#words;
    const { above, below } = this;
    const { known } = a;
    const { known: otherKnown } = b;
    const more = this.#bits.subarray(this.#aboveStart, this.#aboveStart + words);
    const same = this.#bits.subarray(this.#tiedStart, this.#tiedStart + words);
    // In a loop of its own: after a call the next loop would have to ask for each column anew whether it is still there.
    for (let k = 0; k < words; k++) if (same[k] !== 0) breakTies(a, b, k, more, same);
    for (let k = 0; k < words; k++) {
      above[k] = more[k] as number;
      below[k] = ~((more[k] as number) | (same[k] as number)) & (known[k] as number) & (otherKnown[k] as number);
    }
  }

  #placeNumber(values: number): Place {
    const start = this.#allot(ROWS_OF_WORD);
    this.#floats.fill(values, start, start + ROWS_OF_WORD);
    const known = new Int32Array(this.#words).fill(Number.isNaN(values) ? 0 : -1);
    return { values, known, firstKnown: 0, address: start * WORD_BYTES, step: 0 };
  }

  #placeColumn(values: Float64Array): Place {
    const start = this.#allot(this.#words * ROWS_OF_WORD);
    this.#floats.set(values, start);
    this.#floats.fill(Number.NaN, start + this.#rows, this.#used);
    const place = { values, known: this.#bits, firstKnown: 0, address: start * WORD_BYTES, step: STEP };
    // Only what is NaN differs from itself.
    this.#compareCopies(place, place);
    const known = this.#bits.slice(this.#tiedStart, this.#tiedStart + this.#words);
    return { ...place, known, firstKnown: firstSet(known, known, 0, this.#rows) };
  }

  #compareCopies(a: Place, b: Place): void {
    const [above, tied] = [this.#aboveStart * WORD_BYTES, this.#tiedStart * WORD_BYTES];
    this.#compare(a.address, a.step, b.address, b.step, this.#words, above, tied);
  }

  /** Makes room for words and returns the position of the first. */
  #allot(words: number): number {
    const start = this.#used;
    this.#used += words;
    const missing = this.#used * WORD_BYTES - this.#memory.buffer.byteLength;
    if (missing > 0) {
      this.#memory.grow(Math.ceil(missing / PAGE));
      this.#floats = new Float32Array(this.#memory.buffer);
      this.#bits = new Int32Array(this.#memory.buffer);
    }
    return start;
  }
}

/** Looks at the columns themselves on the rows of a word on which their copies are equal. */
function breakTies(a: Place, b: Place, word: number, more: Bits, same: Bits): void {
  for (let rest = same[word] as number; rest !== 0; rest &= rest - 1) {
    const bit = rest & -rest;
    const row = word * ROWS_OF_WORD + 31 - Math.clz32(bit);
    const [left, right] = [valueAt(a, row), valueAt(b, row)];
    if (left > right) more[word] = (more[word] as number) | bit;
    if (left !== right) same[word] = (same[word] as number) & ~bit;
  }
}

function valueAt({ values }: Place, row: number): number {
  return typeof values === 'number' ? values : (values[row] as number);
}
