/**
 * @title Early in the week
 * @kind seasonality
 *
 * An example of rules by the day of the week: it buys after Monday's close and sells after Wednesday's. It is out of the
 * market on Fridays and over every weekend, whatever the news.
 *
 * @fails Day-of-week effects come and go: which day was best has changed from decade to decade. Fifty round trips a year
 * turn a small commission into a large one. Where a holiday moves the sale, the trade lasts a day longer than planned.
 * @data sp500-2000.csv: daily bars of one symbol.
 */
import { param, strategy } from 'hindcast';

export default strategy({
  name: 'Early in the week',
  params: {
    buyFrom: param.int(1, { min: 1, max: 2, step: 1, label: 'Buy from (1 = Monday)' }),
    sellFrom: param.int(3, { min: 2, max: 3, step: 1, label: 'Sell from (3 = Wednesday)' }),
  },

  onBar({ bar, order, position, params }) {
    const weekday = new Date(bar.time).getUTCDay();
    if (weekday >= params.sellFrom) position.close({ tag: 'the week is half over' });
    else if (weekday >= params.buyFrom && !position.isOpen) order.buy({ tag: 'early in the week' });
  },
});
