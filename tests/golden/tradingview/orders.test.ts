import { ta } from '../hindcast.ts';
import { isAt } from './clock.ts';
import { probe } from './probe.ts';

const WINDOW = { last: '2026-04-01' };

probe(
  'order-process-on-close-true-01',
  { last: '2026-05-01', atClose: true },
  {
    setup: ({ data }) => ({
      rsi: ta.rsi(data.close, 14),
      fast: ta.ema(data.close, 9),
      slow: ta.ema(data.close, 21),
    }),
    onBar({ order, position }, { rsi, fast, slow }) {
      if (ta.crossOver(fast, slow) && rsi.now < 70 && !position.isOpen) {
        order.buy({ id: 'L', size: 1, tag: 'entry' });
      }
      if (ta.crossUnder(fast, slow) && position.isLong) position.close({ entry: 'L', tag: 'exit' });
    },
  },
);

probe(
  'order-percent-equity-cash-commission-01',
  { ...WINDOW, commission: 1.5 },
  {
    onBar({ bar, order, position }) {
      if (isAt(bar.time, '08:15') && !position.isOpen) {
        order.buy({ id: 'L', size: order.percentOfEquity(25), tag: 'default percent sizing' });
      }
      if (isAt(bar.time, '12:15') && position.isLong) position.close({ entry: 'L', tag: 'sizing close' });
    },
  },
);

probe('order-dual-stop-both-touch-priority-01', WINDOW, {
  onBar({ bar, order, position }) {
    if (isAt(bar.time, '02:45') && !position.isOpen) {
      order.buy({ id: 'LE', size: 1, stop: bar.close * 1.002, tag: 'near long stop' });
      order.sell({ id: 'SE', size: 1, stop: bar.close * 0.998, tag: 'near short stop' });
    }
    if (isAt(bar.time, '06:15')) position.close({ tag: 'morning flat' });
    if (isAt(bar.time, '14:45') && !position.isOpen) {
      order.buy({ id: 'LE2', size: 1, stop: bar.close * 1.004, tag: 'farther long stop' });
      order.sell({ id: 'SE2', size: 1, stop: bar.close * 0.996, tag: 'farther short stop' });
    }
    if (isAt(bar.time, '18:15')) position.close({ tag: 'evening flat' });
  },
});

probe('oca-raw-strategy-order-reduce-01', WINDOW, {
  onBar({ bar, order, position }) {
    if (isAt(bar.time, '07:15') && !position.isOpen) order.buy({ id: 'L', size: 1, tag: 'oca source' });
    if (position.isLong) {
      const group = { size: position.size, oco: 'BRACKET', ocoMode: 'reduce', reverse: false } as const;
      order.sell({ id: 'TP', limit: position.entryPrice * 1.004, tag: 'TP', ...group });
      order.sell({ id: 'SL', stop: position.entryPrice * 0.996, tag: 'SL', ...group });
    }
    if (!position.isOpen) {
      order.cancel('TP');
      order.cancel('SL');
    }
    if (isAt(bar.time, '13:15') && position.isLong) position.close({ entry: 'L', tag: 'timeout' });
  },
});

probe(
  'pyramid-close-id-grouping-01',
  { ...WINDOW, pyramiding: 3 },
  {
    onBar({ bar, order, position }) {
      const buy = (tag: string) => order.buy({ id: 'L', size: 1, tag });
      const sell = (tag: string) => order.sell({ id: 'S', size: 1, tag });
      if (isAt(bar.time, '00:15') && !position.isOpen) buy('lot 1');
      if (isAt(bar.time, '00:30') && position.isLong) buy('lot 2');
      if (isAt(bar.time, '00:45') && position.isLong) buy('lot 3');
      if (isAt(bar.time, '01:15') && position.isLong) position.close({ entry: 'L', tag: 'close all L' });
      if (isAt(bar.time, '12:15') && !position.isOpen) sell('short lot 1');
      if (isAt(bar.time, '12:30') && position.isShort) sell('short lot 2');
      if (isAt(bar.time, '12:45') && position.isShort) sell('short lot 3');
      if (isAt(bar.time, '13:15') && position.isShort) position.close({ entry: 'S', tag: 'close all S' });
    },
  },
);
