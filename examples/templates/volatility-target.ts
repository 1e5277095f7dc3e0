/**
 * @title Volatility target
 * @kind volatility targeting
 *
 * Holds an index, but not always the same amount of it: the louder the market, the less. The share is the wanted
 * volatility divided by that of the last weeks, never more than the whole account, and it is adjusted only when it is off
 * by more than a band, to spare costs.
 *
 * @fails A crash out of a quiet market meets it fully invested; it sells after the first bad days, and if the market
 * recovers at once it has sold low and buys back higher. It lowers risk more surely than it raises return.
 * @data sp500-2000.csv: daily bars of one symbol.
 */
import { param, strategy, ta } from 'hindcast';

const BARS_PER_YEAR = 252;

export default strategy({
  name: 'Volatility target',
  params: {
    target: param.number(10, { min: 2, max: 40, step: 1, label: 'Volatility wanted, percent a year' }),
    period: param.int(20, { min: 5, max: 120, step: 5, label: 'Volatility measured over, bars' }),
    band: param.number(10, { min: 1, max: 50, step: 1, label: 'Adjust when off by, percent of equity' }),
  },

  setup({ data, params }) {
    return { daily: ta.stddev(ta.roc(data.close, 1), params.period) };
  },

  onBar({ bar, order, position, account, params }, { daily }) {
    const yearly = daily.now * Math.sqrt(BARS_PER_YEAR);
    const wanted = Math.min(0.98, params.target / yearly);
    const share = (position.size * bar.close) / account.equity;
    if (Math.abs(wanted - share) < params.band / 100) return;
    const missing = Math.trunc(((wanted - share) * account.equity) / bar.close);
    const tag = `${yearly.toFixed(0)} % volatility`;
    if (missing > 0) order.buy({ size: missing, tag });
    else if (missing < 0) order.sell({ size: -missing, reduceOnly: true, tag });
  },
});
