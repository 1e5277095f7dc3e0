/**
 * @title Trend by vote
 * @kind ensemble
 *
 * Five opinions on the trend, each with one vote: the price against its long average, two averages against each other,
 * MACD, momentum over half a year, and Supertrend. It holds while enough of them say up, and is out while fewer do.
 *
 * @fails All five look at the same prices, and agree most when the trend is oldest: five votes are not five independent
 * opinions. At turning points they change their minds one after the other, so the majority comes later than the best of
 * them.
 * @data sp500-2000.csv: daily bars of one symbol.
 */
import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'Trend by vote',
  params: {
    needed: param.int(3, { min: 1, max: 5, step: 1, label: 'Votes needed, of five' }),
    long: param.int(200, { min: 50, max: 400, step: 10, label: 'Long average, bars' }),
  },

  setup({ data, params }) {
    return {
      long: ta.sma(data.close, params.long),
      short: ta.sma(data.close, 50),
      macd: ta.macd(data.close).macd,
      momentum: ta.roc(data.close, 126),
      direction: ta.supertrend(data, 20, 4).direction,
    };
  },

  onBar({ bar, order, position, params }, { long, short, macd, momentum, direction }) {
    const opinions = [bar.close > long.now, short.now > long.now, macd.now > 0, momentum.now > 0, direction.now === 1];
    const votes = opinions.filter((isUp) => isUp).length;
    if (votes < params.needed) position.close({ tag: `${votes} of 5 say up` });
    else if (!position.isOpen) order.buy({ tag: `${votes} of 5 say up` });
  },
});
