import { strategy, ta } from '../../hindcast.ts';

export const rsiBracket = strategy({
  name: 'RSI with stop-loss and take-profit',
  setup: ({ data }) => ({ rsi: ta.rsi(data.close, 14) }),
  onBar({ order, position }, { rsi }) {
    if (rsi.now < 30) order.buy({ stopLoss: order.percentAway(5), takeProfit: order.percentAway(10) });
    else if (rsi.now > 70) position.close();
  },
});
