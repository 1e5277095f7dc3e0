/**
 * Moving-average crossover as signals: the same rules as sma-cross.ts, said once for the whole column.
 *
 * Idea: conditions that depend on prices alone need no bar-by-bar code. `signals` says when to be in the market, and
 * a sweep over parameters jumps from signal to signal instead of visiting every bar.
 *
 * When it fails: as sma-cross.ts does; and what depends on the trade itself (its age, its profit) is no condition on
 * prices: write onBar for that.
 *
 * Try: npm run hindcast -- run examples/sma-signals.ts --data examples/data/sp500-2000.csv --param fast=20
 */
import { param, strategy, ta, when } from 'hindcast';

export default strategy({
  name: 'SMA signals',
  params: {
    fast: param.int(10, { min: 2, max: 100, label: 'Fast average, bars' }),
    slow: param.int(30, { min: 5, max: 400, label: 'Slow average, bars' }),
  },

  // Runs once. What is true on a bar's close is done at the next bar's open.
  signals({ data, params }) {
    const fast = ta.sma(data.close, params.fast);
    const slow = ta.sma(data.close, params.slow);
    return { entries: when.crossOver(fast, slow), exits: when.crossUnder(fast, slow) };
  },
});
