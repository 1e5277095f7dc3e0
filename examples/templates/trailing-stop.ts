/**
 * @title Ride with a trailing stop
 * @kind trend
 *
 * Buys when the close is the highest of many bars, and then does nothing at all: a trailing stop, a few average ranges
 * below the best price since the entry, follows the market up and never goes back. It is the only way out.
 *
 * @fails When prices jump over the stop in the night, the exit is at the open, however far below that is. A sharp dip in
 * a good trend throws it out, and it comes back only at a new high, that is higher. Too small a distance makes it trade
 * on noise alone.
 * @data sp500-2000.csv: daily bars of one symbol.
 */
import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'Ride with a trailing stop',
  params: {
    period: param.int(100, { min: 10, max: 300, step: 10, label: 'Highest close of, bars' }),
    atrPeriod: param.int(20, { min: 5, max: 100, step: 5, label: 'Average range, bars' }),
    distance: param.number(4, { min: 1, max: 10, step: 0.5, label: 'Distance of the stop, average ranges' }),
  },

  setup({ data, params }) {
    return { highest: ta.highest(data.close, params.period), atr: ta.atr(data, params.atrPeriod) };
  },

  onBar({ bar, order, position, params }, { highest, atr }) {
    if (position.isOpen || bar.close < highest.now) return;
    order.buy({ trailingStop: order.timesAway(atr, params.distance), tag: `highest close of ${params.period} bars` });
  },
});
