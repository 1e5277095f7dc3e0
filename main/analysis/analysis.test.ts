import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SeriesKey } from '#shared/domain/series.ts';
import { barsFrom, dailyBars, type Quote } from '../../tests/support/bars.ts';
import { refusal } from '../../tests/support/refusal.ts';
import { strategySource } from '../../tests/support/strategy-source.ts';
import { runRequest, store, type TempApp, tempApp } from '../../tests/support/temp-app.ts';
import { LineAnalysis } from './line-analysis.ts';
import { OpenedRuns } from './opened-runs.ts';
import { RunAnalysis } from './run-analysis.ts';
import { orderRows, tradeRows } from './run-tables.ts';
import { SeriesAnalysis } from './series-analysis.ts';

const DAY = 86_400_000;
const FIRST = Date.UTC(2024, 0, 1);
const quotes = (count: number): Quote[] =>
  Array.from({ length: count }, (_, i) => [10 + i, 12 + i, 9 + i, 11 + i] as const);

let app: TempApp;
let long: SeriesKey;
let late: SeriesKey;
let runs: RunAnalysis;
let lines: LineAnalysis;
let series: SeriesAnalysis;

beforeAll(() => {
  app = tempApp();
  long = store(app, 'LONG', dailyBars(quotes(10)));
  late = store(app, 'LATE', barsFrom(quotes(4), FIRST + 3 * DAY, DAY));
  const opened = new OpenedRuns(app.runs, app.market);
  runs = new RunAnalysis(opened, app.runs, app.market);
  lines = new LineAnalysis(opened, app.runs, app.market);
  series = new SeriesAnalysis(app.market);
});
afterAll(() => app.remove());

async function run(members: string, keys: readonly SeriesKey[]): Promise<string> {
  const { record } = await app.runService.run(runRequest(strategySource(members), keys));
  return record.id;
}

describe('the bars of a run', () => {
  it('stand in the rows of its clock; where a symbol has none, there is nothing', async () => {
    const id = await run('onBar() {}', [long, late]);
    const shown = runs.barViewport(id, 'late', { from: 0, to: 10, buckets: 10 });
    expect(shown.totalRows).toBe(10);
    expect([...shown.time]).toEqual(Array.from({ length: 10 }, (_, i) => FIRST + i * DAY));
    const none = Number.NaN;
    expect([...shown.open]).toEqual([none, none, none, 10, 11, 12, 13, none, none, none]);
    expect([...runs.barViewport(id, undefined, { from: 0, to: 10, buckets: 2 }).high]).toEqual([19, 21]);
    expect(runs.bar(id, 'LATE', 0)).toMatchObject({ row: 0, time: FIRST, open: none, equity: 10_000, drawdown: 0 });
  });

  it('are refused when they are no longer those that it saw', async () => {
    const key = store(app, 'EDITED', dailyBars(quotes(10)));
    const id = await run('onBar() {}', [key]);
    store(app, 'EDITED', dailyBars([[50, 60, 40, 55]]));
    const asked = () => runs.barViewport(id, undefined, { from: 0, to: 10, buckets: 10 });
    expect(await refusal(asked)).toMatchObject({ code: 'data.changed' });
    expect(runs.equityViewport(id, { from: 0, to: 10, buckets: 10 }).totalRows).toBe(10);
  });
});

describe('the lines of a run', () => {
  const members =
    'setup: ({ data }) => ({ mean: ta.sma(data.close, 2), late: data.of("LATE").close, top: ta.sma(data.of("LATE").high, 1) }), onBar() {}';

  it('are evaluated again on the bars that it saw, and drawn in the rows of its clock', async () => {
    const id = await run(members, [long, late]);
    expect(lines.list(id, undefined)).toBeNull();
    expect(lines.viewport(id, undefined, { from: 0, to: 10, buckets: 10 })).toBeNull();
    const task = lines.task(id, undefined);
    expect(task).toMatchObject({ kind: 'lines', symbol: 'LONG', seed: 0, file: 'test.ts' });
    expect(task.series[0]?.bars.close.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(await app.runLines.list({ run: id })).toEqual({
      symbol: 'LONG',
      lines: [{ name: 'mean', pane: null, min: 11.5, max: 19.5 }],
      leftOut: 0,
    });
    const shown = await app.runLines.viewport({ run: id, symbol: 'late' }, { from: 0, to: 10, buckets: 10 });
    expect(shown.totalRows).toBe(10);
    expect([...shown.time]).toEqual(Array.from({ length: 10 }, (_, i) => FIRST + i * DAY));
    const none = Number.NaN;
    expect([...(shown.lines[0]?.last ?? [])]).toEqual([none, none, none, 12, 13, 14, 15, 15, 15, 15]);
  });

  it('end with the bar on which the strategy failed', async () => {
    const id = await run('setup: ({ data }) => ta.sma(data.close, 2), onBar({ bar }) { if (bar.index === 4) null.x }', [
      long,
    ]);
    expect(await app.runLines.list({ run: id })).toMatchObject({ lines: [{ name: 'sma(close, 2)', max: 14.5 }] });
    const { totalRows, lines: shown } = await app.runLines.viewport({ run: id }, { from: 0, to: 10, buckets: 1 });
    expect([totalRows, shown[0]?.first[0], shown[0]?.last[0]]).toEqual([5, 11.5, 14.5]);
  });

  it('are refused with the symbol that the run doesn’t have, and with bars that it didn’t see', async () => {
    const key = store(app, 'CHANGED', dailyBars(quotes(10)));
    const id = await run('onBar() {}', [key]);
    expect(await refusal(() => app.runLines.list({ run: id, symbol: 'NONE' }))).toMatchObject({
      code: 'usage.no-such-symbol',
    });
    expect(await app.runLines.list({ run: id })).toEqual({ symbol: 'CHANGED', lines: [], leftOut: 0 });
    const other = await run('onBar({ log }) { log("x") }', [key]);
    store(app, 'CHANGED', dailyBars([[50, 60, 40, 55]]));
    expect(await refusal(() => app.runLines.list({ run: other }))).toMatchObject({ code: 'data.changed' });
  });
});

describe('the tables of a run', () => {
  it('are what the strategy did', async () => {
    const id = await run('onBar({ log }) { log("here"); }', [long]);
    expect(runs.log(id, { offset: 8, limit: 5 })).toEqual({
      total: 10,
      rows: [8, 9].map((bar) => ({ bar, time: FIRST + bar * DAY, text: 'here' })),
    });
    expect(runs.trades(id, { sort: 'trade', direction: 'ascending' }, { offset: 0, limit: 5 })).toEqual({
      rows: [],
      total: 0,
      offset: 0,
    });
  });

  const result = {
    symbols: ['B', 'A'],
    trades: {
      symbol: Int32Array.of(0, 1, 0),
      direction: Int8Array.of(1, -1, 1),
      qty: Float64Array.of(1, 2, 3),
      entryBar: Int32Array.of(0, 1, 2),
      exitBar: Int32Array.of(9, 3, 5),
      entryPrice: Float64Array.of(5, 4, 3),
      exitPrice: Float64Array.of(1, 3, 2),
      pnl: Float64Array.of(-1, 2, 0),
      returnFraction: Float64Array.of(-0.1, 0.2, 0),
      commission: Float64Array.of(3, 1, 2),
      exitReason: Uint8Array.of(0, 1, 0),
    },
    excursions: { favourable: Float64Array.of(0, 3, 1), adverse: Float64Array.of(-3, -1, -2) },
    orders: {
      bar: Int32Array.of(0, 2, 1),
      symbol: Int32Array.of(0, 1, 0),
      side: Uint8Array.of(0, 1, 0),
      type: Uint8Array.of(1, 0, 2),
      role: Uint8Array.of(0, 1, 2),
      status: Uint8Array.of(1, 0, 3),
      endBar: Int32Array.of(4, -1, 2),
      qty: Float64Array.of(1, Number.NaN, 0.5),
    },
  } as unknown as Parameters<typeof tradeRows>[0];

  it.each([
    ['trade', [0, 1, 2]],
    ['symbol', [1, 0, 2]],
    ['side', [0, 2, 1]],
    ['qty', [0, 1, 2]],
    ['entryTime', [0, 1, 2]],
    ['exitTime', [1, 2, 0]],
    ['entryPrice', [2, 1, 0]],
    ['exitPrice', [0, 2, 1]],
    ['bars', [1, 2, 0]],
    ['pnl', [0, 2, 1]],
    ['returnPct', [0, 2, 1]],
    ['commission', [1, 2, 0]],
    ['favourable', [0, 2, 1]],
    ['adverse', [0, 2, 1]],
    ['exitReason', [0, 2, 1]],
  ] as const)('sort trades by %s', (sort, rows) => {
    expect([...tradeRows(result, { sort, direction: 'ascending' })]).toEqual(rows);
  });

  it.each([
    ['id', [0, 1, 2]],
    ['symbol', [1, 0, 2]],
    ['side', [0, 2, 1]],
    ['type', [0, 1, 2]],
    ['role', [0, 1, 2]],
    ['status', [0, 1, 2]],
    ['placedTime', [0, 2, 1]],
    ['endTime', [2, 0, 1]],
    ['qty', [2, 0, 1]],
  ] as const)('sort orders by %s', (sort, rows) => {
    expect([...orderRows(result, { sort, direction: 'ascending' })]).toEqual(rows);
  });

  it.each([
    [{ symbol: 'A' }, [1]],
    [{ side: 'long' }, [0, 2]],
    [{ side: 'short' }, [1]],
    [{ outcome: 'won' }, [1]],
    [{ outcome: 'lost' }, [0, 2]],
    [{ exitReason: 'stop-loss' }, [1]],
    [{ symbol: 'B', outcome: 'lost', exitReason: 'signal' }, [0, 2]],
  ] as const)('filter trades by %j', (filter, rows) => {
    expect([...tradeRows(result, { sort: 'trade', direction: 'ascending', ...filter })]).toEqual(rows);
  });

  it.each([
    [{ symbol: 'B' }, [0, 2]],
    [{ side: 'sell' }, [1]],
    [{ type: 'stop' }, [2]],
    [{ role: 'exit' }, [1]],
    [{ status: 'pending' }, [1]],
  ] as const)('filter orders by %j', (filter, rows) => {
    expect([...orderRows(result, { sort: 'id', direction: 'ascending', ...filter })]).toEqual(rows);
  });
});

describe('a series', () => {
  it('lists its longest gaps in the order of time', () => {
    const days = Array.from(
      { length: 2_000 },
      (_, i) => i * DAY + (i >= 1_000 ? 20 * DAY : 0) + (i >= 1_500 ? 40 * DAY : 0),
    );
    const bars = barsFrom(
      Array.from({ length: 2_000 }, () => [1, 1, 1, 1] as const),
      FIRST,
      DAY,
    );
    bars.time.set(days.map((day) => FIRST + day));
    store(app, 'HOLES', bars);
    const { gaps, gapCount } = series.quality('HOLES');
    expect([gapCount, gaps.map(({ row }) => row)]).toEqual([2, [1_000, 1_500]]);
    expect(series.countGaps('HOLES')).toBe(2);
  });

  it('is read again when its bars have changed', () => {
    store(app, 'GROWS', dailyBars(quotes(3)));
    expect(series.viewport('GROWS', { from: 0, to: 9, buckets: 9 }).totalRows).toBe(3);
    store(app, 'GROWS', dailyBars(quotes(5)));
    expect(series.viewport('GROWS', { from: 0, to: 9, buckets: 9 }).totalRows).toBe(5);
  });
});

it('answers from its thread as it would here', async () => {
  const here = series.viewport('LONG', { from: 0, to: 10, buckets: 3 });
  expect(await app.analysis.series.viewport('LONG', { from: 0, to: 10, buckets: 3 })).toEqual(here);
  await expect(app.analysis.series.bar('LONG', 10)).rejects.toMatchObject({ detail: { code: 'usage.no-such-row' } });
});
