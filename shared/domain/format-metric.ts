import type { MetricValue } from './run-result.ts';

const MINUS = '\u2212';
const THIN_SPACE = '\u2009';
const NO_BREAK_SPACE = '\u00a0';
const UNDEFINED = '–';

/**
 * A metric as people read it, the same on every machine: `12.34 %`, `−1,234.50 USD`, `0.893`, `1,932`,
 * `261 days`, `12.5 bars`; `–` where it isn't defined.
 *
 * Percent and money have two decimals, ratios three below 10 and two above, counts none, days and bars one unless
 * whole. The minus is U+2212, the space before % a thin one, before a word one that doesn't break.
 *
 * @param currency code of the account's currency, written behind money
 */
export function formatMetric({ value, unit }: MetricValue, currency: string): string {
  if (!Number.isFinite(value)) return UNDEFINED;
  switch (unit) {
    case 'fraction':
      return `${decimal(value * 100, 2)}${THIN_SPACE}%`;
    case 'ratio':
      return decimal(value, Math.abs(value) < 10 ? 3 : 2);
    case 'money':
      return `${decimal(value, 2)}${NO_BREAK_SPACE}${currency}`;
    case 'count':
      return decimal(value, 0);
    case 'days':
      return `${decimal(value, Number.isInteger(value) ? 0 : 1)}${NO_BREAK_SPACE}${value === 1 ? 'day' : 'days'}`;
    case 'bars':
      return `${decimal(value, Number.isInteger(value) ? 0 : 1)}${NO_BREAK_SPACE}${value === 1 ? 'bar' : 'bars'}`;
  }
}

/** Fixed decimals with thousands separated by commas; what rounds to zero has no sign. */
function decimal(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = value < 0 && Number(text) !== 0 ? MINUS : '';
  return sign + grouped + (fraction === undefined ? '' : `.${fraction}`);
}
