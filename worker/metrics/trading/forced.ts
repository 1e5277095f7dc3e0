import type { Metric } from '../metric.ts';

/** Forced closes: trades that ended because the data did, not because the strategy said so. */
export const tradesForced: Metric = {
  id: 'tradesForced',
  unit: 'count',
  convention: 'closed at the last close because the data ends',
  compute: ({ trades, tradesWithoutForced }) => trades.pnl.length - tradesWithoutForced.pnl.length,
};

/** Profit of forced closes: the part of the trades' profit that hangs on the day on which the data ends. */
export const profitForced: Metric = {
  id: 'profitForced',
  unit: 'money',
  convention: 'net profit of trades closed because the data ends',
  compute({ trades, tradesWithoutForced }) {
    const sum = (total: number, value: number) => total + value;
    return trades.pnl.reduce(sum, 0) - tradesWithoutForced.pnl.reduce(sum, 0);
  },
};
