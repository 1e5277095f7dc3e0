/**
 * @title Breakout both ways, with brackets
 * @kind breakout
 *
 * Rests two orders at once: a buy stop at the highest high and a sell stop at the lowest low of the last bars. They are
 * one-cancels-other: when one fills, the other is gone. Each brings its bracket along, a stop-loss and a take-profit at
 * distances in average ranges from the fill, and one of the two ends the trade.
 *
 * @fails In a range that is tested from both sides, it sells at the bottom and buys at the top. A day that runs through
 * both the stop-loss and the take-profit can't be decided on daily bars; the worse is assumed, and the run counts how
 * often. A gap through the stop-loss costs more than the bracket says.
 * @data sp500-2000.csv: daily bars of one symbol.
 */
import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'Breakout both ways',
  params: {
    period: param.int(30, { min: 5, max: 100, step: 5, label: 'Channel, bars' }),
    risk: param.number(2, { min: 0.5, max: 6, step: 0.5, label: 'Stop-loss, average ranges' }),
    reward: param.number(4, { min: 0.5, max: 12, step: 0.5, label: 'Take-profit, average ranges' }),
  },

  setup({ data, params }) {
    return { channel: ta.donchian(data, params.period), atr: ta.atr(data, 20) };
  },

  onBar({ order, position, params }, { channel, atr }) {
    // The channel has moved: what rests from the bar before is out of date. Stop-losses and take-profits stay.
    order.cancelAll();
    if (position.isOpen) return;
    const bracket = {
      stopLoss: order.timesAway(atr, params.risk),
      takeProfit: order.timesAway(atr, params.reward),
      oco: 'breakout',
    };
    order.buy({ stop: channel.upper.now, ...bracket, tag: 'new high' });
    order.sell({ stop: channel.lower.now, ...bracket, tag: 'new low' });
  },
});
