import { crosses } from '../../crossing.ts';
import { strategy, ta } from '../../hindcast.ts';

export const pyramid = strategy({
  name: 'Pyramid, closed by halves',
  setup: ({ data }) => ({
    fast: ta.sma(data.close, 10),
    slow: ta.sma(data.close, 30),
    rsi: ta.rsi(data.close, 14),
  }),
  onBar({ order, position }, { fast, slow, rsi }) {
    if (fast.now > slow.now && crosses(rsi, 50) && position.entries < 4) order.buy({ size: order.percentOfEquity(25) });
    else if (position.isOpen && crosses(70, rsi)) position.close({ percent: 50 });
    else if (crosses(slow, fast)) position.close();
  },
});
