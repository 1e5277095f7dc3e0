/**
 * @title The calmest few
 * @kind rotation
 *
 * Once a month it ranks all symbols by how much they moved from day to day, and holds the calmest in equal parts.
 * Between two reviews it does nothing.
 *
 * @fails Calm is not safe: what hardly moved for months may fall the hardest once it does, and money that fled into the
 * calmest symbols makes them dear. In a strong rise it lags far behind. It measures only closes, so it takes a symbol
 * that is rarely traded for a calm one.
 * @data synthetic-funds.csv: daily bars of several symbols.
 */
import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'The calmest few',
  params: {
    period: param.int(20, { min: 10, max: 250, step: 10, label: 'Volatility, bars' }),
    hold: param.int(2, { min: 1, max: 10, step: 1, label: 'Symbols held' }),
  },
  state: () => ({ month: -1 }),

  setup({ data, params }) {
    const unrest = (symbol: string) => ta.stddev(ta.roc(data.of(symbol).close, 1), params.period);
    return new Map(data.symbols.map((symbol) => [symbol, unrest(symbol)]));
  },

  onBar({ bar, data, order, position, params, state }, unrest) {
    const month = new Date(bar.time).getUTCMonth();
    if (month === state.month) return;
    state.month = month;

    const moves = (symbol: string) => unrest.get(symbol)?.now ?? Number.NaN;
    const calmest = data.symbols
      .filter((symbol) => moves(symbol) > 0)
      .sort((a, b) => moves(a) - moves(b))
      .slice(0, params.hold);
    for (const symbol of data.symbols) {
      if (!calmest.includes(symbol)) position.of(symbol).close({ tag: 'no longer among the calmest' });
      else if (!position.of(symbol).isOpen) {
        // A little less than its part: what stays from last month may be worth more than its own.
        order.buy({ symbol, size: order.percentOfEquity(90 / params.hold), tag: 'among the calmest' });
      }
    }
  },
});
