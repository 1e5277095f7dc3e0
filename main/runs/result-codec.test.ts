import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHECK_IDS, CHECK_SEVERITIES } from '#shared/domain/checks.ts';
import type {
  CashFlowColumns,
  ExcursionColumns,
  FillColumns,
  OrderColumns,
  RunResult,
  TradeColumns,
} from '#shared/domain/run-result.ts';
import { resultHash } from '#worker/engine/result-hash.ts';
import { type Column, decodeColumn, encodeColumn } from './column-codec.ts';
import { resultFromStored, storedResult } from './result-codec.ts';

const FILLS = {
  Int32Array: ['bar', 'symbol', 'order'],
  Uint8Array: ['side', 'rule', 'segment', 'ambiguous'],
  Float64Array: ['qty', 'price', 'reference', 'spread', 'slippage', 'commission', 'open', 'high', 'low', 'close'],
};
const TRADES = {
  Int8Array: ['direction'],
  Uint8Array: ['exitReason', 'forced'],
  Int32Array: ['symbol', 'entryBar', 'exitBar', 'entryFill', 'exitFill'],
  Float64Array: ['qty', 'entryPrice', 'exitPrice', 'pnl', 'returnFraction', 'commission'],
};
const ORDERS = {
  Int32Array: ['bar', 'symbol', 'parent', 'endBar', 'reason', 'tag'],
  Uint8Array: ['side', 'type', 'role', 'status'],
  Float64Array: ['limit', 'stop', 'qty', 'filled'],
};
const EXCURSIONS = { Float64Array: ['favourable', 'adverse'] };
const CASH_FLOWS = { Int32Array: ['bar', 'symbol'], Uint8Array: ['kind'], Float64Array: ['amount'] };

const TYPES = { Int8Array, Uint8Array, Int32Array, Float64Array };

function column(type: keyof typeof TYPES, rows: number): fc.Arbitrary<Column> {
  const Typed = TYPES[type];
  const bytes = rows * Typed.BYTES_PER_ELEMENT;
  // Any bits at all: NaNs, infinities, negative zero.
  return fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((data) => new Typed(Uint8Array.from(data).buffer))
    .map((typed) =>
      typed instanceof Float64Array ? typed.map((value) => (Number.isNaN(value) ? Number.NaN : value)) : typed,
    );
}

function table<T>(names: Partial<Record<keyof typeof TYPES, string[]>>, rows: number): fc.Arbitrary<T> {
  const columns = Object.entries(names).flatMap(([type, all]) =>
    all.map((name) => [name, column(type as keyof typeof TYPES, rows)] as const),
  );
  return fc.record(Object.fromEntries(columns)) as fc.Arbitrary<T>;
}

const metric = fc.record({
  value: fc.double({ noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
  unit: fc.constantFrom('fraction' as const, 'money' as const, 'days' as const),
  convention: fc.string({ unit: 'binary' }),
});

const text = fc.string({ unit: 'binary' });

const results: fc.Arbitrary<RunResult> = fc
  .tuple(fc.nat(6), fc.nat(4), fc.nat(4), fc.nat(4))
  .chain(([bars, fills, trades, orders]) =>
    fc.record({
      symbols: fc.array(text, { minLength: 1, maxLength: 3 }),
      time: column('Float64Array', bars) as fc.Arbitrary<Float64Array>,
      equity: column('Float64Array', bars) as fc.Arbitrary<Float64Array>,
      buyAndHold: column('Float64Array', bars) as fc.Arbitrary<Float64Array>,
      firstTradableBar: fc.nat(),
      barsInMarket: fc.nat(),
      ambiguousBars: fc.nat(),
      ambiguity: fc.record({ pessimistic: fc.nat(), optimistic: fc.nat() }),
      fills: table<FillColumns>(FILLS, fills),
      trades: table<TradeColumns>(TRADES, trades),
      excursions: table<ExcursionColumns>(EXCURSIONS, trades),
      orders: table<OrderColumns>(ORDERS, orders),
      cashFlows: table<CashFlowColumns>(CASH_FLOWS, orders),
      texts: fc.array(text),
      metrics: fc.dictionary(fc.string(), metric),
      warnings: fc.array(fc.record({ code: text, message: text })),
      checks: fc.array(
        fc.record({
          id: fc.constantFrom(...CHECK_IDS),
          weight: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
          severity: fc.constantFrom(...CHECK_SEVERITIES),
          message: text,
          suggestion: text,
        }),
      ),
      funnel: fc.constant(null),
      log: fc.array(fc.record({ bar: fc.nat(), text })),
      failure: fc.option(
        fc.record({
          code: text,
          message: text,
          bar: fc.nat(),
          time: fc.nat(),
          line: fc.option(fc.nat()),
          column: fc.option(fc.nat()),
        }),
      ),
    }),
  )
  .map((result) => ({ ...result, resultHash: resultHash(result) }));

const NOT_COVERED = /^(buyAndHold|excursions\..*|details\.json)$/;

describe('storing a result', () => {
  test('and reading it back gives the same, to the bit', () => {
    fc.assert(
      fc.property(results, (result) => {
        const { columns, summary } = storedResult(result);
        // Rows of a database come in any order, and their bytes lie anywhere.
        const rows = columns.toReversed().map((row) => ({ ...row, data: Buffer.from(row.data) }));
        expect(resultFromStored('abc', rows, summary, result.resultHash)).toEqual(result);
        expect(summary).toMatchObject({ bars: result.time.length, trades: result.trades.symbol.length });
      }),
    );
  });

  test('refuses any other bits in what the hash covers', () => {
    fc.assert(
      fc.property(results, fc.nat(), fc.nat(), (result, which, where) => {
        const { columns, summary } = storedResult(result);
        const covered = columns.filter(({ name, data }) => data.length > 0 && !NOT_COVERED.test(name));
        fc.pre(covered.length > 0);
        const victim = covered[which % covered.length];
        const rows = columns.map((row) => ({ ...row, data: Uint8Array.from(row.data) }));
        const data = rows.find(({ name }) => name === victim?.name)?.data as Uint8Array;
        data[where % data.length] = (data[where % data.length] as number) ^ 0x10;
        expect(() => resultFromStored('abc', rows, summary, result.resultHash)).toThrow('damaged');
      }),
    );
  });

  test.each(['buyAndHold', 'excursions.favourable', 'excursions.adverse'])('refuses another length of %s', (victim) => {
    fc.assert(
      fc.property(results, (result) => {
        const { columns, summary } = storedResult(result);
        const rows = columns.map((row) =>
          row.name === victim
            ? { ...row, data: new Uint8Array(row.data.length + Float64Array.BYTES_PER_ELEMENT) }
            : row,
        );
        expect(() => resultFromStored('abc', rows, summary, result.resultHash)).toThrow('damaged');
      }),
      { numRuns: 5 },
    );
  });
});

describe('a column', () => {
  test.each([
    ['i8', Int8Array.of(-1, 2)],
    ['u8', Uint8Array.of(255, 2)],
    ['i32', Int32Array.of(-(2 ** 31), 7)],
    ['f64', Float64Array.of(Number.NaN, -0, Number.POSITIVE_INFINITY)],
  ])('%s keeps its type and its values', (type, values) => {
    const stored = encodeColumn('x', values);
    expect(stored.type).toBe(type);
    expect(decodeColumn(stored)).toEqual(values);
  });

  test('that is a part of a larger one stores that part', () => {
    expect(decodeColumn(encodeColumn('x', Int32Array.of(1, 2, 3, 4).subarray(1, 3)))).toEqual(Int32Array.of(2, 3));
  });

  test.each([
    ['a type that there isn’t', 'f32', 8],
    ['a name that every object has', 'constructor', 8],
    ['half an element', 'f64', 12],
  ])('with %s is none', (_, type, bytes) => {
    expect(() => decodeColumn({ name: 'x', type, data: new Uint8Array(bytes) })).toThrow(RangeError);
  });
});
