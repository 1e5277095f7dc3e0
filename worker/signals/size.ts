import type { SizeBuilder } from '#shared/strategy-api/signals.ts';
import { makeSize } from '../strategy/size.ts';

/** `size` as strategies import it. */
export const size: SizeBuilder = {
  percentOfEquity: (percent) => makeSize('size.percentOfEquity', 'percent-of-equity', percent),
  cash: (amount) => makeSize('size.cash', 'cash', amount),
};
