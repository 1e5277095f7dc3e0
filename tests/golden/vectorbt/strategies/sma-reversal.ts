import { crosses } from '../../crossing.ts';
import { strategy, ta } from '../../hindcast.ts';

export const smaReversal = strategy({
  name: 'SMA cross, always in the market',
  setup: ({ data }) => ({ fast: ta.sma(data.close, 10), slow: ta.sma(data.close, 30) }),
  onBar({ order }, { fast, slow }) {
    if (crosses(fast, slow)) order.buy();
    else if (crosses(slow, fast)) order.sell();
  },
});
