/**
 * @title Turn of the month
 * @kind seasonality
 *
 * Stock indices have earned a large part of their return around the turn of the month, when wages and pensions flow in.
 * So it buys near the end of the month, by the calendar, and sells on the first days of the next one; in the middle of
 * the month it is in cash.
 *
 * @fails What is known to everybody gets traded away, and the effect has been weaker in this century. A crash doesn't ask
 * for the date. Days that were found best in a table of all days are the luckiest ones: try neighbouring days, and
 * believe only what they also show.
 * @data sp500-2000.csv: daily bars of one symbol.
 */
import { param, strategy } from 'hindcast';

export default strategy({
  name: 'Turn of the month',
  params: {
    buyFrom: param.int(24, { min: 20, max: 28, step: 1, label: 'Buy from this day of the month' }),
    sellFrom: param.int(4, { min: 1, max: 15, step: 1, label: 'Sell from this day of the next month' }),
  },

  onBar({ bar, order, position, params }) {
    const day = new Date(bar.time).getUTCDate();
    if (position.isOpen) {
      if (day >= params.sellFrom && day < params.buyFrom) position.close({ tag: `day ${day}` });
    } else if (day >= params.buyFrom) {
      order.buy({ tag: `day ${day}` });
    }
  },
});
