import { crosses } from '../../crossing.ts';
import { strategy, ta } from '../../hindcast.ts';

export const emaTarget = strategy({
  name: 'EMA cross to a target of units',
  setup: ({ data }) => ({ fast: ta.ema(data.close, 20), slow: ta.ema(data.close, 50) }),
  onBar({ bar, order, position, account }, { fast, slow }) {
    const units = Math.floor((1.8 * account.equity) / bar.close);
    const target = crosses(fast, slow) ? units : crosses(slow, fast) ? -units : position.size;
    const missing = target - position.size;
    if (missing > 0) order.buy({ size: missing });
    else if (missing < 0) order.sell({ size: -missing });
  },
});
