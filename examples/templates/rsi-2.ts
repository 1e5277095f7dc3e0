/**
 * @title RSI(2) dips
 * @kind mean reversion
 *
 * Buys short, sharp dips in a market that rises: the price is above its long average, but an RSI of only two bars says
 * that the last days were nothing but down. It sells as soon as a close is above the average of a few days.
 *
 * @fails There is no stop: a dip that becomes a crash is held until the price has bounced above its short average, and
 * the long average, which should have kept it out, is broken only after the worst days. Since many people trade this
 * rule, the bounce has become smaller over the years.
 * @data sp500-2000.csv: daily bars of one symbol.
 */
import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'RSI(2) dips',
  params: {
    trend: param.int(200, { min: 20, max: 400, step: 10, label: 'Long average, bars' }),
    dip: param.int(10, { min: 1, max: 40, step: 1, label: 'Buy below this RSI' }),
    relief: param.int(5, { min: 2, max: 30, step: 1, label: 'Sell above the average of, bars' }),
  },

  setup({ data, params }) {
    return {
      trend: ta.sma(data.close, params.trend),
      relief: ta.sma(data.close, params.relief),
      rsi: ta.rsi(data.close, 2),
    };
  },

  onBar({ bar, order, position, params }, { trend, relief, rsi }) {
    if (position.isOpen) {
      if (bar.close > relief.now) position.close({ tag: 'bounced' });
    } else if (bar.close > trend.now && rsi.now < params.dip) {
      order.buy({ tag: `RSI ${rsi.now.toFixed(0)}` });
    }
  },
});
