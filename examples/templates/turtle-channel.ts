/**
 * @title Turtle channel
 * @kind trend
 *
 * Follows trends both ways. A close above the highest high of the last eight weeks or so buys, one below the lowest low
 * sells short. A shorter channel tells when the trend is over: a long position is closed by a close below the lowest
 * low of the last weeks, a short one by a close above the highest high.
 *
 * @fails In markets that go sideways nearly every breakout turns back, and the shorter channel then takes a loss each
 * time; long rows of small losses are normal. Shorting an index that rises over decades costs money in most years.
 * @data sp500-2000.csv: daily bars of one symbol.
 */
import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'Turtle channel',
  params: {
    entry: param.int(55, { min: 10, max: 200, step: 5, label: 'Channel of entries, bars' }),
    exit: param.int(20, { min: 5, max: 100, step: 5, label: 'Channel of exits, bars' }),
  },

  setup({ data, params }) {
    return { entry: ta.donchian(data, params.entry), exit: ta.donchian(data, params.exit) };
  },

  onBar({ bar, order, position }, { entry, exit }) {
    // The channels of the bar before: no close is above a channel that holds its own high.
    if (bar.close > entry.upper.ago(1)) {
      if (!position.isLong) order.buy({ reverse: true, tag: 'new high' });
    } else if (bar.close < entry.lower.ago(1)) {
      if (!position.isShort) order.sell({ reverse: true, tag: 'new low' });
    } else if (position.isLong && bar.close < exit.lower.ago(1)) {
      position.close({ tag: 'the rise is over' });
    } else if (position.isShort && bar.close > exit.upper.ago(1)) {
      position.close({ tag: 'the fall is over' });
    }
  },
});
