import { strategy, ta } from '../../hindcast.ts';

export const rsiTrail = strategy({
  name: 'RSI with a trailing stop',
  setup: ({ data }) => ({ rsi: ta.rsi(data.close, 14) }),
  onBar({ order, position }, { rsi }) {
    if (rsi.now < 30) order.buy({ trailingStop: order.percentAway(5) });
    else if (rsi.now > 70) position.close();
  },
});
