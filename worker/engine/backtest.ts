import type { AccountSpec } from '#shared/domain/account.ts';
import type { BarColumns } from '#shared/domain/bars.ts';
import type { CorporateAction } from '#shared/domain/corporate-action.ts';
import type { CostsSpec } from '#shared/domain/costs.ts';
import type { Instrument } from '#shared/domain/instrument.ts';
import type { ParamValue } from '#shared/domain/manifest.ts';
import type { CashFlowColumns, FillColumns, LogLine, OrderColumns, TradeColumns } from '#shared/domain/run-result.ts';
import type { BarIndex, Money } from '#shared/domain/units.ts';
import type { Fill } from '#shared/strategy-api/orders.ts';
import { columnMemory } from '../column-memory.ts';
import { barContext } from '../strategy/context.ts';
import type { LoadedStrategy } from '../strategy/definition.ts';
import type { MarketFeed } from '../strategy/feed.ts';
import type { ModuleScope } from '../strategy/module.ts';
import type { Session } from '../strategy/session.ts';
import { setupContext } from '../strategy/setup-context.ts';
import { readyTicks, seriesIn } from '../strategy/warmup.ts';
import { Broker } from './broker.ts';
import { buyAndHold } from './buy-and-hold.ts';
import { MarketCostColumns } from './cost-columns.ts';
import type { FundingRates } from './financing.ts';
import { FinerBars } from './finer-bars.ts';
import { type FillRecord, Ledger } from './ledger.ts';
import { marketOf } from './market-of.ts';
import { OrderBook } from './order-book.ts';
import { Portfolio } from './portfolio.ts';
import type { Semantics } from './semantics/semantics.ts';
import { Upkeep } from './upkeep.ts';

const MOST_LOG_LINES = 10_000;

/** One symbol of a run. */
export interface SimulatedSeries {
  instrument: Instrument;
  bars: BarColumns;
  /** Splits and dividends, in the order of their times. */
  actions?: readonly CorporateAction[];
  /** The symbol is no longer traded after its last bar. */
  isDelisted?: boolean;
  funding?: FundingRates | null;
  /** Bid-ask distance at each bar, in price points, for spreads that follow a series. */
  quotedSpread?: Float64Array | null;
  /** Shorter bars of the same symbol, which show what happened inside the bars of the run. */
  finer?: BarColumns | null;
}

export interface BacktestInput {
  series: readonly SimulatedSeries[];
  params: Record<string, ParamValue>;
  cash: Money;
  costs: CostsSpec;
  account: AccountSpec;
  semantics: Semantics;
  /**
   * For each symbol, at each bar of the run's clock, account money for a unit of its quote currency; null = 1, as
   * where there are none at all.
   */
  rates?: readonly (Float64Array | null)[];
  /** Where the strategy's module learns which bars this run has. */
  scope: ModuleScope;
  /** Its first element is set to each bar that is reached, for whoever watches from another thread. */
  progress: Int32Array;
}

/** What happened, before anything is computed from it. */
export interface Simulation {
  symbols: string[];
  time: Float64Array;
  /** For each symbol the row of its bar at each bar of the clock, −1 where it has none; null = it has them all. */
  rows: readonly (Int32Array | null)[];
  equity: Float64Array;
  /** The benchmark at each close, computed when it is asked for: a sweep has no use for it. */
  buyAndHold(): Float64Array;
  /** Tick of the first call of `onBar`; the number of ticks when it was never called. */
  firstTradableBar: BarIndex;
  barsInMarket: number;
  ambiguousBars: number;
  /** Bars that were taken as they are because their shorter bars don't add up to them. */
  finerMismatches: number;
  /** Bar on which the account went broke, or −1. */
  brokeBar: BarIndex;
  fills: FillColumns;
  trades: TradeColumns;
  orders: OrderColumns;
  cashFlows: CashFlowColumns;
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
  const market = marketOf(input.series);
  const ticks = market.time.length;
  const ledger = new Ledger();
  const { semantics, account, costs } = input;
  const { settlement, namedExits } = semantics;
  const bookkeeping = { matching: account.matching, settlement, namedExits };
  const portfolio = new Portfolio(input.cash, instruments, ledger, bookkeeping);
  const book = new OrderBook(symbols.length, semantics, ledger);
  const costColumns = new MarketCostColumns(
    market,
    costs,
    input.series.map((one) => one.quotedSpread ?? null),
  );
  const finer = input.series.map(({ bars, finer }, i) =>
    finer ? new FinerBars(bars, market.of(i).timeframe, finer) : null,
  );
  const broker = new Broker({ semantics, account, costs, quotes: market, costColumns, finer, portfolio, ledger, book });
  const upkeep = new Upkeep(input, { market, broker, portfolio, book, ledger });
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
  const equity = columnMemory.take(ticks);
  const course: Course = {
    firstTradableBar: ticks,
    lastBar: ticks - 1,
    barsInMarket: 0,
    brokeBar: -1,
    isInStrategy: false,
  };
  let thrown: Simulation['thrown'] = null;
  try {
    runStrategy(strategy, input, session, equity, course, ledger, upkeep.isIdle ? null : upkeep);
  } catch (error) {
    if (!course.isInStrategy) throw error;
    thrown = { error, bar: market.tick };
    course.lastBar = Math.max(market.tick, 0);
  }
  if (course.brokeBar < 0) {
    upkeep.finish(course.lastBar);
    endRun(input, broker, course.lastBar);
  }
  equity.fill(portfolio.equity, course.lastBar);
  const seen = thrown === null ? ticks : course.lastBar + 1;
  const held = input.series.map((one, i) => ({ ...one, rows: market.of(i).rows, rates: input.rates?.[i] ?? null }));
  return {
    symbols,
    time: market.time.subarray(0, seen),
    rows: market.feeds.map(({ rows }) => rows),
    equity: equity.subarray(0, seen),
    buyAndHold: () => buyAndHold(held, market.time.subarray(0, seen), course.firstTradableBar, input.cash, input.costs),
    firstTradableBar: course.firstTradableBar,
    barsInMarket: course.barsInMarket,
    ambiguousBars: broker.ambiguousBars,
    finerMismatches: finer.reduce((sum, one) => sum + (one?.mismatches ?? 0), 0),
    brokeBar: course.brokeBar,
    ...ledger.close(),
    log,
    droppedLogLines,
    thrown,
  };
}

/** What becomes of positions that are still open when the data (or the strategy) ends. */
function endRun({ account, semantics }: BacktestInput, broker: Broker, bar: BarIndex): void {
  const { atEnd } = semantics;
  const closes = account.closeAtEnd ?? atEnd !== 'stays-open';
  if (!closes) broker.listOpen(bar);
  else if (atEnd === 'last-open') broker.meetLastBarAgain(bar);
  else broker.closeAll(bar, 'end-of-data');
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
  upkeep: Upkeep | null,
): void {
  const { market, broker, portfolio } = session;
  const ticks = market.time.length;
  const whole = setupContext(market, input.params, input.scope);
  course.isInStrategy = true;
  const setup = strategy.setup(whole);
  const state = strategy.state();
  const indicators = seriesIn(setup);
  course.isInStrategy = false;
  const later = input.semantics.startsOn === 'bar-after' ? 1 : 0;
  session.readyTicks.set(readyTicks(indicators, market).map((tick) => Math.min(tick + later, ticks)));
  if (strategy.warmup !== undefined) session.readyTicks.fill(Math.min(strategy.warmup, ticks));
  course.firstTradableBar = Math.min(ticks, ...session.readyTicks);
  const context = barContext(session, whole.data, whole.params, state);
  const { onStart, onBar, onFill, onEnd } = strategy;
  const { firstTradableBar } = course;
  const { inRuin } = input.semantics;
  const tradesClose = input.account.timing === 'close';
  const { progress } = input;
  let reportedFills = 0;
  market.rewind();
  for (let tick = 0; tick < ticks; tick++) {
    progress[0] = tick;
    market.advance(tick);
    if (upkeep !== null) upkeep.beforeBar(tick);
    if (broker.hasOrders) broker.fillBar(tick);
    if (portfolio.openCount > 0) course.barsInMarket++;
    let worth = portfolio.openCount === 0 ? portfolio.cash : markAtClose(market, portfolio);
    if (worth <= 0 && inRuin !== 'goes-on') {
      broker.closeAll(tick, 'liquidation');
      if (inRuin === 'owes-nothing') portfolio.relieveOfDebt(tick);
      course.brokeBar = tick;
      course.lastBar = tick;
      return;
    }
    if (portfolio.openCount > 0 && broker.isBelowMargin(worth)) {
      broker.meetMarginCall(tick);
      worth = portfolio.equity;
    }
    if (upkeep?.afterBar(tick)) worth = portfolio.equity;
    equity[tick] = worth;
    if (tick >= firstTradableBar) {
      course.isInStrategy = true;
      if (tick === firstTradableBar) onStart?.(context, setup);
      if (onFill !== undefined) {
        for (; reportedFills < ledger.fillCount; reportedFills++) {
          onFill(fillForStrategy(ledger.fill(reportedFills), market), context, setup);
        }
      }
      onBar(context, setup);
      course.isInStrategy = false;
      if (tradesClose && broker.fillAtClose(tick)) equity[tick] = portfolio.equity;
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
    equity += portfolio.worth(holding);
  }
  return equity;
}

function fillForStrategy(fill: FillRecord, market: MarketFeed): Fill {
  return Object.freeze({
    symbol: market.of(fill.symbol).symbol,
    side: fill.direction === 1 ? 'buy' : 'sell',
    qty: fill.qty,
    price: fill.price,
    commission: fill.commission,
    orderId: fill.order,
  });
}
