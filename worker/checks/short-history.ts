import type { Check } from './check.ts';
import { counted } from './quantities.ts';

const FEW_BARS = 250;
const SHORT_YEARS = 2;

/** Short history: less than two years, or too few bars, have seen one kind of market. */
export const shortHistory: Check = {
  id: 'short-history',
  look({ measured: { years, tradableBars, trades } }) {
    if (trades.pnl.length === 0 || (years >= SHORT_YEARS && tradableBars >= FEW_BARS)) return null;
    return {
      weight: tradableBars < FEW_BARS ? 0.5 : 0.3,
      message: `The strategy could act on ${counted(tradableBars, 'bar')} in ${years.toFixed(1)} years: one kind of market, perhaps, and no other.`,
      suggestion: 'Import more history, with a crisis and a calm time in it.',
    };
  },
};
