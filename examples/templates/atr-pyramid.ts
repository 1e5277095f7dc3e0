/**
 * @title Pyramid by average ranges
 * @kind trend
 *
 * Begins small and adds while it is right. The first unit is bought on a new high; whenever the price has gone a fixed
 * number of average ranges further, another one follows, up to a limit. Each unit has a trailing stop of its own, so
 * that a trend that ends takes them all out.
 *
 * @fails The last units are bought highest: a trend that turns soon after them loses more than the first unit earned.
 * Most breakouts never get to a second unit, so the costs of many small losses must be paid by few long trends.
 * @data sp500-2000.csv: daily bars of one symbol.
 */
import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'Pyramid by average ranges',
  params: {
    period: param.int(40, { min: 10, max: 200, step: 5, label: 'New high of, bars' }),
    units: param.int(4, { min: 1, max: 8, step: 1, label: 'Units, at most' }),
    spacing: param.number(1, { min: 0.5, max: 4, step: 0.5, label: 'Between units, average ranges' }),
    stop: param.number(5, { min: 1, max: 10, step: 0.5, label: 'Trailing stop, average ranges' }),
  },
  state: () => ({ addAbove: 0 }),

  setup({ data, params }) {
    return { channel: ta.donchian(data, params.period), atr: ta.atr(data, 20) };
  },

  onBar({ bar, order, position, params, state }, { channel, atr }) {
    const isDue = position.isOpen ? bar.close > state.addAbove : bar.close > channel.upper.ago(1);
    if (!isDue) return;
    order.buy({
      // Not all of the equity: by the time of the next unit, those held are worth more than they cost.
      size: order.percentOfEquity(80 / params.units),
      pyramiding: params.units,
      trailingStop: order.timesAway(atr, params.stop),
      tag: `unit ${position.entries + 1}`,
    });
    state.addAbove = bar.close + params.spacing * atr.now;
  },
});
