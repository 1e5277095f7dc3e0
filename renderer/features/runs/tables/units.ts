import { MINUS, UNDEFINED } from '../../../ui/format/decimal.ts';

const format = new Intl.NumberFormat('en-US', { maximumFractionDigits: 8 });

/** How many units, with the decimals that they have: `1,250`, `0.118`. */
export function formatUnits(qty: number | null): string {
  return qty === null || !Number.isFinite(qty) ? UNDEFINED : format.format(qty).replace('-', MINUS);
}
