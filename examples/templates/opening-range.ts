/**
 * @title Opening range breakout
 * @kind intraday
 *
 * Watches the first half hour of the trading day without acting. The first close above its high buys, with the low as
 * the stop-loss. There is one entry a day at most, and before the day ends everything is sold: it never holds overnight.
 *
 * @fails On most days the range is broken, taken back, and the stop is hit: the few days that run must pay for them all.
 * Spread and slippage weigh heavily because the moves are small. On a short trading day the selling time never comes, and
 * the position stays overnight: leave such days out of the data.
 * @data synthetic-15m.csv: intraday bars of one symbol whose trading day doesn't cross midnight UTC.
 */
import { param, strategy } from 'hindcast';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

export default strategy({
  name: 'Opening range breakout',
  params: {
    range: param.int(30, { min: 15, max: 120, step: 15, label: 'Opening range, minutes' }),
    sellAfter: param.int(345, { min: 60, max: 360, step: 15, label: 'Sell after, minutes from the opening' }),
  },
  state: () => ({ opening: 0, high: 0, low: 0, hasTraded: false }),

  onBar({ bar, order, position, params, state }) {
    const isNewDay = Math.floor(bar.time / DAY) !== Math.floor(state.opening / DAY);
    if (isNewDay) Object.assign(state, { opening: bar.time, high: bar.high, low: bar.low, hasTraded: false });
    const minutes = (bar.time - state.opening) / MINUTE;
    if (minutes < params.range) {
      state.high = Math.max(state.high, bar.high);
      state.low = Math.min(state.low, bar.low);
    } else if (minutes >= params.sellAfter) {
      position.close({ tag: 'end of the day' });
    } else if (!state.hasTraded && bar.close > state.high) {
      state.hasTraded = true;
      order.buy({ stopLoss: state.low, tag: 'above the opening range' });
    }
  },
});
