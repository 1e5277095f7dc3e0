import { strategy, ta } from '../../hindcast.ts';

export const bollingerLimit = strategy({
  name: 'Bollinger bands by limit order',
  setup: ({ data }) => ({ bands: ta.bbands(data.close, 20, 2) }),
  onBar({ order, position }, { bands }) {
    order.cancelAll();
    if (position.isOpen) position.protect({ takeProfit: bands.middle.now });
    else order.buy({ limit: bands.lower.now });
  },
});
