/**
 * @title Intraday dips in a daily trend
 * @kind multi-timeframe
 *
 * Two timeframes: days for the direction, quarter hours for the moment. It buys a dip (a low RSI of the short bars) only
 * while the last complete day closed above the average of several days, and sells when the dip has recovered or the
 * daily trend is gone.
 *
 * @fails A day is known only when it is over, so on the day on which the trend turns it still buys every dip of the
 * fall. With few days in the average the trend flips often; with many it is hardly ever there in time.
 * @data synthetic-15m.csv: intraday bars of one symbol.
 */
import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'Intraday dips in a daily trend',
  params: {
    days: param.int(5, { min: 2, max: 50, step: 1, label: 'Trend, days' }),
    period: param.int(4, { min: 2, max: 30, step: 1, label: 'RSI, bars' }),
    dip: param.int(20, { min: 5, max: 45, step: 5, label: 'Buy below' }),
    recovered: param.int(65, { min: 50, max: 95, step: 5, label: 'Sell above' }),
  },

  // A day comes in when it is complete; until then its series still show the day before.
  setup({ data, params }) {
    const day = data.at('1d');
    return { day, trend: ta.sma(day.close, params.days), rsi: ta.rsi(data.close, params.period) };
  },

  onBar({ order, position, params }, { day, trend, rsi }) {
    const isRising = day.close.now > trend.now;
    if (!position.isOpen) {
      if (isRising && rsi.now < params.dip) order.buy({ tag: 'dip in a rising market' });
    } else if (!isRising || rsi.now > params.recovered) {
      position.close({ tag: isRising ? 'recovered' : 'trend is gone' });
    }
  },
});
