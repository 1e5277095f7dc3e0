/**
 * Buy and hold: the strategy that every other one has to beat.
 *
 * Idea: buy once with everything, and wait. It costs one commission and no time.
 *
 * When it fails: it takes every crash in full. What it earns depends on when you begin more than on anything else,
 * and an index that exists today is one that survived.
 *
 * Try: npm run hindcast -- run examples/buy-and-hold.ts --data examples/data/sp500-2000.csv
 */
import { strategy } from 'hindcast';

export default strategy({
  name: 'Buy and hold',

  // No setup: nothing to compute. The first bar is enough to order; the order is filled at the second bar's open.
  onBar({ bar, order }) {
    if (bar.index === 0) order.buy();
  },
});
