/**
 * @title Fixed weights, rebalanced
 * @kind rebalancing
 *
 * Buys all symbols in equal parts and keeps them. Prices drift apart, and so do the parts: when one of them has moved too
 * far from its weight, all are brought back. That sells what has risen and buys what has fallen, without any opinion on
 * what comes next.
 *
 * @fails It never leaves the market, so it takes every crash. Where one symbol rises for years, rebalancing keeps selling
 * the winner; where one goes to zero, it keeps buying it on the way down. A narrow band trades a lot for nothing.
 * @data synthetic-funds.csv: daily bars of several symbols.
 */
import { param, strategy } from 'hindcast';

export default strategy({
  name: 'Fixed weights, rebalanced',
  params: {
    band: param.number(3, { min: 0.5, max: 20, step: 0.5, label: 'Drift allowed, percent of equity' }),
    invested: param.int(95, { min: 10, max: 98, step: 1, label: 'Invested, percent of equity' }),
  },

  setup({ data }) {
    return data.symbols.map((symbol) => ({ symbol, close: data.of(symbol).close }));
  },

  onBar({ order, position, account, params }, assets) {
    const weight = params.invested / 100 / assets.length;
    const shareOf = ({ symbol, close }: (typeof assets)[number]) =>
      (position.of(symbol).size * close.now) / account.equity;
    if (assets.every((asset) => Math.abs(shareOf(asset) - weight) <= params.band / 100)) return;

    for (const { symbol, close } of assets) {
      const missing = Math.trunc((account.equity * weight) / close.now - position.of(symbol).size);
      if (missing > 0) order.buy({ symbol, size: missing, tag: 'too small a part' });
      else if (missing < 0) order.sell({ symbol, size: -missing, reduceOnly: true, tag: 'too large a part' });
    }
  },
});
