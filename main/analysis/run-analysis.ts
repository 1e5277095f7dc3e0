import type { Fill, Order, RunDetail, Trade } from '#shared/contract/run.ts';
import { orNull } from '#shared/domain/or-null.ts';
import { costBreakdown } from '#worker/metrics/cost-breakdown.ts';
import { monthlyReturns, yearlyReturns } from '#worker/metrics/monthly-returns.ts';
import type { BarBuckets } from '#worker/viewport/bar-picture.ts';
import type { EquityBuckets } from '#worker/viewport/equity-picture.ts';
import { type FillMarkers, type MarkerCounts, rowAt } from '#worker/viewport/markers.ts';
import type { MarketStore } from '../market/store/market-store.ts';
import { noSuchRowOf } from '../runs/errors.ts';
import { exportFill, exportFunnel, exportOrder, exportTrade } from '../runs/export-json.ts';
import { compareRuns, type RunDiff } from '../runs/run-diff.ts';
import { storedRun } from '../runs/run-diff-input.ts';
import type { RunStore } from '../runs/run-store.ts';
import type { OpenedRuns } from './opened-runs.ts';
import { type OrderQuery, orderRows, type TradeQuery, tradeRows } from './run-tables.ts';
import { type Bar, barAt, type Viewport } from './series-analysis.ts';

export interface Page {
  offset: number;
  limit: number;
}

export interface TablePage<Row> {
  rows: Row[];
  total: number;
  offset: number;
}

interface PeriodReturn {
  year: number;
  month: number | null;
  value: number | null;
  benchmark: number | null;
}

/** Tables and pictures of stored runs. */
export class RunAnalysis {
  readonly #runs: RunStore;
  readonly #market: MarketStore;
  readonly #opened: OpenedRuns;
  /** The order of the table that was asked for last: pages follow each other. */
  #lastOrder: { name: string; rows: Int32Array } | null = null;

  constructor(opened: OpenedRuns, runs: RunStore, market: MarketStore) {
    this.#opened = opened;
    this.#runs = runs;
    this.#market = market;
  }

  /** @throws HindcastError `usage.no-result` for a run without a result that can be read */
  summary(run: string): NonNullable<RunDetail['result']> {
    const { record, result } = this.#opened.open(run);
    const { time, metrics } = result;
    const costs = costBreakdown(
      result.fills,
      record.manifest.data.map(({ instrument }) => instrument.multiplier),
      (result.equity.at(-1) ?? record.manifest.cash) - record.manifest.cash,
    );
    return {
      symbols: result.symbols,
      bars: time.length,
      firstTime: time[0] as number,
      lastTime: time.at(-1) as number,
      firstTradableBar: result.firstTradableBar,
      barsInMarket: result.barsInMarket,
      metrics: Object.fromEntries(
        Object.entries(metrics).map(([id, metric]) => [id, { ...metric, value: orNull(metric.value) }]),
      ),
      warnings: result.warnings,
      checks: result.checks,
      ambiguity: {
        bars: result.ambiguousBars,
        pessimistic: orNull(result.ambiguity.pessimistic),
        optimistic: orNull(result.ambiguity.optimistic),
      },
      funnel: exportFunnel(result),
      costs: { ...costs, shareOfGrossProfit: orNull(costs.shareOfGrossProfit) },
      counts: {
        trades: result.trades.symbol.length,
        orders: result.orders.bar.length,
        fills: result.fills.bar.length,
        log: result.log.length,
      },
    };
  }

  trades(run: string, query: TradeQuery, page: Page, including?: number): TablePage<Trade> {
    const { record, result } = this.#opened.open(run);
    const rows = this.#ordered(`trades ${record.id} ${JSON.stringify(query)}`, () => tradeRows(result, query));
    const place = including === undefined ? -1 : rows.indexOf(including);
    const offset = place < 0 ? page.offset : place - (place % page.limit);
    return pageOf(rows, { ...page, offset }, (trade) => ({ trade, ...exportTrade(result, trade) }));
  }

  /** @throws HindcastError `usage.no-such-trade` */
  trade(run: string, trade: number): { trade: Trade; entry: Fill; exit: Fill | null } {
    const { result } = this.#opened.open(run);
    if (trade >= result.trades.symbol.length) throw noSuchRowOf('trade', trade);
    const found = exportTrade(result, trade);
    const fill = (row: number) => ({ fill: row, ...exportFill(result, row) });
    return {
      trade: { trade, ...found },
      entry: fill(found.entryFill),
      exit: found.exitFill === null ? null : fill(found.exitFill),
    };
  }

  orders(run: string, query: OrderQuery, page: Page): TablePage<Order> {
    const { record, result } = this.#opened.open(run);
    const rows = this.#ordered(`orders ${record.id} ${JSON.stringify(query)}`, () => orderRows(result, query));
    return pageOf(rows, page, (id) => exportOrder(result, id));
  }

  /** @throws HindcastError `usage.no-such-fill` */
  fill(run: string, fill: number): Fill {
    const { result } = this.#opened.open(run);
    if (fill >= result.fills.bar.length) throw noSuchRowOf('fill', fill);
    return { fill, ...exportFill(result, fill) };
  }

  log(run: string, { offset, limit }: Page): { rows: { bar: number; time: number; text: string }[]; total: number } {
    const { log, time } = this.#opened.open(run).result;
    const rows = log.slice(offset, offset + limit);
    return { rows: rows.map(({ bar, text }) => ({ bar, time: time[bar] as number, text })), total: log.length };
  }

  periods(run: string): { months: PeriodReturn[]; years: PeriodReturn[] } {
    const { time, equity, buyAndHold } = this.#opened.open(run).result;
    const held = { months: monthlyReturns(time, buyAndHold), years: yearlyReturns(time, buyAndHold) };
    return {
      months: monthlyReturns(time, equity).map(({ year, month, value }, i) => ({
        year,
        month,
        value: orNull(value),
        benchmark: orNull(held.months[i]?.value ?? Number.NaN),
      })),
      years: yearlyReturns(time, equity).map(({ year, value }, i) => ({
        year,
        month: null,
        value: orNull(value),
        benchmark: orNull(held.years[i]?.value ?? Number.NaN),
      })),
    };
  }

  equityViewport(run: string, { from, to, buckets }: Viewport): EquityBuckets {
    return this.#opened.open(run).equity.viewport(from, to, buckets);
  }

  barViewport(run: string, symbol: string | undefined, { from, to, buckets }: Viewport): BarBuckets {
    return this.#opened.open(run).picture(symbol).viewport(from, to, buckets);
  }

  bar(
    run: string,
    symbol: string | undefined,
    row: number,
  ): Bar & { equity: number; benchmark: number; drawdown: number } {
    const opened = this.#opened.open(run);
    const bar = barAt(opened.picture(symbol).bars, row);
    return {
      ...bar,
      equity: opened.result.equity[row] as number,
      benchmark: opened.result.buyAndHold[row] as number,
      drawdown: opened.equity.drawdown[row] as number,
    };
  }

  rowAt(run: string, time: number): number {
    return rowAt(this.#opened.open(run).result.time, time);
  }

  /** @param mostGlyphs fills that are given one by one; more are counted */
  markers(
    run: string,
    symbol: string | undefined,
    { from, to, buckets }: Viewport,
    mostGlyphs: number,
  ): FillMarkers | MarkerCounts {
    const opened = this.#opened.open(run);
    const index = symbol === undefined ? null : opened.result.symbols.indexOf(opened.symbolNamed(symbol));
    return opened.markers.between(from, to, { symbol: index, most: buckets, mostGlyphs });
  }

  compare(a: string, b: string): RunDiff {
    return compareRuns(storedRun(a, this.#runs, this.#market), storedRun(b, this.#runs, this.#market));
  }

  #ordered(name: string, make: () => Int32Array): Int32Array {
    if (this.#lastOrder?.name !== name) this.#lastOrder = { name, rows: make() };
    return this.#lastOrder.rows;
  }
}

function pageOf<Row>(rows: Int32Array, { offset, limit }: Page, make: (row: number) => Row): TablePage<Row> {
  return { rows: Array.from(rows.subarray(offset, offset + limit), make), total: rows.length, offset };
}
