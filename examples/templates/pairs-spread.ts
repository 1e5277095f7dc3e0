/**
 * @title Pair spread
 * @kind pairs
 *
 * Two symbols that usually move together: when the ratio of their prices is far from its average, the expensive one is
 * sold short and the cheap one bought, both for the same amount of money, so that the market as a whole hardly matters.
 * When the ratio is back near its average, both are closed together.
 *
 * @fails When the two part for good: a takeover, a scandal, a new product. The ratio then leaves its average and never
 * returns, and both legs lose at once. Pairs that were chosen because they moved together in the same data always look
 * good. Borrowing for the short leg costs money, which a run counts only if it is told to.
 * @data synthetic-funds.csv SYN-EAST SYN-WEST: daily bars of two symbols, at the same times.
 */
import { param, series, strategy, ta } from 'hindcast';

export default strategy({
  name: 'Pair spread',
  params: {
    period: param.int(40, { min: 10, max: 200, step: 5, label: 'Average of the ratio, bars' }),
    entry: param.number(2, { min: 1, max: 4, step: 0.25, label: 'Enter at this z-score' }),
    exit: param.number(0.5, { min: 0, max: 1.5, step: 0.25, label: 'Leave at this z-score' }),
  },

  setup({ data, params }) {
    const [, partner = ''] = data.symbols;
    const other = data.of(partner).close;
    if (other.length !== data.close.length) throw new Error('Both symbols need bars at the same times.');
    const ratio: number[] = [];
    for (let i = 0; i < other.length; i++) ratio.push(data.close.at(i) / other.at(i));
    return { z: ta.zscore(series(ratio), params.period), partner };
  },

  onBar({ order, position, params }, { z, partner }) {
    if (position.isOpen) {
      if (Math.abs(z.now) > params.exit) return;
      position.close({ tag: 'back together' });
      position.of(partner).close({ tag: 'back together' });
    } else if (Math.abs(z.now) > params.entry) {
      // Less than half for each leg: together they must not be worth more than the account.
      const size = order.percentOfEquity(45);
      const tag = `z ${z.now.toFixed(1)}`;
      if (z.now > 0) {
        order.sell({ size, tag });
        order.buy({ symbol: partner, size, tag });
      } else {
        order.buy({ size, tag });
        order.sell({ symbol: partner, size, tag });
      }
    }
  },
});
