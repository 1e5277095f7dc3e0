/**
 * A WebAssembly module that looks for the first row on which one column lies above another, sixteen rows at a time;
 * JavaScript can only compare them one by one, which would make sweeps several times slower. It is written out here
 * as it runs, in the order of the instructions.
 *
 * Encoding: https://webassembly.github.io/spec/core/binary/
 */

/** Rows that are compared before the outcome is looked at: four vectors of four numbers. */
export const ROWS_AT_ONCE = 16;

type Code = readonly number[];

const I32 = 0x7f;
const V128 = 0x7b;
const NO_RESULT = 0x40;

const bytes = (...parts: readonly (Code | number)[]): Code => parts.flat();
/** From 0 to 63, which take one byte. */
const constant = (value: number) => bytes(0x41, value);
const get = (local: number) => bytes(0x20, local);
const set = (local: number) => bytes(0x21, local);
const vector = (opcode: number) => bytes(0xfd, leb(opcode));
const load = (offset: number) => bytes(vector(0x00), 2, leb(offset));
const add = (local: number, amount: Code) => bytes(get(local), amount, 0x6a, set(local));

const LOOP: Code = [0x03, NO_RESULT];
const IF: Code = [0x04, NO_RESULT];
const END: Code = [0x0b];
const BRANCH_IF: Code = [0x0d, 0];
const RETURN: Code = [0x0f];
const LESS: Code = [0x48];
const COUNT_TRAILING_ZEROS: Code = [0x68];
const PLUS: Code = [0x6a];
const OR: Code = [0x72];
const SHIFT_LEFT: Code = [0x74];
const GREATER = vector(0x44);
const GREATER_OR_EQUAL = vector(0x46);
const NOT = vector(0x4d);
const EITHER = vector(0x50);
const ANY_TRUE = vector(0x53);
const BITMASK = vector(0xa4);

/** Parameters: where the columns stand at `ROW`, how far they move on at a time, and where to stop. */
const [A, STEP_A, B, STEP_B, ROW, END_ROW] = [0, 1, 2, 3, 4, 5] as const;
/** What came out of comparing the four vectors. */
const OUTCOMES = [6, 7, 8, 9] as const;

/** @param comparison of a and b that is to be true */
function search(comparison: Code): Code {
  const compare = OUTCOMES.map((outcome, i) =>
    bytes(get(A), load(16 * i), get(B), load(16 * i), comparison, set(outcome)),
  );
  const [first, second, third, fourth] = OUTCOMES;
  const isFound = bytes(get(first), get(second), EITHER, get(third), get(fourth), EITHER, EITHER, ANY_TRUE);
  const mask = OUTCOMES.map((outcome, i) =>
    i === 0 ? bytes(get(outcome), BITMASK) : bytes(get(outcome), BITMASK, constant(4 * i), SHIFT_LEFT, OR),
  );
  return bytes(
    ...[LOOP, ...compare],
    ...[isFound, IF, get(ROW), ...mask, COUNT_TRAILING_ZEROS, PLUS, RETURN, END],
    ...[add(A, get(STEP_A)), add(B, get(STEP_B)), add(ROW, constant(ROWS_AT_ONCE))],
    ...[get(ROW), get(END_ROW), LESS, BRANCH_IF, END],
    ...[get(END_ROW), END],
  );
}

/** The module: it imports `host.memory` and exports `firstNotBelow` (a ≥ b) and `firstNotAbove` (a > b is false). */
export function searchModule(): Uint8Array<ArrayBuffer> {
  const parameters = [A, STEP_A, B, STEP_B, ROW, END_ROW].map(() => [I32]);
  const locals = [1, OUTCOMES.length, V128];
  const functions = [search(GREATER_OR_EQUAL), search(bytes(GREATER, NOT))].map((code) => sized(bytes(locals, code)));
  return Uint8Array.from(
    bytes(
      ...[[0x00, 0x61, 0x73, 0x6d], [1, 0, 0, 0]],
      section(1, [bytes(0x60, list(parameters), [1, I32])]),
      section(2, [bytes(text('host'), text('memory'), [2, 0, 1])]),
      section(3, [[0], [0]]),
      section(7, [bytes(text('firstNotBelow'), [0, 0]), bytes(text('firstNotAbove'), [0, 1])]),
      section(10, functions),
    ),
  );
}

function section(id: number, entries: readonly Code[]): Code {
  return bytes(id, sized(list(entries)));
}

function list(entries: readonly Code[]): Code {
  return bytes(leb(entries.length), ...entries);
}

function text(name: string): Code {
  return sized([...name].map((character) => character.charCodeAt(0)));
}

function sized(code: Code): Code {
  return bytes(leb(code.length), code);
}

/** LEB128, as the format writes numbers. */
function leb(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)];
}
