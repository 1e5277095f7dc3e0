import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountSchema } from '#shared/domain/account.ts';
import { allocateBars, type BarColumns } from '#shared/domain/bars.ts';
import { type CostsSpec, NO_COSTS } from '#shared/domain/costs.ts';
import type { SeriesKey } from '#shared/domain/series.ts';
import { barsFrom, dailyBars, type Quote } from '../../../tests/support/bars.ts';
import { refusal } from '../../../tests/support/refusal.ts';
import { strategySource } from '../../../tests/support/strategy-source.ts';
import { runRequest, store, type TempApp, tempApp } from '../../../tests/support/temp-app.ts';
import type { RunRequest } from '../run-service.ts';

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);
const FLAT: Quote = [100, 100, 100, 100];
const DAYS: Quote[] = [FLAT, FLAT, [100, 106, 94, 100], FLAT, FLAT, FLAT];

/** Ten bought on bar 1, with a bracket that bar 2 reaches on both sides. */
const BRACKET = strategySource(
  'onBar({ bar, order }) { if (bar.index === 0) order.buy({ size: 10, stopLoss: 95, takeProfit: 105 }); }',
);
const HOLDS = strategySource('onBar({ bar, order }) { if (bar.index === 0) order.buy({ size: 10 }); }');

let app: TempApp;
let share: SeriesKey;
let euro: SeriesKey;

/** Closes at a value each day, from some day on. */
function values(symbol: string, closes: readonly number[], firstDay = 0): SeriesKey {
  const bars = dailyBars(
    closes.map((close) => [close, close, close, close]),
    START + firstDay * DAY,
  );
  return store(app, symbol, bars, { closeOnly: true });
}

beforeAll(() => {
  app = tempApp({ threads: 1 });
  share = store(app, 'SHARE', dailyBars(DAYS));
  euro = store(app, 'EURO', dailyBars(DAYS), { instrument: { quoteCurrency: 'EUR' } });
});
afterAll(() => app.remove());

async function run(source: string, series: SeriesKey[], parts: Partial<RunRequest> = {}) {
  const { record, result } = await app.runService.run(runRequest(source, series, parts));
  const verified = await app.runService.verify(record);
  expect(verified).toMatchObject({ stored: record.resultHash, fresh: record.resultHash, isIntact: true });
  return { record, result, used: record.manifest.data[0] };
}
const refused = (source: string, series: SeriesKey[], parts: Partial<RunRequest>) =>
  refusal(app.runService.run(runRequest(source, series, parts)));

describe('rates of exchange', () => {
  test('convert what is quoted in another currency, and are part of the manifest', async () => {
    const fx = [values('EURUSD', [1, 1, 1, 1, 1.2, 1.2, 1.3, 1.3], -2)];
    const { record, result } = await run(HOLDS, [share, euro], {
      fx,
      account: accountSchema.parse({ currency: 'EUR' }),
    });
    // A share in dollars, bought at 1.0: the last bar knows the close of the day before it.
    expect(result.equity.at(-1)).toBeCloseTo(9_000 + 1_000 / 1.3, 9);
    expect(record.manifest.fx?.map(({ symbol, rows }) => [symbol, rows])).toEqual([['EURUSD', 8]]);
    expect(record.manifest.fx?.[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('must be of use', async () => {
    const error = await refused(HOLDS, [share], { fx: [values('EURUSD', [1, 1, 1, 1, 1.2, 1.2, 1.3, 1.3], -2)] });
    expect(error).toMatchObject({ kind: 'usage', code: 'usage.idle-fx' });
  });

  test('are asked for by an account in another currency', async () => {
    const error = await refused(HOLDS, [share], { account: accountSchema.parse({ currency: 'JPY' }) });
    expect(error.message).toContain('USDJPY is missing');
  });
});

describe('shorter bars', () => {
  /** Half days: up first on day 2. */
  const halves: BarColumns = barsFrom(
    DAYS.flatMap((quote, day): Quote[] =>
      day === 2
        ? [
            [100, 106, 100, 104],
            [104, 104, 94, 100],
          ]
        : [quote, quote],
    ),
    START,
    DAY / 2,
  );

  test('that are stored tell what came first, unless they are left out', async () => {
    const fine = store(app, 'FINE', dailyBars(DAYS));
    const without = await run(BRACKET, [fine], { finer: 'stored' });
    expect([without.result.ambiguousBars, without.used?.finer]).toEqual([1, undefined]);
    store(app, 'FINE', halves, { timeframe: '12h' });
    const stored = await run(BRACKET, [fine], { finer: 'stored' });
    expect(stored.result.ambiguousBars).toBe(0);
    expect(stored.result.trades.exitPrice[0]).toBe(105);
    expect(stored.used?.finer).toMatchObject({ symbol: 'FINE', timeframe: '12h', rows: 12 });
    expect((await run(BRACKET, [fine])).record.manifestId).toBe(without.record.manifestId);
  });

  test('that are named may be of another source', async () => {
    const key: SeriesKey = { symbol: 'SHARE', timeframe: '12h', source: 'import' };
    store(app, 'SHARE', halves, { timeframe: '12h' });
    expect((await run(BRACKET, [share], { finer: [key] })).result.trades.exitPrice[0]).toBe(105);
    expect(await refused(BRACKET, [euro], { finer: [key] })).toMatchObject({ code: 'usage.idle-finer' });
    const semantics = 'backtesting.py';
    expect(await refused(BRACKET, [share], { finer: [key], semantics })).toMatchObject({ code: 'usage.no-path' });
    expect((await run(BRACKET, [share], { finer: 'stored', semantics })).used?.finer).toBeUndefined();
  });
});

describe('a spread that follows a series', () => {
  const costs: CostsSpec = { ...NO_COSTS, spread: { model: 'series' } };

  test('is the one quoted at each bar', async () => {
    const spreads = { SHARE: values('QUOTED', [1, 2, 1, 1, 1, 6]) };
    const { result, used } = await run(HOLDS, [share], { costs, spreads });
    expect([...result.fills.spread]).toEqual([1, 3]);
    expect(used?.spread).toMatchObject({ symbol: 'QUOTED', rows: 6 });
  });

  test('needs one, and one that has a value at each fill', async () => {
    expect(await refused(HOLDS, [share], { costs })).toMatchObject({ code: 'usage.no-spread-series' });
    const short = { SHARE: values('SHORT', [1]) };
    expect(await refused(HOLDS, [share], { costs, spreads: short })).toMatchObject({ code: 'data.no-spread' });
    const negative = { SHARE: values('NEGATIVE', [1, -1, 1, 1, 1, 1]) };
    expect(await refused(HOLDS, [share], { costs, spreads: negative })).toMatchObject({ code: 'data.negative-spread' });
  });

  test('is not given for nothing', async () => {
    const spreads = { SHARE: values('IDLE', [1, 1, 1, 1, 1, 1]) };
    expect(await refused(HOLDS, [share], { spreads })).toMatchObject({ code: 'usage.idle-spread-series' });
    expect(await refused(HOLDS, [share], { costs, spreads: { OTHER: share } })).toMatchObject({
      code: 'usage.unknown-symbol',
    });
  });
});

test('funding, splits and dividends are paid as they are due, and written down', async () => {
  const { result, used } = await run(HOLDS, [share], {
    funding: { SHARE: values('FUNDING', [0.01, 0.01, 0.01, 0.01, 0.01, 0.01]) },
    actions: {
      SHARE: [
        { kind: 'dividend', time: START, amount: 7 },
        { kind: 'dividend', time: START + 2 * DAY, amount: 1 },
        { kind: 'dividend', time: START + 99 * DAY, amount: 7 },
      ],
    },
  });
  expect(result.equity.at(-1)).toBeCloseTo(10_000 - 4 * 10 + 10, 9);
  expect(used?.actions).toEqual([{ kind: 'dividend', time: START + 2 * DAY, amount: 1 }]);
  expect(used?.funding).toMatchObject({ symbol: 'FUNDING', rows: 6 });
});

test('a symbol that is no longer traded ends with its data, not with the range of the run', async () => {
  const gone = store(app, 'GONE', dailyBars(DAYS), { instrument: { delisted: true } });
  const whole = await run(HOLDS, [share, gone]);
  expect(whole.record.manifest.data.map(({ delisted }) => delisted)).toEqual([undefined, true]);
  const part = await run(HOLDS, [gone], { to: START + 3 * DAY });
  expect(part.used?.delisted).toBeUndefined();
  expect(part.used?.instrument.delisted).toBe(true);
});

describe('what terms ask of the data', () => {
  const terms = (account: Partial<RunRequest['account']>) => ({ account: accountSchema.parse(account) });

  test('volume, for impact and for participation', async () => {
    const bars = allocateBars(3, 'own');
    for (const column of ['open', 'high', 'low', 'close'] as const) bars[column].fill(100);
    bars.time.set([START, START + DAY, START + 2 * DAY]);
    bars.volume.fill(Number.NaN);
    const dry = store(app, 'DRY', bars);
    const impact = { ...NO_COSTS, slippage: { model: 'volume-share', priceImpact: 0.1 } } as const;
    expect(await refused(HOLDS, [dry], { costs: impact })).toMatchObject({ code: 'data.no-volume' });
    expect(await refused(HOLDS, [dry], terms({ participation: 0.1 }))).toMatchObject({ code: 'data.no-volume' });
  });

  test('a maintenance margin that a full position has', async () => {
    const error = await refused(HOLDS, [share], terms({ leverage: 4, maintenanceMargin: 0.3 }));
    expect(error).toMatchObject({ code: 'usage.maintenance-margin' });
    expect(error.message).toContain('30% is more than the 25%');
    await run(HOLDS, [share], terms({ leverage: 4, maintenanceMargin: 0.25 }));
  });
});
