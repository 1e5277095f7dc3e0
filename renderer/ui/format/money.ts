import { formatDecimal } from './decimal.ts';

const NO_BREAK_SPACE = '\u00a0';

/** An amount with two decimals, `−1,234.50 USD`; without a currency for columns whose heading names it. */
export function formatMoney(amount: number, currency?: string): string {
  const text = formatDecimal(amount, 2);
  return currency === undefined || !Number.isFinite(amount) ? text : text + NO_BREAK_SPACE + currency;
}
