/**
 * A WebAssembly module that compares two columns four rows at a time; JavaScript can only do it row by row, which
 * would make sweeps twice as slow. It is written out here as it runs, in the order of the instructions.
 *
 * Encoding: https://webassembly.github.io/spec/core/binary/
 */

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
const load = (address: number, offset: number) => bytes(get(address), vector(0x00), 2, leb(offset));
const store = (address: number, value: number) => bytes(get(address), get(value), 0x36, 2, 0);
const add = (local: number, amount: Code) => bytes(get(local), amount, 0x6a, set(local));

const LOOP: Code = [0x03, NO_RESULT];
const BRANCH_IF: Code = [0x0d, 0];
const END: Code = [0x0b];
const OR: Code = [0x72];
const SHIFT_LEFT: Code = [0x74];
const EQUAL = vector(0x41);
const GREATER = vector(0x44);
const BITMASK = vector(0xa4);

/** Parameters: where the columns stand, how far they move on with each word, how many words, and where the bits go. */
const [A, STEP_A, B, STEP_B, WORDS, ABOVE, TIED] = [0, 1, 2, 3, 4, 5, 6] as const;
const [MORE, SAME, LEFT, RIGHT] = [7, 8, 9, 10] as const;
const WORD_BYTES = 4;

/** Four rows of a word: their two bits each, put where they belong. */
function compareFour(four: number): Code {
  const put = (word: number, comparison: Code) =>
    bytes(get(word), get(LEFT), get(RIGHT), comparison, BITMASK, constant(4 * four), SHIFT_LEFT, OR, set(word));
  return bytes(
    ...[load(A, 16 * four), set(LEFT), load(B, 16 * four), set(RIGHT)],
    ...[put(MORE, GREATER), put(SAME, EQUAL)],
  );
}

const COMPARE: Code = bytes(
  LOOP,
  ...[constant(0), set(MORE), constant(0), set(SAME)],
  ...[0, 1, 2, 3, 4, 5, 6, 7].map(compareFour),
  ...[store(ABOVE, MORE), store(TIED, SAME)],
  ...[add(A, get(STEP_A)), add(B, get(STEP_B)), add(ABOVE, constant(WORD_BYTES)), add(TIED, constant(WORD_BYTES))],
  // −1 is 127 in seven bits.
  ...[add(WORDS, [0x41, 0x7f]), get(WORDS), BRANCH_IF, END, END],
);

/** The module: it imports `host.memory` and exports `compare(a, stepA, b, stepB, words, above, tied)`. */
export function comparisonModule(): Uint8Array<ArrayBuffer> {
  const parameters = [A, STEP_A, B, STEP_B, WORDS, ABOVE, TIED].map(() => [I32]);
  const locals = bytes(2, [2, I32], [2, V128]);
  return Uint8Array.from(
    bytes(
      ...[[0x00, 0x61, 0x73, 0x6d], [1, 0, 0, 0]],
      section(1, bytes(0x60, list(parameters), 0)),
      section(2, bytes(text('host'), text('memory'), [2, 0, 1])),
      section(3, [0]),
      section(7, bytes(text('compare'), [0, 0])),
      section(10, sized(bytes(locals, COMPARE))),
    ),
  );
}

/** A section with one entry. */
function section(id: number, entry: Code): Code {
  return bytes(id, sized(bytes(1, entry)));
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
