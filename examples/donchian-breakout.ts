/**
 * Donchian breakout with a trailing stop: the turtles' way to follow trends.
 *
 * Idea: a new high of the last weeks says that something is going on. Wait for it with a stop order just at that
 * high, and once in, follow the price with a stop that only ever moves up, a few average ranges (ATR) below.
 *
 * When it fails: most breakouts fail. Expect many small losses and a few large wins, and long stretches in which
 * only the small losses come. A gap through the stop costs more than the stop says.
 *
 * Try: npm run hindcast -- run examples/donchian-breakout.ts --data examples/data/sp500-2000.csv --slippage 0.02%
 */
import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'Donchian breakout',
  params: {
    period: param.int(20, { min: 5, max: 200, label: 'Channel, bars' }),
    atrPeriod: param.int(14, { min: 2, max: 100, label: 'ATR period, bars' }),
    distance: param.number(3, { min: 0.5, max: 10, step: 0.5, label: 'Trailing distance, ATRs' }),
  },
  // State lives from bar to bar, and starts fresh with each run.
  state: () => ({ stop: 0 }),

  setup({ data, params }) {
    return { channel: ta.donchian(data, params.period), atr: ta.atr(data, params.atrPeriod) };
  },

  onBar({ bar, order, position, params, state }, { channel, atr }) {
    // Yesterday's breakout order is out of date: the channel has moved.
    order.cancelAll();
    const below = bar.close - params.distance * atr.now;
    if (!position.isOpen) {
      order.buy({ stop: channel.upper.now, stopLoss: below, tag: `high of ${params.period} bars` });
      state.stop = below;
      return;
    }
    // The trailing stop: never down, only up.
    state.stop = Math.max(state.stop, below);
    position.protect({ stopLoss: state.stop });
  },
});
