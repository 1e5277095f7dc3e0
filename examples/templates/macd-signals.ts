/**
 * @title MACD in an uptrend, as signals
 * @kind trend
 *
 * Says in advance, for all bars at once, when to be in the market: from the bar on which MACD crosses its signal line
 * upwards while the price is above its long average, until MACD crosses back or the price falls below the average.
 * Written as signals, which parameter sweeps run dozens of times faster than onBar.
 *
 * @fails MACD is made of averages and reacts late: in choppy weeks it crosses back and forth at every turn. Where the
 * long average is broken by a fall within days, as in most crashes, the exit comes after a good part of it.
 * @data sp500-2000.csv: daily bars of one symbol.
 */
import { param, strategy, ta, when } from 'hindcast';

export default strategy({
  name: 'MACD in an uptrend',
  params: {
    fast: param.int(12, { min: 2, max: 50, step: 1, label: 'Fast average, bars' }),
    slow: param.int(26, { min: 5, max: 100, step: 1, label: 'Slow average, bars' }),
    smoothing: param.int(9, { min: 2, max: 50, step: 1, label: 'Signal line, bars' }),
    trend: param.int(200, { min: 20, max: 400, step: 10, label: 'Long average, bars' }),
  },

  signals({ data, params }) {
    const { macd, signal } = ta.macd(data.close, params.fast, params.slow, params.smoothing);
    const isRising = when.above(data.close, ta.sma(data.close, params.trend));
    return {
      entries: when.crossOver(macd, signal).and(isRising),
      exits: when.crossUnder(macd, signal).or(isRising.not()),
    };
  },
});
