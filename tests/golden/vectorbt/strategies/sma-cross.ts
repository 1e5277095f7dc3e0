import { crosses } from '../../crossing.ts';
import { strategy, ta } from '../../hindcast.ts';

/** @param percent of what cash can buy, in each trade */
export const smaCross = (percent: number) =>
  strategy({
    name: 'SMA cross',
    setup: ({ data }) => ({ fast: ta.sma(data.close, 10), slow: ta.sma(data.close, 30) }),
    onBar({ order, position }, { fast, slow }) {
      if (crosses(fast, slow)) order.buy({ size: order.percentOfEquity(percent) });
      else if (crosses(slow, fast)) position.close();
    },
  });
