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
const wordAt = (address: number) => bytes(get(address), 0x28, 2, 0);
const store = (address: number, value: Code) => bytes(get(address), value, 0x36, 2, 0);
const add = (local: number, amount: Code) => bytes(get(local), amount, 0x6a, set(local));

const LOOP: Code = [0x03, NO_RESULT];
const IF: Code = [0x04, NO_RESULT];
const BRANCH_IF: Code = [0x0d, 0];
const END: Code = [0x0b];
const AND: Code = [0x71];
const OR: Code = [0x72];
const XOR: Code = [0x73];
const SHIFT_LEFT: Code = [0x74];
const SHIFT_RIGHT: Code = [0x76];
const EQUAL = vector(0x41);
const GREATER = vector(0x44);
const VECTOR_OR = vector(0x50);
const VECTOR_XOR = vector(0x51);
const ANY_TRUE = vector(0x53);
const BITMASK = vector(0xa4);
/** −1: all bits. */
const ONES: Code = [0x41, 0x7f];

/** What `compare` takes, in this order; it counts `WORDS` down to 0. */
const [A, STEP_A, KNOWN_A, B, STEP_B, KNOWN_B, WORDS] = [0, 1, 2, 3, 4, 5, 6] as const;
const [ABOVE, BELOW, OVER, UNDER, TIED] = [7, 8, 9, 10, 11] as const;
const PARAMETERS = [A, STEP_A, KNOWN_A, B, STEP_B, KNOWN_B, WORDS, ABOVE, BELOW, OVER, UNDER, TIED];
/** The bits of a word: where a > b, a < b, where they are equal, and where both are known. */
const [MORE, LESS, SAME, KNOWN] = [12, 13, 14, 15] as const;
/** Whether the row before the word was known and not above, or not below: 1 or 0. */
const [WAS_NOT_ABOVE, WAS_NOT_BELOW] = [16, 17] as const;
/** Four rows of each column, and whether any of the word's rows were equal. */
const [LEFT, RIGHT, EQUALS] = [18, 19, 20] as const;
const WORD_BYTES = 4;
const FOURS = [0, 1, 2, 3, 4, 5, 6, 7];

const loadFour = (four: number) => bytes(load(A, 16 * four), set(LEFT), load(B, 16 * four), set(RIGHT));
const putFour = (word: number, four: number, comparison: Code) =>
  bytes(get(word), get(LEFT), get(RIGHT), comparison, BITMASK, constant(4 * four), SHIFT_LEFT, OR, set(word));

/** A crossing is beyond now, and was known and not beyond on the row before. */
const storeCrossings = (target: number, beyond: number, wasNotBeyond: number) => {
  const isNotBeyond = bytes(get(beyond), ONES, XOR, get(KNOWN), AND);
  const before = bytes(isNotBeyond, constant(1), SHIFT_LEFT, get(wasNotBeyond), OR);
  return bytes(
    store(target, bytes(get(beyond), before, AND)),
    ...[isNotBeyond, constant(31), SHIFT_RIGHT, set(wasNotBeyond)],
  );
};

const COMPARE: Code = bytes(
  LOOP,
  ...[constant(0), set(MORE), constant(0), set(SAME), get(LEFT), get(LEFT), VECTOR_XOR, set(EQUALS)],
  ...FOURS.map((four) =>
    bytes(
      ...[loadFour(four), putFour(MORE, four, GREATER)],
      ...[get(LEFT), get(RIGHT), EQUAL, get(EQUALS), VECTOR_OR, set(EQUALS)],
    ),
  ),
  // Ties are rare: which rows they are on is asked only when there are some, and the word is put on a list.
  ...[get(EQUALS), ANY_TRUE, IF, ...FOURS.map((four) => bytes(loadFour(four), putFour(SAME, four, EQUAL)))],
  ...[store(TIED, get(WORDS)), add(TIED, constant(WORD_BYTES)), END],
  // What is known, and neither above nor tied, is below.
  ...[wordAt(KNOWN_A), wordAt(KNOWN_B), AND, set(KNOWN)],
  ...[get(MORE), get(SAME), OR, ONES, XOR, get(KNOWN), AND, set(LESS)],
  ...[store(ABOVE, get(MORE)), store(BELOW, get(LESS))],
  ...[storeCrossings(OVER, MORE, WAS_NOT_ABOVE), storeCrossings(UNDER, LESS, WAS_NOT_BELOW)],
  ...[add(A, get(STEP_A)), add(B, get(STEP_B))],
  ...[KNOWN_A, KNOWN_B, ABOVE, BELOW, OVER, UNDER].map((address) => add(address, constant(WORD_BYTES))),
  ...[add(WORDS, ONES), get(WORDS), BRANCH_IF, END],
  ...[get(TIED), END],
);

/** The module: it imports `host.memory` and exports `compare`, which returns where the list of tied words ends. */
export function comparisonModule(): Uint8Array<ArrayBuffer> {
  const locals = bytes(2, [6, I32], [3, V128]);
  return Uint8Array.from(
    bytes(
      ...[
        [0x00, 0x61, 0x73, 0x6d],
        [1, 0, 0, 0],
      ],
      section(1, bytes(0x60, list(PARAMETERS.map(() => [I32])), [1, I32])),
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
