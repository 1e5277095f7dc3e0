import type { MarketFeed } from '../strategy/feed.ts';
import { type ColumnSeries, columnOf, cursorOf, isSeries } from '../strategy/series.ts';
import { originOf } from '../strategy/ta.ts';
import { barColumnOf, barsUnder } from './bar-columns.ts';

/** Indicators whose values are of the kind of their source: prices of prices, RSI of RSI. */
const LIKE_SOURCE = new Set(
  ['sma', 'ema', 'wma', 'wema', 'dema', 'tema', 'trima', 't3', 'kama', 'linearreg', 'bbands'].concat([
    'highest',
    'lowest',
    'median',
    'quantile',
  ]),
);
/** Indicators of bars whose values are prices. */
const PRICES = new Set([
  'vwap',
  'keltner',
  'donchian',
  'sar',
  'supertrend',
  'chandelierExit',
  'ichimoku',
  'heikinAshi',
]);
/** The one output of those that isn't a price. */
const DIRECTION = 'direction';
/** Of the values that a line of unknown origin has. */
const MOST_OF_THEM = 0.9;

/**
 * Where a line is drawn: null on the prices, else the name of its pane, which lines of one kind share. What made a
 * series says what it measures: a moving average of closes is a price, of RSI it is RSI. A series of the strategy's own
 * counts as a price where nine of ten of its values are within half of the close of their bar.
 * @param name of the pane for a series of the strategy's own
 */
export function paneOfLine(line: ColumnSeries, market: MarketFeed, name: string): string | null {
  const source = measured(line);
  const origin = originOf(source);
  if (origin !== null) {
    const { id } = origin.indicator;
    return PRICES.has(id) && origin.output !== DIRECTION ? null : id;
  }
  const column = barColumnOf(source, market);
  if (column === 'volume') return column;
  return column !== null || runsAlongPrices(line, market) ? null : name;
}

/** The series that a line is of a kind with: itself, or what it averages. */
function measured(line: ColumnSeries): ColumnSeries {
  let series = line;
  for (let origin = originOf(series); origin !== null; origin = originOf(series)) {
    const [source] = origin.inputs;
    if (!LIKE_SOURCE.has(origin.indicator.id) || !isSeries(source)) break;
    series = source;
  }
  return series;
}

function runsAlongPrices(line: ColumnSeries, market: MarketFeed): boolean {
  const close = barsUnder(cursorOf(line), market)?.feed.bars.close;
  let [known, near] = [0, 0];
  for (const [row, value] of columnOf(line).entries()) {
    const price = close?.[row] ?? Number.NaN;
    if (Number.isNaN(value - price)) continue;
    known++;
    if (Math.abs(value - price) <= Math.abs(price) / 2) near++;
  }
  return known > 0 && near >= known * MOST_OF_THEM;
}
