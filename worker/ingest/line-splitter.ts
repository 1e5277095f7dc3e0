import { lineTooLong } from './ingest-errors.ts';

/** Receives one line: its text is `bytes[start … end)` without the line end; `line` counts from 1. */
export type LineHandler = (bytes: Uint8Array, start: number, end: number, line: number) => void;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
/** Longer than any row of prices; keeps memory bounded on a file that has no line ends. */
const LONGEST_LINE = 1 << 20;

/**
 * Cuts a stream of bytes into lines, wherever the chunks end. Lines end with LF or CR LF; blank lines are
 * counted but not handed on. A line end inside quotes ends the line too, so one lost quote spoils one row only.
 * @throws HindcastError `data.line-too-long` when a line has more than 1 MB.
 */
export class LineSplitter {
  #carry: Uint8Array | null = null;
  #line = 0;

  push(chunk: Uint8Array, onLine: LineHandler): void {
    const bytes = this.#carry === null ? chunk : concatenate(this.#carry, chunk);
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      this.#emit(bytes, start, end, onLine);
      start = end + 1;
    }
    this.#carry = start === bytes.length ? null : bytes.slice(start);
    if (bytes.length - start > LONGEST_LINE) throw lineTooLong(this.#line + 1);
  }

  /** The stream is over: hands on a last line that has no line end. */
  end(onLine: LineHandler): void {
    if (this.#carry !== null) this.#emit(this.#carry, 0, this.#carry.length, onLine);
    this.#carry = null;
  }

  #emit(bytes: Uint8Array, start: number, end: number, onLine: LineHandler): void {
    this.#line++;
    const last = end > start && bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
    if (!isBlank(bytes, start, last)) onLine(bytes, start, last, this.#line);
  }
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && (bytes[at] as number) <= SPACE) at++;
  return at === end;
}

function concatenate(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const whole = new Uint8Array(head.length + tail.length);
  whole.set(head);
  whole.set(tail, head.length);
  return whole;
}
