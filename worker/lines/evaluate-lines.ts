import { HindcastError } from '#shared/domain/errors.ts';
import { loadStrategy, strategyError } from '../describe.ts';
import { marketOf } from '../engine/market-of.ts';
import { indicatorMemo } from '../indicators/memo.ts';
import { locateError } from '../sandbox/locate-error.ts';
import { planSeries } from '../signals/plan.ts';
import type { LoadedStrategy } from '../strategy/definition.ts';
import type { MarketFeed, SymbolFeed } from '../strategy/feed.ts';
import type { ModuleScope } from '../strategy/module.ts';
import { cursorOf } from '../strategy/series.ts';
import { setupContext } from '../strategy/setup-context.ts';
import type { LinesTask } from '../task.ts';
import { barColumnOf } from './bar-columns.ts';
import { type NamedSeries, namedSeries } from './named-series.ts';
import { paneOfLine } from './pane-of-line.ts';
import { readings } from './readings.ts';
import { seriesLabel } from './series-label.ts';

/** A series that a strategy works with, on the run's clock. */
export interface RunLine {
  /** As in what `setup` returned, or how it was made: `bands.upper`, `sma(close, 10)`. */
  name: string;
  /** Null: on the prices. Lines with the same pane share it. */
  pane: string | null;
  /** One for each bar of the clock, NaN where there is none yet; in memory that threads share. */
  values: Float64Array;
}

export interface RunLines {
  lines: RunLine[];
  /** Series beyond the limits. */
  leftOut: number;
}

/** More can't be told apart on a chart. */
const MOST_LINES = 16;
/** Of all lines together: 256 MB. */
const MOST_VALUES = 32e6;

/**
 * What a strategy makes in `setup`, or compares in `signals`, on the bars of one symbol.
 * @throws HindcastError `strategy.*`
 */
export function evaluateLines(task: LinesTask): RunLines {
  for (const { bars, hash } of task.series) if (hash !== undefined) indicatorMemo.nameBars(bars, hash);
  const scope: ModuleScope = { first: null };
  const { strategy, compiled } = loadStrategy(task, scope, task.seed);
  const market = marketOf(task.series);
  const feed = market.of(market.indexOf(task.symbol));
  const context = setupContext(market, task.params, scope);
  let found: NamedSeries[];
  try {
    found = seriesOf(strategy, context);
  } catch (thrown) {
    if (thrown instanceof HindcastError) throw thrown;
    const when = strategy.signals === null ? 'in setup' : 'in signals';
    throw strategyError(compiled, locateError(thrown, compiled), when);
  }
  const all = found.filter((one) => isLineOf(one, feed, market));
  const ticks = market.time.length;
  const kept = all.slice(0, Math.max(1, Math.min(MOST_LINES, Math.floor(MOST_VALUES / ticks))));
  const lines = kept.map(({ path, series }) => {
    const name = path.length > 0 ? path.join('.') : seriesLabel(series, market, task.symbol);
    return { name, pane: paneOfLine(series, market, path[0] ?? name) };
  });
  const values = readings(
    kept.map(({ series }) => series),
    feed,
    ticks,
  );
  return {
    lines: lines.map((line, i) => ({ ...line, values: values[i] as Float64Array })),
    leftOut: all.length - kept.length,
  };
}

function seriesOf(strategy: LoadedStrategy, context: ReturnType<typeof setupContext>): NamedSeries[] {
  if (strategy.signals === null) return namedSeries(strategy.setup(context));
  return [...new Set(planSeries(strategy.signals(context)))].map((series) => ({ path: [], series }));
}

/** Of this symbol, and more than what a chart of its bars shows anyway. */
function isLineOf({ series }: NamedSeries, feed: SymbolFeed, market: MarketFeed): boolean {
  const cursor = cursorOf(series);
  if (feed.rowUnder(cursor, 0) === null) return false;
  const column = barColumnOf(series, market);
  return column === null || (cursor !== feed.cursor && column !== 'time');
}
