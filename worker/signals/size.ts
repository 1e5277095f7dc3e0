import type { Size } from '#shared/strategy-api/orders.ts';
import type { SizeBuilder } from '#shared/strategy-api/signals.ts';

const ALL_EQUITY: Size = Object.freeze({ kind: 'percent-of-equity', value: 100 });

/** `size` as strategies import it. */
export const size: SizeBuilder = {
  percentOfEquity: (percent) =>
    Object.freeze({ kind: 'percent-of-equity', value: positive('size.percentOfEquity', percent) }),
  cash: (amount) => Object.freeze({ kind: 'cash', value: positive('size.cash', amount) }),
};

/**
 * The size that `signals` returned, as an object of ours.
 * @throws TypeError, RangeError
 */
export function readSize(given: unknown): Size {
  if (given === undefined) return ALL_EQUITY;
  if (typeof given === 'number') return { kind: 'units', value: positive('signals: size', given) };
  const { kind, value } = Object(given) as Partial<Record<keyof Size, unknown>>;
  if (kind === 'units' || kind === 'percent-of-equity' || kind === 'cash') {
    return { kind, value: positive('signals: size', value) };
  }
  throw new TypeError('signals: size is a number of units, size.percentOfEquity(…) or size.cash(…).');
}

function positive(what: string, value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value;
  throw new RangeError(`${what} is a number above 0, not ${typeof value === 'number' ? value : typeof value}.`);
}
