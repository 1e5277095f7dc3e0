import { CellRow } from '#worker/ingest/cell-row.ts';
import type { Dialect } from '#worker/ingest/dialect.ts';
import { notText } from '#worker/ingest/ingest-errors.ts';
import { type LineHandler, LineSplitter } from '#worker/ingest/line-splitter.ts';
import { looksBinary, TextDecoding } from '#worker/ingest/text-decoding.ts';
import { detectTextLayout, type SampleLine, type TextLayout, type TextOptions } from '#worker/ingest/text-layout.ts';
import type { PriceFile } from './price-file.ts';
import type { RowSource } from './row-source.ts';

const SAMPLE_LINES = 200;
const SAMPLE_CHARACTERS = 1 << 20;
const BINARY_PROBE = 4096;

/** The rows of a CSV or JSON lines file. */
export class TextRows implements RowSource {
  readonly #file: PriceFile;
  readonly #layout: TextLayout;
  /** UTF-8 pieces that were read for the sample and are still to be parsed. */
  readonly #held: Uint8Array[];
  readonly #text: Utf8Pieces;
  readonly #splitter = new LineSplitter();
  readonly #row = new CellRow();
  #isOver = false;

  private constructor(file: PriceFile, layout: TextLayout, held: Uint8Array[], text: Utf8Pieces) {
    this.#file = file;
    this.#layout = layout;
    this.#held = held;
    this.#text = text;
  }

  /**
   * Reads the first lines and works out the layout.
   * @throws HindcastError `data.not-text`, and as `detectTextLayout`.
   */
  static async open(file: PriceFile, options: TextOptions): Promise<TextRows> {
    const text = new Utf8Pieces(file.chunks);
    const held: Uint8Array[] = [];
    const lines = await sampleLines(text, held);
    return new TextRows(file, detectTextLayout(lines, options), held, text);
  }

  get format(): TextLayout['format'] {
    return this.#layout.format;
  }

  get dialect(): Dialect {
    return this.#layout.dialect;
  }

  async next(add: (row: CellRow) => void): Promise<boolean> {
    if (this.#isOver) return false;
    const onLine: LineHandler = (bytes, start, end, line) => {
      this.#layout.split(bytes, start, end, line, this.#row);
      add(this.#row);
    };
    const piece = this.#held.shift() ?? (await this.#text.next());
    if (piece === null) {
      this.#isOver = true;
      this.#splitter.end(onLine);
    } else {
      this.#splitter.push(piece, onLine);
    }
    return true;
  }

  bytesRead(): number {
    return this.#file.bytesRead();
  }
}

/** A stream of bytes as UTF-8 text. */
class Utf8Pieces {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #decoding = new TextDecoding();
  #isOver = false;

  constructor(chunks: AsyncIterator<Uint8Array>) {
    this.#chunks = chunks;
  }

  /** The next piece; null when there is none. */
  async next(): Promise<Uint8Array | null> {
    if (this.#isOver) return null;
    const chunk = await this.#chunks.next();
    if (!chunk.done) return this.#decoding.push(chunk.value);
    this.#isOver = true;
    return this.#decoding.end();
  }
}

/** The first lines that aren't blank, the same however the file is cut into pieces; `held` receives the pieces. */
async function sampleLines(text: Utf8Pieces, held: Uint8Array[]): Promise<SampleLine[]> {
  const lines: SampleLine[] = [];
  const decoder = new TextDecoder();
  let characters = 0;
  const isFull = () => lines.length === SAMPLE_LINES || characters > SAMPLE_CHARACTERS;
  const collect: LineHandler = (bytes, start, end, line) => {
    if (isFull()) return;
    const written = decoder.decode(bytes.subarray(start, end));
    characters += written.length;
    lines.push({ line, text: written });
  };
  const splitter = new LineSplitter();
  while (!isFull()) {
    const piece = await text.next();
    if (piece === null) {
      splitter.end(collect);
      break;
    }
    if (looksBinary(piece.subarray(0, BINARY_PROBE))) throw notText();
    held.push(piece);
    splitter.push(piece, collect);
  }
  return lines;
}
