import { crosses } from '../../crossing.ts';
import { strategy, ta } from '../../hindcast.ts';

export const emaLongShort = strategy({
  name: 'EMA cross, always in the market',
  setup: ({ data }) => ({ fast: ta.ema(data.close, 20), slow: ta.ema(data.close, 50) }),
  onBar({ order, position }, { fast, slow }) {
    const isUp = crosses(fast, slow);
    if (!isUp && !crosses(slow, fast)) return;
    order.cancelAll();
    position.close();
    const size = order.percentOfEquity(95);
    if (isUp) order.buy({ size });
    else order.sell({ size });
  },
});
