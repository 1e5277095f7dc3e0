import { formatDecimal, UNDEFINED } from './decimal.ts';

const THIN_SPACE = '\u2009';

/** A fraction as percent, a thin space before the sign: 0.1842 → `18.42 %`. */
export function formatPercent(fraction: number, digits = 2): string {
  return Number.isFinite(fraction) ? `${formatDecimal(fraction * 100, digits)}${THIN_SPACE}%` : UNDEFINED;
}
