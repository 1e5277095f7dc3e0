/**
 * Dips in a weekly trend: two timeframes, one for the direction and one for the moment.
 *
 * Idea: a short RSI on daily bars finds dips; most of them recover, but in a falling market they are where it falls
 * on. So buy only while the last complete week closed above the average of many weeks, and leave when the dip has
 * recovered or the trend is gone.
 *
 * When it fails: crashes begin as dips, and the weekly trend turns long after them. A week is known only when it is
 * over, so the filter is always late by days; peeking at the running week would make this look far better than it is.
 *
 * Try: npm run hindcast -- run examples/weekly-trend.ts --data examples/data/sp500-2000.csv --param weeks=20
 */
import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'Weekly trend',
  params: {
    weeks: param.int(40, { min: 2, max: 200, label: 'Trend, weeks' }),
    period: param.int(2, { min: 2, max: 30, label: 'RSI, bars' }),
    dip: param.int(15, { min: 1, max: 50, label: 'Buy below' }),
    recovered: param.int(70, { min: 50, max: 99, label: 'Sell above' }),
  },

  // Weeks are made of the bars of the run. Their series step from week to week: one comes in when it is complete.
  setup({ data, params }) {
    const week = data.at('1w');
    return { week, trend: ta.sma(week.close, params.weeks), rsi: ta.rsi(data.close, params.period) };
  },

  onBar({ order, position, params }, { week, trend, rsi }) {
    const isRising = week.close.now > trend.now;
    if (position.isOpen && (!isRising || rsi.now > params.recovered)) position.close();
    else if (!position.isOpen && isRising && rsi.now < params.dip) order.buy({ tag: 'dip in a rising trend' });
  },
});
