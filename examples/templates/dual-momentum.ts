/**
 * @title Dual momentum
 * @kind rotation
 *
 * Asks two questions a month. Which of the symbols rose most over the last year? And did it rise at all? The strongest
 * is held with everything there is; when even the strongest fell, the strategy waits in cash.
 *
 * @fails After a crash the year behind looks bad long after prices have turned, so the first and best months of a
 * recovery are missed. One holding at a time means that one piece of bad news can hit everything. And whoever picks the
 * list of symbols today knows which companies became large: the result is better than it could have been.
 * @data stocks.csv: monthly closes of several symbols.
 */
import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'Dual momentum',
  params: {
    lookback: param.int(12, { min: 1, max: 24, step: 1, label: 'Momentum, bars' }),
    floor: param.number(0, { min: -20, max: 20, step: 1, label: 'Smallest rise worth holding, percent' }),
  },

  setup({ data, params }) {
    return new Map(data.symbols.map((symbol) => [symbol, ta.roc(data.of(symbol).close, params.lookback)]));
  },

  onBar({ data, order, position, params }, momentum) {
    const rise = (symbol: string) => momentum.get(symbol)?.now ?? Number.NaN;
    // A symbol without a year of history has no momentum yet; a comparison with "unknown" is never true.
    const [strongest] = data.symbols.filter((symbol) => rise(symbol) > params.floor).sort((a, b) => rise(b) - rise(a));
    for (const symbol of data.symbols)
      if (symbol !== strongest) position.of(symbol).close({ tag: 'not the strongest' });
    if (strongest !== undefined && !position.of(strongest).isOpen) {
      order.buy({ symbol: strongest, tag: `${rise(strongest).toFixed(0)} % in ${params.lookback} bars` });
    }
  },
});
