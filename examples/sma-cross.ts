/**
 * Moving-average crossover: the "hello world" of trend following.
 *
 * Idea: when the average of the last few closes rises above the average of many more, prices have started to move
 * up; be in the market. When it falls below, be out.
 *
 * When it fails: in sideways markets the two averages cross back and forth, and each crossing costs a little.
 * Crossovers are always late: they give back part of every move, and they buy after gaps, not before.
 *
 * Try: npm run hindcast -- run examples/sma-cross.ts --data examples/data/sp500-2000.csv --param fast=20 --param slow=100
 */
import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'SMA cross',
  params: {
    fast: param.int(10, { min: 2, max: 100, label: 'Fast average, bars' }),
    slow: param.int(30, { min: 5, max: 400, label: 'Slow average, bars' }),
  },

  // Runs once. Averages are computed for the whole column at a time, which is what makes a backtest fast.
  setup({ data, params }) {
    return { fast: ta.sma(data.close, params.fast), slow: ta.sma(data.close, params.slow) };
  },

  // Runs on each bar, after its close. Whatever is ordered here is filled at the next bar's open.
  onBar({ order, position }, { fast, slow }) {
    if (ta.crossOver(fast, slow) && !position.isOpen) {
      order.buy({ size: order.percentOfEquity(100), tag: 'fast above slow' });
    } else if (ta.crossUnder(fast, slow)) {
      position.close({ tag: 'fast below slow' });
    }
  },
});
