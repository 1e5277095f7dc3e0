/**
 * @title Volatility breakout
 * @kind breakout
 *
 * Each evening it places a buy stop for the next day, part of an average range above the close: if the market is strong
 * enough to get there, it is bought on the way. The order is good for one day, and whatever was bought is sold at the
 * next open.
 *
 * @fails Prices often touch the stop and turn; then the day's purchase was its high. It depends on being filled exactly
 * at the stop: with realistic slippage, in the fastest moments of the day, much of the profit is gone. Bars of a day
 * can't tell what happened first inside them, so test it on shorter bars before believing it.
 * @data sp500-2000.csv: daily bars of one symbol.
 */
import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'Volatility breakout',
  params: {
    period: param.int(10, { min: 2, max: 50, step: 1, label: 'Average range, bars' }),
    share: param.number(0.5, { min: 0.1, max: 2, step: 0.1, label: 'Above the close, average ranges' }),
  },

  setup({ data, params }) {
    return { atr: ta.atr(data, params.period) };
  },

  onBar({ bar, order, position, params }, { atr }) {
    position.close({ tag: 'the day after' });
    order.buy({ stop: bar.close + params.share * atr.now, timeInForce: 'day', tag: 'strong day' });
  },
});
