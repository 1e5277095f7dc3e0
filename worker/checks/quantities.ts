import { formatMetric } from '#shared/domain/format-metric.ts';
import type { Fraction, Money } from '#shared/domain/units.ts';

/** A number of things as it stands in a sentence: `1 trade`, `4,210 bars`. */
export function counted(count: number, noun: string): string {
  return `${whole(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A count: `4,210`. */
export function whole(count: number): string {
  return formatMetric({ value: count, unit: 'count', convention: '' }, '');
}

/** A share or return with as many digits as a sentence needs: `63 %`, `4.2 %`. */
export function percent(share: Fraction): string {
  const size = Math.abs(share) * 100;
  const text = size < 9.95 ? size.toFixed(1).replace('.0', '') : whole(size);
  return `${share < 0 && text !== '0' ? '−' : ''}${text} %`;
}

/** `1,234.50 USD`. */
export function money(amount: Money, currency: string): string {
  return formatMetric({ value: amount, unit: 'money', convention: '' }, currency);
}
