import type { BarColumns } from '#shared/domain/bars.ts';
import type { CostsSpec } from '#shared/domain/costs.ts';
import type { Instrument } from '#shared/domain/instrument.ts';
import type { ParamValue } from '#shared/domain/manifest.ts';
import {
  type FillColumns,
  type LogLine,
  type OrderColumns,
  SIDES,
  type TradeColumns,
} from '#shared/domain/run-result.ts';
import type { BarIndex, Money } from '#shared/domain/units.ts';
import type { Fill } from '#shared/strategy-api/orders.ts';
import { barContext } from '../strategy/context.ts';
import type { LoadedStrategy } from '../strategy/definition.ts';
import { MarketFeed } from '../strategy/feed.ts';
import { RunMarket } from '../strategy/market.ts';
import type { ModuleScope } from '../strategy/module.ts';
import type { Session } from '../strategy/session.ts';
import { readyTicks, seriesIn } from '../strategy/warmup.ts';
import { Broker } from './broker.ts';
import { buyAndHold } from './buy-and-hold.ts';
import { mergeClocks } from './clock.ts';
import { Ledger } from './ledger.ts';
import { Portfolio } from './portfolio.ts';

const MOST_LOG_LINES = 10_000;

export interface BacktestInput {
  series: readonly { instrument: Instrument; bars: BarColumns }[];
  params: Record<string, ParamValue>;
  cash: Money;
  costs: CostsSpec;
  /** Where the strategy's module learns which bars this run has. */
  scope: ModuleScope;
  /** Its first element is set to each bar that is reached, for whoever watches from another thread. */
  progress: Int32Array;
}

/** What happened, before anything is computed from it. */
export interface Simulation {
  symbols: string[];
  time: Float64Array;
  equity: Float64Array;
  buyAndHold: Float64Array;
  /** Tick of the first call of `onBar`; the number of ticks when it was never called. */
  firstTradableBar: BarIndex;
  barsInMarket: number;
  ambiguousBars: number;
  /** Bar on which the account went broke, or −1. */
  brokeBar: BarIndex;
  fills: FillColumns;
  trades: TradeColumns;
  orders: OrderColumns;
  texts: string[];
  log: LogLine[];
  /** Log lines beyond the limit that were not kept. */
  droppedLogLines: number;
  /** What the strategy threw, and on which bar (−1 = in `setup`); null when it ran to the end. */
  thrown: { error: unknown; bar: BarIndex } | null;
}

/**
 * Runs a strategy over its bars: on each bar the broker fills waiting orders, the strategy sees the closed bar and
 * may order, and equity is marked at the close. No clock, no randomness, no I/O: the same input gives the same
 * simulation. When the strategy throws, everything up to that bar is kept, and what is open is closed there.
 */
export function simulate(strategy: LoadedStrategy, input: BacktestInput): Simulation {
  const instruments = input.series.map((one) => one.instrument);
  const symbols = instruments.map((instrument) => instrument.symbol);
  const bars = input.series.map((one) => one.bars);
  const market = new MarketFeed(symbols, bars, mergeClocks(bars));
  const ticks = market.time.length;
  const ledger = new Ledger();
  const portfolio = new Portfolio(input.cash, instruments, ledger);
  const broker = new Broker({ instruments, costs: input.costs, quotes: market, portfolio, ledger });
  const log: LogLine[] = [];
  let droppedLogLines = 0;
  const session: Session = {
    market,
    broker,
    portfolio,
    readyTicks: new Int32Array(symbols.length),
    log(text) {
      if (log.length < MOST_LOG_LINES) log.push({ bar: market.tick, text });
      else droppedLogLines++;
    },
  };
  const equity = new Float64Array(ticks);
  const course: Course = {
    firstTradableBar: ticks,
    lastBar: ticks - 1,
    barsInMarket: 0,
    brokeBar: -1,
    isInStrategy: false,
  };
  let thrown: Simulation['thrown'] = null;
  try {
    runStrategy(strategy, input, session, equity, course, ledger);
  } catch (error) {
    if (!course.isInStrategy) throw error;
    thrown = { error, bar: market.tick };
    course.lastBar = Math.max(market.tick, 0);
  }
  if (course.brokeBar < 0) broker.closeAll(course.lastBar, 'end-of-data');
  equity.fill(portfolio.equity, course.lastBar);
  const seen = thrown === null ? ticks : course.lastBar + 1;
  const held = market.feeds.map(({ bars, rows }, i) => ({ bars, rows, instrument: instruments[i] as Instrument }));
  return {
    symbols,
    time: market.time.subarray(0, seen),
    equity: equity.subarray(0, seen),
    buyAndHold: buyAndHold(held, seen, course.firstTradableBar, input.cash, input.costs),
    firstTradableBar: course.firstTradableBar,
    barsInMarket: course.barsInMarket,
    ambiguousBars: broker.ambiguousBars,
    brokeBar: course.brokeBar,
    ...ledger.close(),
    log,
    droppedLogLines,
    thrown,
  };
}

/** How far the run got; filled in as it goes, so that it is known when the strategy throws. */
interface Course {
  firstTradableBar: BarIndex;
  lastBar: BarIndex;
  barsInMarket: number;
  brokeBar: BarIndex;
  /** True while the strategy's own code runs: whatever is thrown then is its error, anything else is the engine's. */
  isInStrategy: boolean;
}

function runStrategy(
  strategy: LoadedStrategy,
  input: BacktestInput,
  session: Session,
  equity: Float64Array,
  course: Course,
  ledger: Ledger,
): void {
  const { market, broker, portfolio } = session;
  const ticks = market.time.length;
  const data = new RunMarket(market);
  const params = Object.freeze({ ...input.params });
  const first = market.of(0);
  input.scope.first = { cursor: first.cursor, rows: first.bars.time.length };
  course.isInStrategy = true;
  const setup = strategy.setup(Object.freeze({ data, params }));
  const state = strategy.state();
  const indicators = seriesIn(setup);
  course.isInStrategy = false;
  session.readyTicks.set(readyTicks(indicators, market));
  if (strategy.warmup !== undefined) session.readyTicks.fill(Math.min(strategy.warmup, ticks));
  course.firstTradableBar = Math.min(ticks, ...session.readyTicks);
  const context = barContext(session, data, params, state);
  const { onStart, onBar, onFill, onEnd } = strategy;
  const { firstTradableBar } = course;
  const { progress } = input;
  let reportedFills = 0;
  market.rewind();
  for (let tick = 0; tick < ticks; tick++) {
    progress[0] = tick;
    market.advance(tick);
    if (broker.hasOrders) broker.fillBar(tick);
    if (portfolio.openCount > 0) course.barsInMarket++;
    const worth = portfolio.openCount === 0 ? portfolio.cash : markAtClose(market, portfolio);
    if (worth <= 0) {
      broker.closeAll(tick, 'liquidation');
      course.brokeBar = tick;
      course.lastBar = tick;
      return;
    }
    equity[tick] = worth;
    if (tick >= firstTradableBar) {
      course.isInStrategy = true;
      if (tick === firstTradableBar) onStart?.(context, setup);
      if (onFill !== undefined) {
        for (; reportedFills < ledger.fillCount; reportedFills++) {
          onFill(fillForStrategy(ledger.fills, reportedFills, market), context, setup);
        }
      }
      onBar(context, setup);
      course.isInStrategy = false;
    }
  }
  course.isInStrategy = true;
  onEnd?.(context, setup);
  course.isInStrategy = false;
}

/** Gives every holding its latest close; returns equity, in the same pass because it is made on every bar. */
function markAtClose(market: MarketFeed, portfolio: Portfolio): Money {
  const { holdings } = portfolio;
  let equity = portfolio.cash;
  for (let symbol = 0; symbol < holdings.length; symbol++) {
    const holding = portfolio.holding(symbol);
    const { row, bars } = market.of(symbol);
    if (row >= 0) holding.mark = bars.close[row] as number;
    equity += holding.value;
  }
  return equity;
}

function fillForStrategy(fills: FillColumns, row: number, market: MarketFeed): Fill {
  return Object.freeze({
    symbol: market.of(fills.symbol[row] as number).symbol,
    side: SIDES[fills.side[row] as number] ?? 'buy',
    qty: fills.qty[row] as number,
    price: fills.price[row] as number,
    commission: fills.commission[row] as number,
    orderId: fills.order[row] as number,
  });
}
