import { crosses } from '../../crossing.ts';
import { strategy, ta } from '../../hindcast.ts';

export const smaCross = strategy({
  name: 'SMA cross',
  setup: ({ data }) => ({ fast: ta.sma(data.close, 10), slow: ta.sma(data.close, 30) }),
  onBar({ order, position }, { fast, slow }) {
    if (crosses(fast, slow)) {
      if (!position.isOpen) order.buy();
    } else if (crosses(slow, fast)) position.close();
  },
});
