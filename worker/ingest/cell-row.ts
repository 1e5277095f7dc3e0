const NO_BYTES = new Uint8Array(0);
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * One row of a file as cells: byte ranges of UTF-8 text, without quotes and surrounding spaces, or numbers. The
 * same object is filled again for each row of a file, so nothing may keep it.
 */
export class CellRow {
  /** Holds the text of every cell. */
  bytes: Uint8Array = NO_BYTES;
  /** Cell `i` is `bytes[starts[i] … ends[i])`. */
  starts = new Int32Array(32);
  ends = new Int32Array(32);
  count = 0;
  /** Values of the cells that the file itself holds as numbers, NaN for the others; null in a text file. */
  numbers: Float64Array | null = null;
  /** Line of a text file or row of a table, from 1. */
  line = 0;
  /** Why the row can't be split into cells, or null. */
  fault: string | null = null;
  #source: Uint8Array = NO_BYTES;
  #sourceStart = 0;
  #sourceEnd = 0;

  /**
   * Forgets the cells and starts row `line`, whose own text stands in `source` from `start` to `end`; rows of a
   * table that is no text have no source.
   */
  begin(line: number, source: Uint8Array = NO_BYTES, start = 0, end = 0): void {
    this.#source = source;
    this.#sourceStart = start;
    this.#sourceEnd = end;
    this.line = line;
    this.count = 0;
    this.fault = null;
  }

  addCell(start: number, end: number): void {
    if (this.count === this.starts.length) this.#grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count++;
  }

  /** Makes these values the cells; NaN must be given as text. */
  fill(values: readonly (string | number)[]): void {
    this.numbers ??= new Float64Array(values.length);
    let joined = '';
    for (const value of values) if (typeof value === 'string') joined += value;
    this.bytes = encoder.encode(joined);
    const isOneByteEach = this.bytes.length === joined.length;
    let at = 0;
    for (const [index, value] of values.entries()) {
      const isText = typeof value === 'string';
      const length = !isText ? 0 : isOneByteEach ? value.length : encoder.encode(value).length;
      this.addCell(at, at + length);
      this.numbers[index] = isText ? NaN : value;
      at += length;
    }
  }

  /** Text of cell `index`; empty when the row has no such cell. */
  cell(index: number): string {
    if (index >= this.count) return '';
    const number = this.numbers?.[index] ?? NaN;
    if (!Number.isNaN(number)) return String(number);
    return decoder.decode(this.bytes.subarray(this.starts[index], this.ends[index]));
  }

  /** All cells as text. */
  cells(): string[] {
    return Array.from({ length: this.count }, (_, index) => this.cell(index));
  }

  /** The row as it stands in the file; its cells, parted by commas, where the file is no text. */
  text(): string {
    if (this.#source.length === 0) return this.cells().join(',');
    return decoder.decode(this.#source.subarray(this.#sourceStart, this.#sourceEnd));
  }

  #grow(): void {
    const starts = new Int32Array(this.starts.length * 2);
    const ends = new Int32Array(this.ends.length * 2);
    starts.set(this.starts);
    ends.set(this.ends);
    this.starts = starts;
    this.ends = ends;
  }
}
