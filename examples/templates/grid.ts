/**
 * @title Grid
 * @kind grid
 *
 * Rests several buy orders below the price, one step apart, like the rungs of a ladder. Each rung that is filled has
 * a take-profit one step above it. When everything has been sold, a new ladder is placed around the price of that day.
 *
 * @fails It earns a little on every swing and loses in the one fall that doesn't come back: then all rungs are filled
 * and held at a loss, without a stop, for as long as it takes. The equity curve looks smooth until that day. In a rising
 * market the ladder is left behind and nothing is held.
 * @data sp500-2000.csv: daily bars of one symbol.
 */
import { param, strategy } from 'hindcast';

export default strategy({
  name: 'Grid',
  params: {
    rungs: param.int(5, { min: 1, max: 20, step: 1, label: 'Rungs' }),
    step: param.number(2, { min: 0.25, max: 10, step: 0.25, label: 'Between rungs, percent' }),
  },

  onBar({ bar, order, position, params }) {
    if (position.isOpen) return;
    // Nothing is held: the ladder follows the price. Orders of the same name are replaced.
    for (let rung = 1; rung <= params.rungs; rung++) {
      const limit = bar.close * (1 - (rung * params.step) / 100);
      order.buy({
        id: `rung ${rung}`,
        limit,
        takeProfit: limit * (1 + params.step / 100),
        size: order.percentOfEquity(90 / params.rungs),
        tag: `rung ${rung}`,
      });
    }
  },
});
