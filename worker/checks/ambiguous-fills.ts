import type { Check } from './check.ts';
import { counted, percent, whole } from './quantities.ts';

const SOME = 0.05;
const MANY = 0.2;

/** Ambiguous bars: trades with a fill that the bar alone can't order, when they are 5 % of all or more. */
export const ambiguousFills: Check = {
  id: 'ambiguous-fills',
  look({ trades: { entryFill, exitFill }, measured: { fills } }) {
    const count = entryFill.length;
    let unsure = 0;
    for (let row = 0; row < count; row++) {
      const entry = fills.ambiguous[entryFill[row] as number];
      const exit = fills.ambiguous[exitFill[row] as number];
      if (entry === 1 || exit === 1) unsure++;
    }
    const share = unsure / count;
    if (!(share >= SOME)) return null;
    return {
      weight: share < MANY ? 0.35 : 0.6,
      message: `In ${whole(unsure)} of ${counted(count, 'trade')} (${percent(share)}) the bar alone doesn't tell what came first; the worse order of events is assumed.`,
      suggestion: 'Run it on shorter bars, or set stop-loss and take-profit further apart than a bar is high.',
    };
  },
};
