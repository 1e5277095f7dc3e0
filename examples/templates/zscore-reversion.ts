/**
 * @title Z-score, both ways
 * @kind mean reversion
 *
 * Measures how many standard deviations the close lies from its average. Far below, it buys; far above, it sells short;
 * and it leaves when the price is back near the average. A stop-loss limits what a single mistake costs.
 *
 * @fails In trends. A market that keeps rising lies above its average all the time, so the short side bleeds; after
 * a stop the z-score is still extreme, and the strategy may walk into the same trend again on the very next bar.
 * @data sp500-2000.csv: daily bars of one symbol.
 */
import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'Z-score, both ways',
  params: {
    period: param.int(20, { min: 5, max: 200, step: 5, label: 'Average, bars' }),
    entry: param.number(2, { min: 0.5, max: 4, step: 0.25, label: 'Enter at this z-score' }),
    exit: param.number(0.5, { min: 0, max: 2, step: 0.25, label: 'Leave at this z-score' }),
    stop: param.number(4, { min: 1, max: 20, step: 1, label: 'Stop-loss, percent' }),
  },

  setup({ data, params }) {
    return { z: ta.zscore(data.close, params.period) };
  },

  onBar({ order, position, params }, { z }) {
    const stopLoss = order.percentAway(params.stop);
    if (position.isOpen) {
      const isBack = position.isLong ? z.now > -params.exit : z.now < params.exit;
      if (isBack) position.close({ tag: 'back at the average' });
    } else if (z.now < -params.entry) {
      order.buy({ stopLoss, tag: `z ${z.now.toFixed(1)}` });
    } else if (z.now > params.entry) {
      order.sell({ stopLoss, tag: `z ${z.now.toFixed(1)}` });
    }
  },
});
