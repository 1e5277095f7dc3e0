import { allFrom, type Bits, pack, wordsFor } from './bits.ts';
import { comparisonModule } from './comparison-module.ts';

/** As much of it as is used here: the types come with the browser's, which a worker has not. */
declare const WebAssembly: {
  Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer; grow(pages: number): number };
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  Instance: new (module: object, imports: object) => { exports: Record<string, unknown> };
};

type Compare = (...parameters: number[]) => number;

/** An operand brought to where it can be compared. */
interface Place {
  readonly values: Operand;
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

/** What came out of comparing two operands, on all rows; valid until the next plan. */
export interface Outcome {
  /** Where a > b, and where a < b; neither where they are equal or one of them is NaN. */
  above: Bits;
  below: Bits;
  /** Where a gets above b, or below: beyond now, and on the row before known and not beyond. */
  over: Bits;
  under: Bits;
}

/** A column, or a number that stands for one. */
export type Operand = Float64Array | number;

/** Memory for an outcome: of what, where it begins, and views of its parts. */
interface Slot extends Outcome {
  start: number;
  a: Operand;
  b: Operand;
}

/**
 * Compares columns with each other, all rows at once. It works on copies in single precision: rounding keeps the
 * order, so what is above there is above, and only where two copies are equal the columns themselves are looked at.
 */
export class ColumnComparer {
  #rows = 0;
  #words = 0;
  /** Memory given out, in words. */
  #used = 0;
  /** All memory as either kind of words; other views after it grew. */
  #floats = new Float32Array(0);
  #bits: Bits = new Int32Array(0);
  /** Where the module lists the words with ties. */
  #tied = 0;
  readonly #places = new Map<Operand, Place>();
  readonly #slots: Slot[] = [];
  /** Slots that the current plan has filled. */
  #filled = 0;
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  readonly #compare: Compare;

  readonly #mostKept: number;

  /** @param mostKept how many bytes are kept from plan to plan; one plan may need more */
  constructor(mostKept = 256 * 2 ** 20) {
    this.#mostKept = mostKept;
    const module = new WebAssembly.Module(comparisonModule());
    const { exports } = new WebAssembly.Instance(module, { host: { memory: this.#memory } });
    this.#compare = exports['compare'] as Compare;
    this.#setViews();
  }

  /** Starts anew, with columns of so many rows. */
  begin(rows: number): void {
    this.#rows = rows;
    this.#words = wordsFor(rows);
    this.#places.clear();
    this.#slots.length = 0;
    this.#filled = 0;
    this.#used = 0;
    this.#tied = this.#allot(this.#words);
  }

  /** Gives up all outcomes, and the copies of columns too when there are too many. */
  beginPlan(): void {
    this.#filled = 0;
    if (this.#used * WORD_BYTES > this.#mostKept) this.begin(this.#rows);
  }

  /**
   * Compares two operands on all rows, once in a plan. Memory may grow and move by it: ask for outcomes only when all
   * that a plan compares has been compared.
   * @returns the first row on which both have a value; the number of rows when there is none
   */
  compare(a: Operand, b: Operand): number {
    const left = this.#place(a);
    const right = this.#place(b);
    if (this.#slotOf(a, b) === undefined) {
      const slot = this.#slots[this.#filled] ?? this.#newSlot();
      this.#filled++;
      slot.a = a;
      slot.b = b;
      this.#fill(slot, left, right);
    }
    return Math.max(left.firstKnown, right.firstKnown);
  }

  /** What came out of comparing two operands in this plan. */
  outcomeOf(a: Operand, b: Operand): Outcome {
    const slot = this.#slotOf(a, b);
    if (slot === undefined) throw new RangeError('nothing comes out before it was compared');
    return slot;
  }

  #slotOf(a: Operand, b: Operand): Slot | undefined {
    for (let i = 0; i < this.#filled; i++) {
      const slot = this.#slots[i] as Slot;
      if (Object.is(slot.a, a) && Object.is(slot.b, b)) return slot;
    }
    return undefined;
  }

  /** Where a column or a number is; it is brought in if it isn't there. */
  #place(values: Operand): Place {
    const before = this.#places.get(values);
    if (before !== undefined) return before;
    const place = typeof values === 'number' ? this.#placeNumber(values) : this.#placeColumn(values);
    this.#bits.set(place.known, place.knownAddress / WORD_BYTES);
    this.#places.set(values, place);
    return place;
  }

  #placeNumber(values: number): Place {
    const start = this.#allot(ROWS_OF_WORD);
    const knownAddress = this.#allot(this.#words) * WORD_BYTES;
    this.#floats.fill(values, start, start + ROWS_OF_WORD);
    const known = new Int32Array(this.#words).fill(Number.isNaN(values) ? 0 : -1);
    return { values, known, firstKnown: 0, address: start * WORD_BYTES, step: 0, knownAddress };
  }

  #placeColumn(values: Float64Array): Place {
    const rows = this.#rows;
    const copied = this.#words * ROWS_OF_WORD;
    const start = this.#allot(copied);
    const knownAddress = this.#allot(this.#words) * WORD_BYTES;
    const firstKnown = firstNumber(values);
    const isWhole = copy(values, firstKnown, this.#floats, start);
    this.#floats.fill(Number.NaN, start + rows, start + copied);
    const known = isWhole ? allFrom(firstKnown, rows) : pack(rows, (row) => !Number.isNaN(values[row]));
    const step = ROWS_OF_WORD * WORD_BYTES;
    return { values, known, firstKnown, address: start * WORD_BYTES, step, knownAddress };
  }

  #fill(slot: Slot, a: Place, b: Place): void {
    const words = this.#words;
    const tied = this.#tied * WORD_BYTES;
    const above = slot.start * WORD_BYTES;
    const size = words * WORD_BYTES;
    const end = this.#compare(
      a.address,
      a.step,
      a.knownAddress,
      b.address,
      b.step,
      b.knownAddress,
      words,
      above,
      above + size,
      above + 2 * size,
      above + 3 * size,
      tied,
    );
    for (let i = tied / WORD_BYTES; i < end / WORD_BYTES; i++) {
      const word = words - (this.#bits[i] as number);
      breakTies(slot, a, b, word);
      findCrossings(slot, a, b, word);
      if (word + 1 < words) findCrossings(slot, a, b, word + 1);
    }
  }

  #newSlot(): Slot {
    const start = this.#allot(4 * this.#words);
    const slot: Slot = { start, a: 0, b: 0, ...this.#viewsAt(start) };
    this.#slots.push(slot);
    return slot;
  }

  #viewsAt(start: number): Outcome {
    const [above, below, over, under] = [0, 1, 2, 3].map((part) => {
      return this.#bits.subarray(start + part * this.#words, start + (part + 1) * this.#words);
    }) as [Bits, Bits, Bits, Bits];
    return { above, below, over, under };
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
    this.#floats = new Float32Array(this.#memory.buffer);
    this.#bits = new Int32Array(this.#memory.buffer);
    for (const slot of this.#slots) Object.assign(slot, this.#viewsAt(slot.start));
  }
}

/** Looks at the columns themselves where their copies in a word are equal. */
function breakTies({ above, below }: Outcome, a: Place, b: Place, word: number): void {
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

/** The crossings of one word, after ties were broken in it or before it. */
function findCrossings({ above, below, over, under }: Outcome, a: Place, b: Place, word: number): void {
  over[word] = crossings(above, a.known, b.known, word);
  under[word] = crossings(below, a.known, b.known, word);
}

function crossings(beyond: Bits, known: Bits, otherKnown: Bits, word: number): number {
  const notBeyond = (k: number) => ~(beyond[k] as number) & (known[k] as number) & (otherKnown[k] as number);
  const wasNotBeyond = word === 0 ? 0 : notBeyond(word - 1) >>> 31;
  return (beyond[word] as number) & ((notBeyond(word) << 1) | wasNotBeyond);
}

/** The first row with a value; the number of rows when there is none. */
function firstNumber(column: Float64Array): number {
  let row = 0;
  while (row < column.length && Number.isNaN(column[row])) row++;
  return row;
}

/** Copies a column in single precision; says whether all its values from `first` on are finite. */
function copy(column: Float64Array, first: number, to: Float32Array, start: number): boolean {
  let isWhole = true;
  to.fill(Number.NaN, start, start + first);
  for (let row = first; row < column.length; row++) {
    const value = column[row] as number;
    to[start + row] = value;
    // 0, but for NaN and infinity.
    if (value - value !== 0) isWhole = false;
  }
  return isWhole;
}

function valueAt({ values }: Place, row: number): number {
  return typeof values === 'number' ? values : (values[row] as number);
}
