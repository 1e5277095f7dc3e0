import { strategy, ta } from '../../hindcast.ts';

export const donchianStop = strategy({
  name: 'Donchian breakout by stop order',
  setup: ({ data }) => ({ upper: ta.highest(data.high, 20), lower: ta.lowest(data.low, 10) }),
  onBar({ order, position }, { upper, lower }) {
    order.cancelAll();
    if (position.isOpen) position.protect({ stopLoss: lower.now });
    else order.buy({ stop: upper.now });
  },
});
