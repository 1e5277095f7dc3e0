import { strategy, ta } from '../../hindcast.ts';

export const rsiStops = strategy({
  name: 'RSI with stop-loss and take-profit',
  setup: ({ data }) => ({ rsi: ta.rsi(data.close, 14) }),
  onBar({ bar, order, position }, { rsi }) {
    if (!position.isOpen && rsi.now < 30) {
      order.buy({ stopLoss: bar.close * (1 - 0.05), takeProfit: bar.close * (1 + 0.1) });
    } else if (position.isOpen && rsi.now > 70) position.close();
  },
});
