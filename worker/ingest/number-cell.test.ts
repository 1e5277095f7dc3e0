import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from './number-cell.ts';

function parse(text: string, decimal = '.'): number {
  const bytes = new TextEncoder().encode(`;${text};`);
  return parseNumber(bytes, 1, bytes.length - 1, decimal.charCodeAt(0));
}

const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });
const sign = fc.constantFrom('', '+', '-');

describe('parseNumber', () => {
  it('gives the double that Number gives, for every way of writing a number', () => {
    const exponent = fc.option(fc.tuple(fc.constantFrom('e', 'E'), sign, digits(1, 3)), { nil: null });
    fc.assert(
      fc.property(sign, digits(1, 25), digits(0, 25), exponent, (minus, whole, fraction, power) => {
        const text = `${minus}${whole}${fraction === '' ? '' : `.${fraction}`}${power === null ? '' : power.join('')}`;
        expect(parse(text)).toBe(Number(text));
        expect(parse(text.replace('.', ','), ',')).toBe(Number(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back every double that is written out', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parse(String(value))).toBe(Number(String(value)));
      }),
    );
  });

  it('reads the edge of the exact range', () => {
    expect(parse('9007199254740991')).toBe(9007199254740991);
    expect(parse('9007199254740993')).toBe(9007199254740992);
    expect(parse('1e22')).toBe(1e22);
    expect(parse('1e23')).toBe(1e23);
    expect(parse('1e-22')).toBe(1e-22);
    expect(parse('.5')).toBe(0.5);
    expect(parse('5.')).toBe(5);
  });

  it.each(['', '.', '-', '+', 'abc', '1a', '1.2.3', '1e', '1e+', '1ex', '0x10', 'Infinity', '1 2', '--1', '1,5', 'e5'])(
    'refuses %j',
    (text) => expect(parse(text)).toBeNaN(),
  );
});
