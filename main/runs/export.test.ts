import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountSchema } from '#shared/domain/account.ts';
import { runExportSchema } from '#shared/domain/run-export.ts';
import { CASH_FLOW_KINDS } from '#shared/domain/run-result.ts';
import type { SeriesKey } from '#shared/domain/series.ts';
import { dailyBars, type Quote } from '../../tests/support/bars.ts';
import { waves } from '../../tests/support/run-task.ts';
import { strategySource } from '../../tests/support/strategy-source.ts';
import { runRequest, store, type TempApp, tempApp } from '../../tests/support/temp-app.ts';
import { tradesCsv } from './export-csv.ts';
import { exportRun, exportTrades, runJson } from './export-json.ts';
import type { FinishedRun } from './run-service.ts';

const DAY = 86_400_000;
const FIRST = Date.UTC(2024, 0, 1);

let app: TempApp;
let series: SeriesKey;
let other: SeriesKey;

beforeAll(() => {
  app = tempApp();
  series = store(app, 'TEST', waves(40));
  other = store(app, 'OTHER', waves(20), { closeOnly: true });
});
afterAll(() => app.remove());

const run = (members: string, keys: readonly SeriesKey[] = [series], parts = {}) =>
  app.runService.run(runRequest(strategySource(members), keys, parts));

/** The run as a program reads it. */
function exported({ record, result }: FinishedRun) {
  return runExportSchema.strict().parse(JSON.parse(JSON.stringify(exportRun(record, result))));
}

describe('the JSON of a run', () => {
  test.each([
    ['without orders', 'onBar() {}'],
    [
      'with trades and logs',
      'onBar({ order, bar, log }) { log(bar); bar.index % 4 ? order.sell({ size: 1 }) : order.buy({ size: 2 }); }',
    ],
    [
      'with every kind of order',
      `onBar({ order, bar }) {
      const price = bar.close;
      if (bar.index % 9 === 0) order.buy({ size: 1, limit: price - 1, stopLoss: price - 3, takeProfit: price + 3, tag: 'limit' });
      if (bar.index % 9 === 2) order.sell({ size: order.cash(500), stop: price - 2, limit: price - 4 });
      if (bar.index % 9 === 3) order.buy({ size: order.percentOfEquity(200) });
      if (bar.index % 9 === 4) order.buy({ size: 0.5 });
      if (bar.index % 9 === 8) order.cancelAll();
    }`,
    ],
    ['that failed', 'onBar({ bar, order }) { order.buy({ size: 1 }); if (bar.index === 5) throw new Error("x"); }'],
    ['that failed without a place', 'onBar() { throw null; }'],
    ['that went broke', 'onBar({ order, bar }) { if (bar.index === 1) order.sell({ size: 70 }); }'],
  ])('%s is what its schema says, and nothing else', async (_, members) => {
    const finished = await run(members);
    const json = exported(finished);
    const { record, result } = finished;
    expect(json).toMatchObject({
      schema: 1,
      runId: record.id,
      manifestId: record.manifestId,
      resultHash: result.resultHash,
      semantics: 'hindcast-1',
      bars: result.time.length,
      strategy: { name: 'test', file: 'test.ts' },
    });
    expect(json.equity.time).toHaveLength(json.bars);
    expect(json.equity.value).toHaveLength(json.bars);
    expect(json.trades).toHaveLength(result.trades.symbol.length);
    expect(json.orders).toHaveLength(result.orders.bar.length);
    expect(json.fills).toHaveLength(result.fills.bar.length);
    expect(json.fills.every(({ why }) => why.endsWith('.'))).toBe(true);
  });

  test('of several symbols, one of them with fewer bars', async () => {
    const json = exported(
      await run(
        `onBar({ order, data, bar }) {
          for (const symbol of data.symbols) order.buy({ symbol, size: 1 });
        }, warmup: 1`,
        [series, other],
      ),
    );
    expect(new Set(json.fills.map(({ symbol }) => symbol))).toEqual(new Set(['TEST', 'OTHER']));
    expect(json.warnings.map(({ code }) => code)).toContain('close-only');
  });

  test('names what the columns hold in numbers', async () => {
    const quotes: Quote[] = [
      [10, 11, 9, 10],
      [10, 12, 9, 11],
      [11, 13, 10, 12],
      [12, 12, 7, 8],
      [8, 9, 7, 9],
    ];
    const key = store(app, 'FIVE', dailyBars(quotes));
    const json = exported(
      await run(
        "onBar({ order, bar, log }) { if (bar.index === 0) { order.buy({ size: 4, stopLoss: 9.5, tag: 'go' }); log('sent'); } if (bar.index === 3) order.buy({ size: 1 }); }",
        [key],
        {
          costs: {
            commission: { model: 'fixed', amount: 1 },
            spread: { model: 'fixed', points: 0.5 },
            slippage: { model: 'none' },
          },
        },
      ),
    );
    const at = (index: number) => FIRST + index * DAY;
    expect(json.orders).toEqual([
      {
        id: 0,
        symbol: 'FIVE',
        side: 'buy',
        type: 'market',
        role: 'entry',
        status: 'filled',
        parentId: null,
        placedIndex: 0,
        placedTime: at(0),
        endIndex: 1,
        endTime: at(1),
        qty: 4,
        filled: 4,
        limit: null,
        stop: null,
        reason: null,
        tag: 'go',
      },
      {
        id: 1,
        symbol: 'FIVE',
        side: 'sell',
        type: 'stop',
        role: 'stop-loss',
        status: 'filled',
        parentId: 0,
        placedIndex: 1,
        placedTime: at(1),
        endIndex: 1,
        endTime: at(1),
        qty: 4,
        filled: 4,
        limit: null,
        stop: 9.5,
        reason: null,
        tag: 'go',
      },
      {
        id: 2,
        symbol: 'FIVE',
        side: 'buy',
        type: 'market',
        role: 'entry',
        status: 'filled',
        parentId: null,
        placedIndex: 3,
        placedTime: at(3),
        endIndex: 4,
        endTime: at(4),
        qty: 1,
        filled: 1,
        limit: null,
        stop: null,
        reason: null,
        tag: null,
      },
    ]);
    expect(json.fills).toEqual([
      {
        orderId: 0,
        symbol: 'FIVE',
        side: 'buy',
        index: 1,
        time: at(1),
        qty: 4,
        price: 10.25,
        reference: 10,
        spread: 0.25,
        slippage: 0,
        commission: 1,
        rate: 1,
        rule: 'market-open',
        segment: 'open',
        open: 10,
        high: 12,
        low: 9,
        close: 11,
        ambiguous: false,
        why: expect.stringContaining('Bought 4 FIVE at 10.25'),
      },
      {
        orderId: 1,
        symbol: 'FIVE',
        side: 'sell',
        index: 1,
        time: at(1),
        qty: 4,
        price: 9.25,
        reference: 9.5,
        spread: 0.25,
        slippage: 0,
        commission: 1,
        rate: 1,
        rule: 'stop-touch',
        segment: 'to-first-extreme',
        open: 10,
        high: 12,
        low: 9,
        close: 11,
        ambiguous: false,
        why: expect.stringContaining('reached the stop-loss 9.5'),
      },
      {
        orderId: 2,
        symbol: 'FIVE',
        side: 'buy',
        index: 4,
        time: at(4),
        qty: 1,
        price: 8.25,
        reference: 8,
        spread: 0.25,
        slippage: 0,
        commission: 1,
        rate: 1,
        rule: 'market-open',
        segment: 'open',
        open: 8,
        high: 9,
        low: 7,
        close: 9,
        ambiguous: false,
        why: expect.any(String),
      },
      {
        orderId: null,
        symbol: 'FIVE',
        side: 'sell',
        index: 4,
        time: at(4),
        qty: 1,
        price: 8.75,
        reference: 9,
        spread: 0.25,
        slippage: 0,
        commission: 1,
        rate: 1,
        rule: 'end-of-data',
        segment: 'close',
        open: 8,
        high: 9,
        low: 7,
        close: 9,
        ambiguous: false,
        why: expect.stringContaining('the run ends'),
      },
    ]);
    expect(json.trades).toEqual([
      {
        symbol: 'FIVE',
        side: 'long',
        qty: 4,
        entryIndex: 1,
        entryTime: at(1),
        entryPrice: 10.25,
        exitIndex: 1,
        exitTime: at(1),
        exitPrice: 9.25,
        pnl: -6,
        returnPct: -6 / 41,
        commission: 2,
        favourable: 0,
        adverse: -4,
        exitReason: 'stop-loss',
        forced: false,
        entryFill: 0,
        exitFill: 1,
      },
      {
        symbol: 'FIVE',
        side: 'long',
        qty: 1,
        entryIndex: 4,
        entryTime: at(4),
        entryPrice: 8.25,
        exitIndex: 4,
        exitTime: at(4),
        exitPrice: 8.75,
        pnl: -1.5,
        returnPct: -1.5 / 8.25,
        commission: 2,
        favourable: 0,
        adverse: -2.25,
        exitReason: 'end-of-data',
        forced: true,
        entryFill: 2,
        exitFill: 3,
      },
    ]);
    expect(json.log).toEqual([{ index: 0, time: at(0), text: 'sent' }]);
    expect(json.equity.value.at(-1)).toBe(10_000 - 6 - 1.5);
    expect(json.metrics['trades']).toEqual({ value: 2, unit: 'count', convention: expect.any(String) });
    expect(json.ambiguity).toEqual({ bars: 0, pessimistic: 9_992.5, optimistic: 9_992.5 });
    expect(json.funnel).toBeNull();
    expect(json.checks[0]).toEqual({
      id: 'few-trades',
      severity: 'serious',
      weight: 0.8,
      message: expect.stringContaining('2 trades'),
      suggestion: expect.stringMatching(/\.$/),
    });
  });

  test('tells what moved without a fill', async () => {
    const account = accountSchema.parse({ cashRate: 0.0365, borrowRate: 0.073 });
    const json = exported(
      await run('onBar({ order, bar }) { if (bar.index === 1) order.sell({ size: 10 }); }', [series], { account }),
    );
    expect(json.cashFlows[0]).toEqual({
      index: 1,
      time: FIRST + DAY,
      symbol: null,
      kind: 'interest',
      amount: expect.closeTo(1, 9),
    });
    const fees = json.cashFlows.filter(({ kind }) => kind === 'borrow-fee');
    expect(fees[0]).toMatchObject({ index: 3, amount: expect.closeTo((-10 * 107 * 0.073) / 365, 9) });
  });

  test('names the symbol whose holders are paid', async () => {
    const { record, result } = await run('onBar() {}');
    const cashFlows = {
      bar: Int32Array.of(4),
      symbol: Int32Array.of(0),
      kind: Uint8Array.of(CASH_FLOW_KINDS.indexOf('dividend')),
      amount: Float64Array.of(12),
    };
    expect(exported({ record, result: { ...result, cashFlows } }).cashFlows).toEqual([
      { index: 4, time: FIRST + 4 * DAY, symbol: 'TEST', kind: 'dividend', amount: 12 },
    ]);
  });

  test('gives the interval that ambiguous bars leave open', async () => {
    const json = exported(
      await run(
        'onBar({ order, bar }) { if (bar.index === 1) order.buy({ size: 10, stopLoss: order.pointsAway(1), takeProfit: order.pointsAway(1) }); }',
      ),
    );
    const { bars, pessimistic, optimistic } = json.ambiguity;
    expect(bars).toBe(1);
    expect(pessimistic).toBe(json.equity.value.at(-1));
    expect(optimistic).toBe(10_010);
  });

  test('follows a run without trades down to where it ended', async () => {
    const json = exported(
      await run('onBar({ order, bar }) { if (bar.index > 36 && bar.open > 0) order.buy({ limit: 1 }); }'),
    );
    expect(json.funnel).toEqual({
      bars: 40,
      barsAfterWarmUp: 40,
      conditions: [
        { label: 'bar.index > 36 && bar.open > 0', line: 3, evaluated: 40, seen: 3, within: null },
        { label: 'bar.index > 36', line: 3, evaluated: 40, seen: 3, within: 0 },
        { label: 'bar.open > 0', line: 3, evaluated: 3, seen: 3, within: 0 },
      ],
      sent: 3,
      accepted: 3,
      filled: 0,
      unfilled: [{ status: 'pending', reason: null, count: 3, firstIndex: 37, firstTime: FIRST + 37 * DAY }],
    });
  });

  test('leaves out the fill of a trade that is listed open', async () => {
    const account = accountSchema.parse({ closeAtEnd: false });
    const json = exported(
      await run('onBar({ order, bar }) { if (bar.index === 1) order.buy({ size: 1 }); }', [series], { account }),
    );
    expect(json.trades).toMatchObject([{ entryFill: 0, exitFill: null }]);
  });

  test('writes null for what has no number', async () => {
    const json = exported(await run('onBar() {}'));
    expect(json.metrics['winRate']?.value).toBeNull();
    expect(json.metrics['trades']?.value).toBe(0);
  });

  test('says where a failed run stopped', async () => {
    const json = exported(await run('onBar({ bar }) { if (bar.index === 5) throw new Error("x"); }'));
    expect(json.failure).toEqual({
      code: 'strategy.runtime',
      message: 'The strategy failed on bar 6 (2024-01-06): x',
      index: 5,
      time: FIRST + 5 * DAY,
      line: 3,
      column: expect.any(Number),
    });
  });
});

describe('the text of a run, piece by piece,', () => {
  test.each([
    ['without anything', 20, 'onBar() {}'],
    [
      'longer than a piece',
      4_100,
      'onBar({ bar, order, log }) { if (bar.index < 600) { order.buy({ size: 1 }); log(bar); } }',
    ],
    [
      'of many trades',
      1_300,
      'onBar({ order, position, bar }) { bar.index % 2 ? position.close() : order.buy({ size: 1 }); }',
    ],
  ])('%s is that of the whole', async (name, bars, members) => {
    const { record, result } = await run(members, [store(app, name.replaceAll(' ', ''), waves(bars))]);
    expect([...runJson(record, result)].join('')).toBe(`${JSON.stringify(exportRun(record, result))}\n`);
    const lines = [...tradesCsv(result)].join('').split('\r\n');
    expect(lines).toHaveLength(result.trades.symbol.length + 2);
  });
});

describe('the CSV of the trades', () => {
  test('has a line for each trade, times as ISO 8601, CRLF', async () => {
    const { result } = await run(
      'onBar({ order, position, bar }) { if (bar.index === 1) order.sell({ size: 2 }); if (bar.index === 4) position.close(); }',
    );
    const [trade] = exportTrades(result);
    expect([...tradesCsv(result)].join('')).toBe(
      [
        'symbol,side,qty,entryTime,entryPrice,exitTime,exitPrice,pnl,returnPct,commission,exitReason,forced,favourable,adverse',
        `TEST,short,2,2024-01-03T00:00:00.000Z,${trade?.entryPrice},2024-01-06T00:00:00.000Z,${trade?.exitPrice},${trade?.pnl},${trade?.returnPct},0,signal,false,4,-12`,
        '',
      ].join('\r\n'),
    );
  });

  test('of no trades is its header', async () => {
    const { result } = await run('onBar() {}');
    expect([...tradesCsv(result)].join('').split('\r\n')).toHaveLength(2);
  });

  test('quotes what needs it', async () => {
    const { result } = await run('onBar({ order, bar }) { if (bar.index === 1) order.buy({ size: 2 }); }');
    const [, line] = [...tradesCsv({ ...result, symbols: ['A,"B"'] })].join('').split('\r\n');
    expect(line).toMatch(/^"A,""B""",long,2,/);
  });
});
