import { styleText } from 'node:util';

type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** What the command line writes to: results on standard output, everything else on standard error. */
export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

const ERASE_LINE = '\r\u001b[K';

/** Prints text, tables and progress; colours and progress appear on a terminal only. */
export class Terminal {
  readonly #out: Output;
  readonly #err: Output;
  #isDrawing = false;

  constructor(out: Output, err: Output) {
    this.#out = out;
    this.#err = err;
  }

  /** A line of the result. */
  print(line = ''): void {
    this.clearProgress();
    this.#out.write(`${line}\n`);
  }

  /** A line about what is going on. */
  note(line: string): void {
    this.clearProgress();
    this.#err.write(`${line}\n`);
  }

  json(value: unknown): void {
    this.print(JSON.stringify(value, null, 2));
  }

  styled(style: Style, text: string): string {
    return this.#out.isTTY ? styleText(style, text, { validateStream: false }) : text;
  }

  styledNote(style: Style, text: string): string {
    return this.#err.isTTY ? styleText(style, text, { validateStream: false }) : text;
  }

  /** Columns padded to equal width; numbers to the right where `alignRight` says so. */
  table(rows: readonly (readonly string[])[], alignRight: readonly number[] = []): void {
    const widths = rows.reduce<number[]>(
      (widest, row) => row.map((cell, i) => Math.max(widest[i] ?? 0, cell.length)),
      [],
    );
    for (const row of rows) {
      const cells = row.map((cell, i) =>
        alignRight.includes(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0),
      );
      this.print(`  ${cells.join('  ').trimEnd()}`);
    }
  }

  /** Redraws the progress line. */
  progress(label: string, fraction: number, detail: string): void {
    if (!this.#err.isTTY) return;
    const width = 24;
    const filled = Math.round(Math.min(1, Math.max(0, fraction)) * width);
    const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
    const line = `${label} ${bar} ${Math.floor(fraction * 100)} %  ${detail}`;
    this.#err.write(`${ERASE_LINE}${line.slice(0, (this.#err.columns ?? 80) - 1)}`);
    this.#isDrawing = true;
  }

  clearProgress(): void {
    if (this.#isDrawing) this.#err.write(ERASE_LINE);
    this.#isDrawing = false;
  }
}
