import type { Metric } from '../metric.ts';

/** Longest row of consecutive trades with this sign of profit; one that broke even ends both kinds of streak. */
function longestStreak(pnl: Float64Array, sign: 1 | -1): number {
  let longest = 0;
  let streak = 0;
  for (let row = 0; row < pnl.length; row++) {
    streak = Math.sign(pnl[row] as number) === sign ? streak + 1 : 0;
    if (streak > longest) longest = streak;
  }
  return longest;
}

/** Most wins in a row, in the order of exits; 0 without a win. */
export const maxConsecutiveWins: Metric = {
  id: 'maxConsecutiveWins',
  unit: 'count',
  convention: 'in the order of exits',
  compute: ({ trades }) => longestStreak(trades.pnl, 1),
};

/** Most losses in a row, in the order of exits; 0 without a loss. */
export const maxConsecutiveLosses: Metric = {
  id: 'maxConsecutiveLosses',
  unit: 'count',
  convention: 'in the order of exits',
  compute: ({ trades }) => longestStreak(trades.pnl, -1),
};
