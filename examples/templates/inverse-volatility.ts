/**
 * @title Equal risk
 * @kind volatility targeting
 *
 * Holds all symbols all the time, each with the share that makes it contribute about the same risk: the calmer a symbol,
 * the larger its share. Once a month the shares are worked out anew, and what has grown too large is sold to buy what
 * has become too small.
 *
 * @fails It looks at each symbol alone: when everything falls together, spreading the risk helps little. Calm bonds get
 * the largest share, and when interest rates rise that is where it loses. Yesterday's volatility is not tomorrow's:
 * after a quiet year it holds the most just before it gets loud.
 * @data synthetic-funds.csv: daily bars of several symbols.
 */
import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'Equal risk',
  params: {
    period: param.int(60, { min: 10, max: 250, step: 10, label: 'Volatility, bars' }),
    invested: param.int(95, { min: 10, max: 98, step: 1, label: 'Invested, percent of equity' }),
  },
  state: () => ({ month: -1 }),

  setup({ data, params }) {
    return data.symbols.map((symbol) => ({
      symbol,
      close: data.of(symbol).close,
      unrest: ta.stddev(ta.roc(data.of(symbol).close, 1), params.period),
    }));
  },

  onBar({ bar, order, position, account, params, state }, assets) {
    const month = new Date(bar.time).getUTCMonth();
    if (month === state.month) return;
    state.month = month;

    const held = assets.filter(({ unrest }) => unrest.now > 0);
    const total = held.reduce((sum, { unrest }) => sum + 1 / unrest.now, 0);
    for (const { symbol, close, unrest } of held) {
      const share = (params.invested / 100) * (1 / unrest.now / total);
      const missing = Math.trunc((account.equity * share) / close.now - position.of(symbol).size);
      const tag = `${(100 * share).toFixed(0)} % of equity`;
      if (missing > 0) order.buy({ symbol, size: missing, tag });
      else if (missing < 0) order.sell({ symbol, size: -missing, reduceOnly: true, tag });
    }
  },
});
