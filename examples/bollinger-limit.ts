/**
 * Bollinger bands with limit entries: let the price come to you.
 *
 * Idea: rest a limit order at the lower band, two standard deviations below the average. If the price dips that
 * far, it is filled at the band or better; then rest a take-profit at the average, to which prices tend to return.
 *
 * When it fails: in a crash the price goes through the lower band and stays there, and there is no stop-loss here.
 * And a limit order that was touched in a backtest need not have been filled in life: others were in the queue.
 *
 * Try: npm run hindcast -- run examples/bollinger-limit.ts --data examples/data/sp500-2000.csv --param deviations=2.5
 */
import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'Bollinger limit',
  params: {
    period: param.int(20, { min: 5, max: 200, label: 'Average, bars' }),
    deviations: param.number(2, { min: 0.5, max: 5, step: 0.1, label: 'Width of the bands, standard deviations' }),
  },

  setup({ data, params }) {
    return { bands: ta.bbands(data.close, params.period, params.deviations) };
  },

  onBar({ order, position }, { bands }) {
    // Both orders follow the bands: they are placed anew on each bar.
    order.cancelAll();
    if (position.isOpen) position.protect({ takeProfit: bands.middle.now });
    else order.buy({ limit: bands.lower.now, tag: 'dip to the lower band' });
  },
});
