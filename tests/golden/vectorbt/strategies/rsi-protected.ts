import type { Orders, Protection } from '#shared/strategy-api/orders.ts';
import { strategy, ta } from '../../hindcast.ts';

export const rsiProtected = (protection: (order: Orders) => Protection) => strategy({
  name: 'RSI, protected',
  setup: ({ data }) => ({ rsi: ta.rsi(data.close, 14) }),
  onBar({ order, position }, { rsi }) {
    if (rsi.now < 30) order.buy(protection(order));
    else if (rsi.now > 70) position.close();
  },
});
