/**
 * @title Back to the middle band
 * @kind mean reversion
 *
 * Buys when the close is below the lower Bollinger band, that is unusually low for the last weeks, and sells at the
 * middle band. Patience is limited: what has not come back after a fixed number of bars is sold anyway.
 *
 * @fails A fall with a reason doesn't come back. The bands widen with the fall, so the strategy may buy several times on
 * the way down, and each time limit turns a paper loss into a real one. In a calm rise it hardly ever trades.
 * @data sp500-2000.csv: daily bars of one symbol.
 */
import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'Back to the middle band',
  params: {
    period: param.int(20, { min: 5, max: 100, step: 5, label: 'Bands, bars' }),
    width: param.number(2, { min: 0.5, max: 4, step: 0.25, label: 'Bands, standard deviations' }),
    patience: param.int(15, { min: 2, max: 60, step: 1, label: 'Held, bars at most' }),
  },

  setup({ data, params }) {
    return { bands: ta.bbands(data.close, params.period, params.width) };
  },

  onBar({ bar, order, position, params }, { bands }) {
    if (!position.isOpen) {
      if (bar.close < bands.lower.now) order.buy({ tag: 'below the lower band' });
    } else if (bar.close > bands.middle.now) {
      position.close({ tag: 'back at the middle' });
    } else if (position.barsHeld >= params.patience - 1) {
      // Ordered one bar early: the close is filled at the next open.
      position.close({ tag: 'out of patience' });
    }
  },
});
