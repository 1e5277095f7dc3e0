import { strategy, ta } from '../../hindcast.ts';
import { crosses } from '../../crossing.ts';

/** @param percent of the account in each trade */
export const smaCross = (percent = 100) => strategy({
  name: 'SMA cross',
  setup: ({ data }) => ({ fast: ta.sma(data.close, 10), slow: ta.sma(data.close, 30) }),
  onBar({ order, position }, { fast, slow }) {
    if (crosses(fast, slow)) order.buy({ size: order.percentOfEquity(percent) });
    else if (crosses(slow, fast)) position.close();
  },
});
