import { isAt } from './clock.ts';
import { probe } from './probe.ts';

const WINDOW = { last: '2026-04-01' };

probe('bracket-exit-tp-sl-fixed-01', WINDOW, {
  onBar({ bar, order, position }) {
    if (isAt(bar.time, '00:15') && !position.isOpen) order.buy({ id: 'L', size: 1, tag: 'periodic long' });
    if (!position.isLong) return;
    const { entryPrice } = position;
    order.exit({
      id: 'LX',
      entry: 'L',
      takeProfit: entryPrice * 1.004,
      stopLoss: entryPrice * 0.996,
      tag: 'bracket',
    });
    if (isAt(bar.time, '06:15')) position.close({ entry: 'L', tag: 'timeout' });
  },
});

probe('bracket-partial-exit-qty-percent-01', WINDOW, {
  onBar({ bar, order, position }) {
    if (isAt(bar.time, '01:15') && !position.isOpen) order.buy({ id: 'L', size: 2, tag: 'two lots' });
    if (!position.isLong) return;
    const { entryPrice } = position;
    order.exit({ id: 'HALF_TP', entry: 'L', takeProfit: entryPrice * 1.003, percent: 50, tag: 'half tp' });
    order.exit({ id: 'REST_SL', entry: 'L', stopLoss: entryPrice * 0.994, tag: 'rest stop' });
    if (isAt(bar.time, '09:15')) position.close({ entry: 'L', tag: 'timeout' });
  },
});

probe('bracket-trailing-activation-offset-path-01', WINDOW, {
  onBar({ bar, order, position }) {
    if (isAt(bar.time, '09:15') && !position.isOpen) order.buy({ id: 'L', size: 1, tag: 'trail path long' });
    if (isAt(bar.time, '15:15') && !position.isOpen) order.sell({ id: 'S', size: 1, tag: 'trail path short' });
    const trailingStop = { from: order.ticksAway(800), by: order.ticksAway(400) };
    if (position.isLong) order.exit({ id: 'LX', entry: 'L', trailingStop, tag: 'trail path long' });
    if (position.isShort) order.exit({ id: 'SX', entry: 'S', trailingStop, tag: 'trail path short' });
    if (isAt(bar.time, '23:45')) position.close({ tag: 'timeout' });
  },
});
