import type { MarketFeed } from '../strategy/feed.ts';
import { feedOf, isSymbolBars, type SymbolBars } from '../strategy/market.ts';
import { type ColumnSeries, type Cursor, cursorOf } from '../strategy/series.ts';
import { originOf } from '../strategy/ta.ts';
import { barColumnOf, barsUnder } from './bar-columns.ts';

const DEEPEST = 3;

/**
 * A series in words, for one that has no name: `sma(close, 10)`, `bbands(close, 20, 2).upper`, `sma(1w close, 40)`.
 * @param symbol the one that goes without saying
 */
export function seriesLabel(series: ColumnSeries, market: MarketFeed, symbol: string, depth = 0): string {
  const origin = originOf(series);
  if (origin === null) {
    const column = barColumnOf(series, market);
    return column === null ? 'series' : [...qualifiers(cursorOf(series), market, symbol), column].join(' ');
  }
  const { indicator, output, params, inputs } = origin;
  const from = depth === DEEPEST ? ['…'] : inputs.map((input) => inputLabel(input, market, symbol, depth + 1));
  const args = [...from.filter((label) => label !== ''), ...params].join(', ');
  return `${indicator.id}(${args})${indicator.outputs.length > 1 ? `.${output}` : ''}`;
}

function inputLabel(input: SymbolBars | ColumnSeries, market: MarketFeed, symbol: string, depth: number): string {
  if (!isSymbolBars(input)) return seriesLabel(input, market, symbol, depth);
  return qualifiers(feedOf(input).cursor, market, symbol).join(' ');
}

/** Symbol and timeframe, where they aren't those that go without saying. */
function qualifiers(cursor: Cursor, market: MarketFeed, symbol: string): string[] {
  const under = barsUnder(cursor, market);
  if (under === null) return [];
  return [
    ...(under.feed.symbol === symbol ? [] : [under.feed.symbol]),
    ...(under.timeframe === null ? [] : [under.timeframe]),
  ];
}
