/** What stands before the fraction of a number. */
export type DecimalMark = '.' | ',';

const PLUS = 43;
const MINUS = 45;
const ZERO = 48;
const UPPER_E = 69;
const LOWER_E = 101;
/** 10^22 is the largest power of ten that a double holds exactly. */
const EXACT_POWERS = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/**
 * The decimal number written in `bytes[start … end)`: sign, digits, fraction, exponent, nothing else.
 *
 * Digits that make a whole number below 2^53, scaled by a power of ten that a double holds exactly, need one
 * correctly rounded division or multiplication; everything else goes through `Number`. The result is the one of
 * `Number` to the last bit either way.
 * @returns NaN when the text is not a number.
 * Source: Clinger (1990), How to Read Floating Point Numbers Accurately, PLDI.
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number, decimal: number): number {
  let at = start;
  const sign = at < end ? bytes[at] : 0;
  if (sign === MINUS || sign === PLUS) at++;

  let mantissa = 0;
  let fraction = 0;
  const wholeStart = at;
  for (; at < end; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit < 0 || digit > 9) break;
    mantissa = mantissa * 10 + digit;
  }
  let digits = at - wholeStart;
  if (at < end && bytes[at] === decimal) {
    const fractionStart = ++at;
    for (; at < end; at++) {
      const digit = (bytes[at] as number) - ZERO;
      if (digit < 0 || digit > 9) break;
      mantissa = mantissa * 10 + digit;
    }
    fraction = at - fractionStart;
    digits += fraction;
  }
  if (digits === 0) return NaN;

  let exponent = -fraction;
  if (at < end) {
    const written = readExponent(bytes, at, end);
    if (Number.isNaN(written)) return NaN;
    exponent += written;
  }
  if (mantissa > Number.MAX_SAFE_INTEGER || exponent > 22 || exponent < -22) {
    return slowNumber(bytes, start, end, decimal);
  }
  const magnitude =
    exponent < 0 ? mantissa / (EXACT_POWERS[-exponent] as number) : mantissa * (EXACT_POWERS[exponent] as number);
  return sign === MINUS ? -magnitude : magnitude;
}

/** `e±digits` up to the end; NaN for anything else. */
function readExponent(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const mark = bytes[at++];
  if (mark !== LOWER_E && mark !== UPPER_E) return NaN;
  const sign = at < end ? bytes[at] : 0;
  if (sign === MINUS || sign === PLUS) at++;
  if (at >= end) return NaN;
  let exponent = 0;
  for (; at < end; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit < 0 || digit > 9) return NaN;
    exponent = Math.min(exponent * 10 + digit, 9999);
  }
  return sign === MINUS ? -exponent : exponent;
}

function slowNumber(bytes: Uint8Array, start: number, end: number, decimal: number): number {
  let text = '';
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    text += byte === decimal ? '.' : String.fromCharCode(byte);
  }
  return Number(text);
}
