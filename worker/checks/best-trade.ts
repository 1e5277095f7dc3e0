import { isoTime } from '#shared/domain/iso-time.ts';
import type { Check } from './check.ts';
import { money, percent } from './quantities.ts';

const LARGE_SHARE = 0.5;

/** One trade makes the profit: what is left without the best of all trades, when it made half of it or more. */
export const bestTrade: Check = {
  id: 'best-trade',
  look({ trades, symbols, time, currency }) {
    const { pnl } = trades;
    const net = pnl.reduce((sum, value) => sum + value, 0);
    if (pnl.length < 2 || net <= 0) return null;
    const best = pnl.reduce((highest, value, row) => (value > (pnl[highest] as number) ? row : highest), 0);
    const made = pnl[best] as number;
    if (made < net * LARGE_SHARE) return null;
    const on = symbols[trades.symbol[best] as number];
    const [from, to] = [trades.entryBar, trades.exitBar].map((bars) => isoTime(time[bars[best] as number] as number));
    const which = `One trade (${on}, ${from} to ${to}) made ${money(made, currency)} of ${money(net, currency)} net profit`;
    const rest = net - made;
    return {
      weight: rest > 0 ? 0.4 : 0.7,
      message:
        rest > 0
          ? `${which}, ${percent(made / net)} of it; ${money(rest, currency)} is left without it.`
          : `${which}; without it nothing is won: ${money(rest, currency)}.`,
      suggestion: 'Look at what happened there, and ask whether the rules would catch the next one of its kind.',
    };
  },
};
