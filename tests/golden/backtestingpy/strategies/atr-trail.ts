import { crosses } from '../../crossing.ts';
import { strategy, ta } from '../../hindcast.ts';

export const atrTrail = strategy({
  name: 'SMA cross with a stop that follows',
  state: () => ({ stop: Number.NaN }),
  setup: ({ data }) => ({
    fast: ta.sma(data.close, 10),
    slow: ta.sma(data.close, 30),
    range: ta.sma(ta.trueRange(data), 14),
  }),
  onBar({ bar, order, position, state }, { fast, slow, range }) {
    const stop = bar.close - 3 * range.now;
    if (position.isOpen) {
      state.stop = Math.max(state.stop, stop);
      position.protect({ stopLoss: state.stop });
    } else if (crosses(fast, slow)) {
      state.stop = stop;
      order.buy({ stopLoss: stop });
    }
  },
});
