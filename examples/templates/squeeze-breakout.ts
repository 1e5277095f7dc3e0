/**
 * @title Squeeze
 * @kind breakout
 *
 * Quiet markets don't stay quiet. While the Bollinger bands lie inside the Keltner channel, prices move less than their
 * ranges suggest: the market is squeezed. When a squeeze of several bars ends with the close above the average, it buys,
 * and it sells when a close falls below the average.
 *
 * @fails The end of a quiet time says that something moves, not where to: about half of the breakouts are false, and
 * the exit, an average, lets each of them cost something. Squeezes are rare, so a test over a few years rests on
 * a handful of trades.
 * @data sp500-2000.csv: daily bars of one symbol.
 */
import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'Squeeze',
  params: {
    period: param.int(20, { min: 10, max: 60, step: 5, label: 'Bands and channel, bars' }),
    width: param.number(1.5, { min: 1, max: 3, step: 0.25, label: 'Channel, average ranges' }),
    quiet: param.int(5, { min: 1, max: 30, step: 1, label: 'Squeeze, bars at least' }),
  },
  state: () => ({ quietBars: 0 }),

  setup({ data, params }) {
    return {
      bands: ta.bbands(data.close, params.period, 2),
      channel: ta.keltner(data, params.period, params.width, params.period),
    };
  },

  onBar({ bar, order, position, params, state }, { bands, channel }) {
    const isSqueezed = bands.upper.now < channel.upper.now && bands.lower.now > channel.lower.now;
    const wasQuiet = state.quietBars >= params.quiet;
    state.quietBars = isSqueezed ? state.quietBars + 1 : 0;
    if (position.isOpen) {
      if (bar.close < bands.middle.now) position.close({ tag: 'below the average' });
    } else if (wasQuiet && !isSqueezed && bar.close > bands.middle.now) {
      order.buy({ tag: 'out of the squeeze' });
    }
  },
});
