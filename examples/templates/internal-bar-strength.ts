/**
 * @title Internal bar strength, as signals
 * @kind mean reversion
 *
 * Looks at where in its own range a bar closed: 0 is at the low, 1 at the high. A day that closed near its low was sold
 * in fear, and stock indices tend to recover from that overnight; so it buys then, and sells after a close near the
 * high. An example of an indicator of your own, and of signals.
 *
 * @fails It trades often for little: with a commission or spread of some hundredths of a percent nothing is left. In
 * a crash many days in a row close at their lows. And close, high and low must be those of one exchange: an index of
 * averages, or prices from several sources, have no true range.
 * @data sp500-2000.csv: daily bars of one symbol.
 */
import { param, series, strategy, when } from 'hindcast';

export default strategy({
  name: 'Internal bar strength',
  params: {
    weak: param.number(0.2, { min: 0.05, max: 0.5, step: 0.05, label: 'Buy below' }),
    strong: param.number(0.8, { min: 0.5, max: 0.95, step: 0.05, label: 'Sell above' }),
  },

  signals({ data, params }) {
    const strength: number[] = [];
    for (let i = 0; i < data.close.length; i++) {
      const range = data.high.at(i) - data.low.at(i);
      // A bar without range says nothing: neither weak nor strong.
      strength.push(range > 0 ? (data.close.at(i) - data.low.at(i)) / range : 0.5);
    }
    const ibs = series(strength);
    return { entries: when.below(ibs, params.weak), exits: when.above(ibs, params.strong) };
  },
});
