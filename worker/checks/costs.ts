import type { Check } from './check.ts';
import { money, percent } from './quantities.ts';

const LARGE_SHARE = 1 / 3;

/** Costs eat the edge: they take a third or more of what was won before them. */
export const costs: Check = {
  id: 'costs',
  look({ measured: { costs: paid }, currency }) {
    const { commission, spread, slippage, shareOfGrossProfit: share } = paid;
    if (!(share >= LARGE_SHARE)) return null;
    const total = commission + spread + slippage;
    const taken = `Costs of ${money(total, currency)} took ${percent(share)} of the ${money(total / share, currency)} won before costs`;
    const suggestion =
      'Trade less often or for larger moves, and run it with twice the costs to see how much depends on them.';
    return share < 1
      ? { weight: 0.35, message: `${taken}.`, suggestion }
      : { weight: 0.7, message: `${taken}: nothing is left.`, suggestion };
  },
};
