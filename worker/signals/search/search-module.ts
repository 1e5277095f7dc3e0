/**
 * A WebAssembly module that looks for the first row on which one column lies above another, eight rows at a time.
 * JavaScript can compare one row at a time only, which would make sweeps five times slower. The module is written out
 * here as it runs, in the order of the instructions, so that there is nothing to build.
 *
 * Encoding: https://webassembly.github.io/spec/core/binary/
 */

/** Rows that are compared before the outcome is looked at: four vectors of two doubles. */
export const ROWS_AT_ONCE = 8;

type Code = readonly number[];

const I32 = 0x7f;
const V128 = 0x7b;
const NO_RESULT = 0x40;

const bytes = (...parts: readonly (Code | number)[]): Code => parts.flat();
/** From 0 to 63, which take one byte. */
const constant = (value: number) => bytes(0x41, value);
const get = (local: number) => bytes(0x20, local);
const set = (local: number) => bytes(0x21, local);
const vector = (opcode: number) => bytes(0xfd, ...leb(opcode));
const load = (offset: number) => bytes(vector(0x00), 3, leb(offset));
const advance = (local: number, by: Code) => bytes(get(local), by, ADD, set(local));

const LOOP: Code = [0x03, NO_RESULT];
const IF: Code = [0x04, NO_RESULT];
const END: Code = [0x0b];
const BRANCH_IF: Code = [0x0d, 0];
const RETURN: Code = [0x0f];
const LESS: Code = [0x48];
const COUNT_TRAILING_ZEROS: Code = [0x68];
const ADD: Code = [0x6a];
const OR: Code = [0x72];
const SHIFT_LEFT: Code = [0x74];
const VECTOR_NOT = vector(0x4d);
const VECTOR_OR = vector(0x50);
const ANY_TRUE = vector(0x53);
const GREATER = vector(0x4a);
const BITMASK = vector(0xc4);

/** Parameters of the functions: where the columns stand at `ROW` and how far they move on, and the rows to look at. */
const [A, STEP_A, B, STEP_B, ROW, END_ROW] = [0, 1, 2, 3, 4, 5] as const;
const OUTCOMES = [6, 7, 8, 9] as const;

/** @param negated looks for the first row on which a is not above b, NaN included */
function search(negated: boolean): Code {
  const compare = OUTCOMES.map((outcome, i) =>
    bytes(get(A), load(16 * i), get(B), load(16 * i), GREATER, negated ? VECTOR_NOT : [], set(outcome)),
  );
  const [first, second, third, fourth] = OUTCOMES;
  const found = bytes(get(first), get(second), VECTOR_OR, get(third), get(fourth), VECTOR_OR, VECTOR_OR, ANY_TRUE);
  const bits = OUTCOMES.map((outcome, i) =>
    bytes(get(outcome), BITMASK, i === 0 ? [] : bytes(constant(2 * i), SHIFT_LEFT, OR)),
  );
  return bytes(
    ...[LOOP, ...compare],
    ...[found, IF, get(ROW), ...bits, COUNT_TRAILING_ZEROS, ADD, RETURN, END],
    ...[advance(A, get(STEP_A)), advance(B, get(STEP_B)), advance(ROW, constant(ROWS_AT_ONCE))],
    ...[get(ROW), get(END_ROW), LESS, BRANCH_IF, END],
    ...[get(END_ROW), END],
  );
}

/** The module: imports `host.memory`, exports `firstAbove` and `firstNotAbove`. */
export function searchModule(): Uint8Array<ArrayBuffer> {
  const parameters = [A, STEP_A, B, STEP_B, ROW, END_ROW].map(() => I32);
  const functions = [search(false), search(true)].map((code) => sized(bytes([1, OUTCOMES.length, V128], code)));
  return Uint8Array.from(
    bytes(
      ...[[0x00, 0x61, 0x73, 0x6d], [1, 0, 0, 0]],
      section(1, [bytes(0x60, list(parameters.map((one) => [one])), [1, I32])]),
      section(2, [bytes(text('host'), text('memory'), [2, 0, 1])]),
      section(3, [[0], [0]]),
      section(7, [bytes(text('firstAbove'), [0, 0]), bytes(text('firstNotAbove'), [0, 1])]),
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

/** Unsigned LEB128, the format's whole numbers. */
function leb(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)];
}
