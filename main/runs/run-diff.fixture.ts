import { CASH_ACCOUNT } from '#shared/domain/account.ts';
import { NO_COSTS } from '#shared/domain/costs.ts';
import { instrumentSchema } from '#shared/domain/instrument.ts';
import type { Manifest } from '#shared/domain/manifest.ts';
import type { RunExport } from '#shared/domain/run-export.ts';
import type { Ms } from '#shared/domain/units.ts';
import type { Fill, Order } from './run-diff-orders.ts';

/** Opening time of a daily bar, from 2024-01-01 on. */
export function day(index: number): Ms {
  return Date.UTC(2024, 0, 1 + index);
}

export function hash(digit: string): string {
  return digit.repeat(64);
}

type UsedSeries = Manifest['data'][number];

/** Ten daily bars of TEST. */
export function usedSeries(parts: Partial<UsedSeries> = {}): UsedSeries {
  const { symbol = 'TEST' } = parts;
  return {
    symbol,
    timeframe: '1d',
    source: 'import',
    sha256: hash('d'),
    rows: 10,
    firstTime: day(0),
    lastTime: day(9),
    instrument: instrumentSchema.parse({ symbol }),
    ...parts,
  };
}

export function manifest(parts: Partial<Manifest> = {}): Manifest {
  return {
    schema: 1,
    engine: 1,
    strategy: { sha256: hash('c') },
    params: {},
    data: [usedSeries()],
    cash: 10_000,
    account: CASH_ACCOUNT,
    costs: NO_COSTS,
    semantics: 'hindcast-1',
    seed: 0,
    ...parts,
  };
}

/** A market order to buy 1 TEST, sent on one bar and filled on the next; `at` is the bar on which it was sent. */
export function order(id: number, at: number, parts: Partial<Order> = {}): Order {
  return {
    id,
    symbol: 'TEST',
    side: 'buy',
    type: 'market',
    role: 'entry',
    status: 'filled',
    parentId: null,
    placedIndex: at,
    placedTime: day(at),
    endIndex: at + 1,
    endTime: day(at + 1),
    qty: 1,
    filled: 1,
    limit: null,
    stop: null,
    reason: null,
    tag: null,
    ...parts,
  };
}

/** The fill of 1 TEST at 100, without costs. */
export function fill(orderId: number | null, at: number, parts: Partial<Fill> = {}): Fill {
  return {
    orderId,
    symbol: 'TEST',
    side: 'buy',
    index: at,
    time: day(at),
    qty: 1,
    price: 100,
    reference: 100,
    spread: 0,
    slippage: 0,
    commission: 0,
    rate: 1,
    rule: 'market-open',
    segment: 'open',
    open: 100,
    high: 102,
    low: 98,
    close: 101,
    ambiguous: false,
    why: 'Bought 1 TEST at 100.',
    ...parts,
  };
}

/** A run over ten bars without orders. */
export function exported(parts: Partial<RunExport> = {}): RunExport {
  const time = Array.from({ length: 10 }, (_, index) => day(index));
  return {
    schema: 1,
    runId: 'run',
    manifestId: hash('a'),
    resultHash: hash('b'),
    semantics: 'hindcast-1',
    manifest: manifest(),
    strategy: { name: 'test', file: 'test.ts' },
    bars: time.length,
    firstTradableIndex: 0,
    warnings: [],
    failure: null,
    checks: [],
    ambiguity: { bars: 0, pessimistic: 10_000, optimistic: 10_000 },
    funnel: null,
    metrics: {},
    trades: [],
    orders: [],
    fills: [],
    cashFlows: [],
    log: [],
    equity: { time, value: time.map(() => 10_000) },
    ...parts,
  };
}
