/**
 * Momentum rotation: hold the strongest few of several stocks.
 *
 * Idea: what has risen most over the last months tends to go on for a while. Once a bar, rank all stocks by their
 * change and hold the best in equal parts; whatever drops out of the ranking is sold.
 *
 * When it fails: when the leaders turn, they turn together and fast. And look at the sample data: five companies
 * that we know, years later, to have become giants. Choosing them today is hindsight, not skill; a fair test would
 * have included those that went broke.
 *
 * Try: npm run hindcast -- run examples/rotation.ts --data examples/data/stocks.csv --param hold=1
 */
import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'Rotation',
  params: {
    lookback: param.int(6, { min: 1, max: 24, label: 'Momentum, bars' }),
    hold: param.int(2, { min: 1, max: 20, label: 'Stocks held' }),
  },

  // One momentum series for each symbol. A stock that was listed later simply has no value until it has history.
  setup({ data, params }) {
    return new Map(data.symbols.map((symbol) => [symbol, ta.roc(data.of(symbol).close, params.lookback)]));
  },

  onBar({ data, order, position, params }, momentum) {
    const change = (symbol: string) => momentum.get(symbol)?.now ?? Number.NaN;
    const winners = data.symbols
      .filter((symbol) => change(symbol) > 0)
      .sort((a, b) => change(b) - change(a))
      .slice(0, params.hold);
    const held = data.symbols.filter((symbol) => position.of(symbol).isOpen);
    const isSame = winners.length === held.length && winners.every((symbol) => held.includes(symbol));
    if (isSame) return;

    // Start over with equal parts. Sales are filled before purchases, so the money is there.
    for (const symbol of held) position.of(symbol).close();
    for (const symbol of winners) {
      order.buy({ symbol, size: order.percentOfEquity(100 / params.hold), tag: `${change(symbol).toFixed(0)} %` });
    }
  },
});
