/**
 * @title Supertrend flip
 * @kind trend
 *
 * Supertrend draws a line a few average ranges away from the price, which only moves with the trend. While the price is
 * above it, the direction is up, and the strategy holds; when a close breaks the line, the direction flips, and the
 * strategy is out of the market until it flips back.
 *
 * @fails A market that swings by about the width of the line flips it again and again, always near the end of a swing:
 * it buys high and sells low until a real trend begins. A wide line avoids that and gives back more of each trend.
 * @data sp500-2000.csv: daily bars of one symbol.
 */
import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'Supertrend flip',
  params: {
    period: param.int(20, { min: 5, max: 100, step: 1, label: 'Average range, bars' }),
    width: param.number(4, { min: 1, max: 10, step: 0.5, label: 'Distance of the line, average ranges' }),
  },

  setup({ data, params }) {
    return { direction: ta.supertrend(data, params.period, params.width).direction };
  },

  onBar({ order, position }, { direction }) {
    if (direction.now === 1 && !position.isOpen) order.buy({ tag: 'flipped up' });
    else if (direction.now === -1) position.close({ tag: 'flipped down' });
  },
});
