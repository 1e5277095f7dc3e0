import type { Check } from './check.ts';
import { counted, money, percent } from './quantities.ts';

const LARGE_SHARE = 0.5;

/** Forced closes make the profit: it hangs on the day on which the data happens to end. */
export const forcedCloses: Check = {
  id: 'forced-closes',
  look({ trades: { pnl, forced }, currency }) {
    const net = pnl.reduce((sum, value) => sum + value, 0);
    const count = forced.reduce((sum, flag) => sum + flag, 0);
    const made = pnl.reduce((sum, value, row) => sum + (forced[row] === 1 ? value : 0), 0);
    if (net <= 0 || made < net * LARGE_SHARE) return null;
    const which = `${counted(count, 'trade')} closed only because the data ends made ${money(made, currency)} of ${money(net, currency)} net profit`;
    const rest = net - made;
    return {
      weight: rest > 0 ? 0.35 : 0.6,
      message:
        rest > 0
          ? `${which}, ${percent(made / net)} of it.`
          : `${which}; the trades that the strategy itself ended made ${money(rest, currency)}.`,
      suggestion: 'Give the strategy an exit of its own, or end the run on another day and see what is left.',
    };
  },
};
