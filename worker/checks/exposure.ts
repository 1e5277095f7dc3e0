import type { Check } from './check.ts';
import { counted, percent } from './quantities.ts';

const ALWAYS = 0.95;
const FEW_IF_ALWAYS = 10;
const NEVER = 0.02;
const FEW_IF_NEVER = 30;

/** Almost always in the market with few trades, which is buy and hold; or almost never, which is a handful of bars. */
export const exposure: Check = {
  id: 'exposure',
  look({ trades, measured }) {
    const count = trades.pnl.length;
    const { barsInMarket, tradableBars, buyAndHold, initialCash, finalEquity } = measured;
    const share = barsInMarket / tradableBars;
    if (count === 0) return null;
    if (share >= ALWAYS && count < FEW_IF_ALWAYS) {
      const [own, hold] = [finalEquity, buyAndHold.at(-1) as number].map((value) => percent(value / initialCash - 1));
      return {
        weight: 0.4,
        message: `In the market on ${percent(share)} of the bars with ${counted(count, 'trade')}, this is close to buy and hold, which made ${hold} against ${own}.`,
        suggestion: 'Judge it by its difference from buy and hold: alpha, drawdown and the information ratio.',
      };
    }
    if (share <= NEVER && count < FEW_IF_NEVER) {
      return {
        weight: 0.25,
        message: `In the market on ${percent(share)} of the bars only, the result rests on ${counted(barsInMarket, 'bar')}.`,
        suggestion: 'Loosen the entry, or run it on more symbols, to see whether the idea holds more often.',
      };
    }
    return null;
  },
};
