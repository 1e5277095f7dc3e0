import type { Check } from './check.ts';
import { counted } from './quantities.ts';

const TOO_FEW = 10;
const FEW = 30;

/**
 * Few trades: averages of a small sample are mostly luck. The error of a win rate from 30 trades is still ± 9
 * percentage points, from 10 ± 16.
 */
export const fewTrades: Check = {
  id: 'few-trades',
  look({ trades }) {
    const count = trades.pnl.length;
    if (count === 0 || count >= FEW) return null;
    const suggestion =
      'Run it on a longer history, on more symbols or on shorter bars before believing any of its figures.';
    const made = `The run made ${counted(count, 'trade')}`;
    return count < TOO_FEW
      ? { weight: 0.8, message: `${made}: below ${TOO_FEW}, luck alone explains almost any result.`, suggestion }
      : { weight: 0.4, message: `${made}: below ${FEW}, averages are still mostly luck.`, suggestion };
  },
};
