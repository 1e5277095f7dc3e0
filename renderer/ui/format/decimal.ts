export const MINUS = '\u2212';
/** Stands where a number isn't defined. */
export const UNDEFINED = '–';

const formats = new Map<number, Intl.NumberFormat>();

/**
 * A number with fixed decimals, the same on every machine: `1,234.50`, `−0.21`; `–` where it isn't finite. What rounds
 * to zero has no sign.
 */
export function formatDecimal(value: number, digits: number): string {
  if (!Number.isFinite(value)) return UNDEFINED;
  return formatOf(digits).format(value).replace('-', MINUS);
}

function formatOf(digits: number): Intl.NumberFormat {
  const known = formats.get(digits);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'negative',
  });
  formats.set(digits, format);
  return format;
}
