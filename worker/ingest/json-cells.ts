import type { CellRow } from './cell-row.ts';

const decoder = new TextDecoder();
const NOT_AN_OBJECT = 'not a JSON object';

/** The object on a line, or null when there is none. */
export function parseJsonObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A value as the text of a cell: null and what is missing are empty, numbers keep every digit. */
export function cellOfValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Splits lines of JSON, one object each, into cells in the order of `names`. */
export class JsonCells {
  readonly #names: readonly string[];

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  split(bytes: Uint8Array, start: number, end: number, line: number, row: CellRow): void {
    row.begin(line, bytes, start, end);
    const object = parseJsonObject(decoder.decode(bytes.subarray(start, end)));
    if (object === null) row.fault = NOT_AN_OBJECT;
    else row.fill(this.#names.map((name) => cellOfValue(object[name])));
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
