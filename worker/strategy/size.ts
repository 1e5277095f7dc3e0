import type { Size } from '#shared/strategy-api/orders.ts';

/** What is traded when nothing is said. */
export const ALL_EQUITY: Size = Object.freeze({ kind: 'percent-of-equity', value: 100 });

/**
 * A size as strategies hold it.
 * @param call what it was asked with, for messages
 */
export function makeSize(call: string, kind: Size['kind'], value: unknown): Size {
  return Object.freeze({ kind, value: positive(call, value) });
}

/**
 * A size that a strategy handed over, as an object of ours.
 * @param maker the object whose methods make sizes there, for messages
 * @throws TypeError, RangeError
 */
export function readSize(call: string, size: unknown, maker: 'order' | 'size'): Size {
  if (typeof size === 'number') return { kind: 'units', value: positive(call, size, 'size') };
  if (typeof size === 'object' && size !== null && 'kind' in size && 'value' in size) {
    const { kind, value } = size;
    if (kind === 'percent-of-equity' || kind === 'cash' || kind === 'units') {
      return { kind, value: positive(call, value, 'size') };
    }
  }
  throw new TypeError(`${call}: size is a number of units, ${maker}.percentOfEquity(…) or ${maker}.cash(…).`);
}

/** @param member of what was asked for; the words are put together only where they are needed */
export function positive(call: string, value: unknown, member?: string): number {
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value;
  const what = member === undefined ? call : `${call}: ${member}`;
  throw new RangeError(`${what} must be a number above 0, not ${typeof value === 'number' ? value : typeof value}.`);
}
