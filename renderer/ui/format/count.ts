import { formatDecimal } from './decimal.ts';

/** How many: `10,000`. */
export function formatCount(count: number): string {
  return formatDecimal(count, 0);
}
