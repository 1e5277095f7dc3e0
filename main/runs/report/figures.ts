import type { Fraction, Money, Ms } from '#shared/domain/units.ts';

/** A minus as wide as a plus, so that columns of signed numbers line up. */
const MINUS = '\u2212';
/** Keeps a number and its percent sign together on one line. */
const THIN_SPACE = '\u202f';
const UNDEFINED = '\u2013';

function decimal(value: number, least: number, most: number, signed: boolean): string {
  if (!Number.isFinite(value)) return UNDEFINED;
  const text = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    signDisplay: signed ? 'exceptZero' : 'negative',
  }).format(value);
  return text.replace('-', MINUS);
}

/** 0.1234 → `12.34 %`. */
export function percent(value: Fraction, decimals = 2): string {
  return Number.isFinite(value) ? `${decimal(value * 100, decimals, decimals, false)}${THIN_SPACE}%` : UNDEFINED;
}

/** As many decimals as it has, up to six: 0.00001 → `0.001 %`. */
export function exactPercent(value: Fraction): string {
  const decimals = [0, 1, 2, 3, 4, 5].find(
    (d) => Math.abs(value * 100 * 10 ** d - Math.round(value * 100 * 10 ** d)) < 1e-9,
  );
  return percent(value, decimals ?? 6);
}

/** 0.1234 → `+12.34 %`. */
export function signedPercent(value: Fraction, decimals = 2): string {
  return Number.isFinite(value) ? `${decimal(value * 100, decimals, decimals, true)}${THIN_SPACE}%` : UNDEFINED;
}

/** A difference of two percentages: 0.1234 → `+12.34 pp`. */
export function percentagePoints(value: Fraction): string {
  return Number.isFinite(value) ? `${decimal(value * 100, 2, 2, true)}${THIN_SPACE}pp` : UNDEFINED;
}

/** 0.1234 → `+12.3`: for tables whose caption says percent. */
export function signedPercentNumber(value: Fraction): string {
  return decimal(value * 100, 1, 1, true);
}

/** An amount without its currency: `12,345.60`. */
export function money(amount: Money): string {
  return decimal(amount, 2, 2, false);
}

/** `+12,345.60` */
export function signedMoney(amount: Money): string {
  return decimal(amount, 2, 2, true);
}

/** A whole number: `5,284`. */
export function count(value: number): string {
  return decimal(value, 0, 0, false);
}

/** Units, without trailing zeros: `0.118`. */
export function quantity(value: number): string {
  return decimal(value, 0, 8, false);
}

/** Writes the prices of some columns with the same decimals: 2, or as many as the smallest price needs. */
export function priceFormat(...columns: Float64Array[]): (price: number) => string {
  let smallest = 10;
  for (const price of columns.flatMap((column) => [...column])) {
    if (price !== 0) smallest = Math.min(smallest, Math.abs(price));
  }
  const decimals = smallest >= 10 ? 2 : Math.min(10, 4 - Math.floor(Math.log10(smallest)));
  return (price) => decimal(price, decimals, decimals, false);
}

/** A short number for an axis: `12.5k`, `1.2M`. */
export function compact(value: number): string {
  const text = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 4 }).format(value);
  return text.replace('-', MINUS).replace('K', 'k');
}

/** `2024-03-21`, UTC. */
export function date(time: Ms): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** `2024-03-21 14:30`, UTC. */
export function dateAndTime(time: Ms): string {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}
