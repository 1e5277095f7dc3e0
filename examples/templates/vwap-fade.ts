/**
 * @title Fade to the day's average price
 * @kind intraday
 *
 * The volume-weighted average price of the day is what the average buyer paid. When the price is well below it, measured
 * in average ranges of the last bars, the strategy buys and waits for the way back. Whatever has not come back is sold
 * before the day ends: it never holds overnight.
 *
 * @fails On trend days, when the price leaves its average in the morning and never returns: it buys early and sells at
 * the low. With no stop inside the day one such day can cost a month of small profits. Volume that is only that of one
 * exchange makes the average a guess.
 * @data synthetic-15m.csv: intraday bars, with volume, of one symbol whose trading day doesn't cross midnight UTC.
 */
import { param, strategy, ta } from 'hindcast';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

export default strategy({
  name: 'Fade to the average price of the day',
  params: {
    distance: param.number(2, { min: 0.5, max: 6, step: 0.5, label: 'Below the average, average ranges' }),
    period: param.int(26, { min: 5, max: 100, step: 1, label: 'Average range, bars' }),
    sellAfter: param.int(345, { min: 60, max: 360, step: 15, label: 'Sell after, minutes from the opening' }),
  },
  state: () => ({ opening: 0 }),

  setup({ data, params }) {
    return { vwap: ta.vwap(data), atr: ta.atr(data, params.period) };
  },

  onBar({ bar, order, position, params, state }, { vwap, atr }) {
    if (Math.floor(bar.time / DAY) !== Math.floor(state.opening / DAY)) state.opening = bar.time;
    const minutes = (bar.time - state.opening) / MINUTE;
    if (minutes >= params.sellAfter) position.close({ tag: 'end of the day' });
    else if (position.isOpen && bar.close >= vwap.now) position.close({ tag: 'back at the average' });
    else if (!position.isOpen && bar.close < vwap.now - params.distance * atr.now) order.buy({ tag: 'far below' });
  },
});
