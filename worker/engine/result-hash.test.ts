import { expect, test } from 'vitest';
import type { MetricValue } from '#shared/domain/run-result.ts';
import { dailyBars, type Quote } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';
import { type HashedResult, resultHash } from './result-hash.ts';

const NET: MetricValue = { value: 2, unit: 'money', convention: '' };
const METRICS = { net: NET, sharpe: { ...NET, value: Number.NaN } };

/** A fresh result of the same run, with something in each of its parts. */
function result(): HashedResult {
  const quotes = [100, 101, 102, 103].map((price): Quote => [price, price, price, price]);
  const run = runStrategy(dailyBars(quotes), {
    onBar({ bar, order }) {
      if (bar.index === 0) order.buy({ size: 1, stopLoss: 50, tag: 'why' });
    },
  });
  const { symbols, time, equity, fills, trades, orders, texts } = run;
  const cashFlows = {
    bar: Int32Array.of(1),
    symbol: Int32Array.of(0),
    kind: Uint8Array.of(1),
    amount: Float64Array.of(-3),
  };
  return { symbols, time, equity, fills, trades, orders, cashFlows, texts, metrics: METRICS };
}

const hash = resultHash(result());

test('is the same for the same result', () => {
  expect(resultHash(result())).toBe(hash);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

const tables = ['fills', 'trades', 'orders', 'cashFlows'] as const;
test.each(tables.flatMap((table) => Object.keys(result()[table]).map((column) => [table, column] as const)))(
  'covers %s.%s',
  (table, column) => {
    const changed = result();
    const values = (changed[table] as unknown as Record<string, Float64Array>)[column];
    expect(values?.length).toBeGreaterThan(0);
    values?.set([7], 0);
    expect(resultHash(changed)).not.toBe(hash);
  },
);

test.each<[string, Partial<HashedResult>]>([
  ['the time', { time: Float64Array.of(0, 1, 2, 3) }],
  ['equity', { equity: Float64Array.of(0, 1, 2, 3) }],
  ['the texts', { texts: ['because'] }],
  ['one text more', { texts: [...result().texts, ''] }],
  ['the symbols', { symbols: ['OTHER'] }],
  ['a metric', { metrics: { ...METRICS, net: { ...NET, value: 2.000000000000001 } } }],
  ['a metric without a value', { metrics: { ...METRICS, sharpe: { ...NET, value: 0 } } }],
  ['one metric more', { metrics: { ...METRICS, gross: NET } }],
])('covers %s', (_, changed) => {
  expect(resultHash({ ...result(), ...changed })).not.toBe(hash);
});

test('does not take one part for another', () => {
  const { time, equity, ...rest } = result();
  expect(resultHash({ ...rest, time: equity, equity: time })).not.toBe(hash);
  const { fills, ...others } = result();
  expect(resultHash({ ...others, fills: { ...fills, price: fills.reference.map((x) => x + 1) } })).not.toBe(
    resultHash({ ...others, fills: { ...fills, reference: fills.price.map((x) => x + 1) } }),
  );
});
