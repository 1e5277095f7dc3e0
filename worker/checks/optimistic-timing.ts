import { FILL_RULES } from '#shared/domain/run-result.ts';
import type { Check } from './check.ts';
import { counted, whole } from './quantities.ts';

const MARKET_CLOSE = FILL_RULES.indexOf('market-close');

/**
 * Fills at optimistic timing: at the close of the bar on which the order was sent, so at a price that the strategy
 * had to know to decide. An order sent earlier for the close of a later bar is none of them.
 */
export const optimisticTiming: Check = {
  id: 'optimistic-timing',
  look({ measured: { fills }, orders }) {
    let early = 0;
    for (let row = 0; row < fills.bar.length; row++) {
      const order = fills.order[row] as number;
      if (fills.rule[row] === MARKET_CLOSE && orders.bar[order] === fills.bar[row]) early++;
    }
    if (early === 0) return null;
    return {
      weight: 0.4,
      message: `${whole(early)} of ${counted(fills.bar.length, 'fill')} took the close of the bar whose close decided them, a price that is known only when it is too late to trade at it.`,
      suggestion: "Run it with fills at the next bar's open and compare.",
    };
  },
};
