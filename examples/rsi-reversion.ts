/**
 * RSI mean reversion: buy fear, sell relief.
 *
 * Idea: after a sharp fall (RSI low) prices tend to bounce. Buy, take the profit at a fixed distance, and accept a
 * fixed loss when the fall goes on. The two exits are a bracket: one fills, the other is cancelled.
 *
 * When it fails: a market that keeps falling stays "oversold" for weeks, and the strategy buys all the way down,
 * one stop-loss after the other. Small regular wins and rare large losses look better than they are.
 *
 * Try: npm run hindcast -- run examples/rsi-reversion.ts --data examples/data/sp500-2000.csv --param oversold=25
 */
import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'RSI reversion',
  params: {
    period: param.int(14, { min: 2, max: 50, label: 'RSI period, bars' }),
    oversold: param.number(30, { min: 5, max: 50, label: 'Buy below this RSI' }),
    overbought: param.number(70, { min: 50, max: 95, label: 'Leave above this RSI' }),
    stop: param.number(5, { min: 0.5, max: 50, label: 'Stop-loss, percent below' }),
    target: param.number(10, { min: 0.5, max: 100, label: 'Take-profit, percent above' }),
  },

  setup({ data, params }) {
    return { rsi: ta.rsi(data.close, params.period) };
  },

  onBar({ bar, order, position, params }, { rsi }) {
    if (!position.isOpen && rsi.now < params.oversold) {
      // The levels are prices. They are set from today's close, because tomorrow's open is not known yet.
      order.buy({
        stopLoss: bar.close * (1 - params.stop / 100),
        takeProfit: bar.close * (1 + params.target / 100),
        tag: `RSI ${rsi.now.toFixed(1)}`,
      });
    } else if (position.isOpen && rsi.now > params.overbought) {
      // Relief came before the target was reached: leave. Closing cancels both legs of the bracket.
      position.close({ tag: 'RSI back up' });
    }
  },
});
