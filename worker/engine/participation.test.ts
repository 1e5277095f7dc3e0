import { describe, expect, test } from 'vitest';
import type { BarColumns } from '#shared/domain/bars.ts';
import type { OrderRequest } from '#shared/strategy-api/orders.ts';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { type RunOptions, runStrategy } from '../../tests/support/run-strategy.ts';
import type { Acts, Context } from './scenario.fixture.ts';
import { endsOf, FLAT, fillsOf, rulesOf, still } from './scenario.fixture.ts';

/** Bars with a volume of 1,000 unless another is given, of which an order may take a hundredth. */
function thinly(quotes: readonly Quote[], acts: Acts, options: RunOptions = {}, volumes: readonly number[] = []) {
  const bars: BarColumns = dailyBars(quotes);
  volumes.forEach((volume, row) => {
    bars.volume[row] = volume;
  });
  return runStrategy(
    bars,
    { onBar: (context) => acts[context.bar.index]?.(context as Context) },
    { ...options, account: { participation: 0.01, closeAtEnd: false, ...options.account } },
  );
}
const buying = (request: OrderRequest): Acts => ({ 0: ({ order }) => order.buy(request) });
const CALM = [FLAT, FLAT, FLAT, FLAT, FLAT];

describe('an order for more than its share of the volume', () => {
  test('takes its share of each bar until it is filled', () => {
    const run = thinly(CALM, buying({ size: 25 }));
    expect(fillsOf(run)).toEqual([
      [1, 10, 100],
      [2, 10, 100],
      [3, 5, 100],
    ]);
    expect(endsOf(run)).toEqual([['filled', 25, 25]]);
    expect([...run.orders.endBar]).toEqual([3]);
  });

  test('waits with what is left, and where nothing is traded', () => {
    const run = thinly(CALM, buying({ size: 25 }), {}, [1_000, 1_000, 0, 299, 199]);
    expect(fillsOf(run)).toEqual([
      [1, 10, 100],
      [3, 2, 100],
      [4, 1, 100],
    ]);
    expect(endsOf(run)).toEqual([['pending', 13, 25]]);
  });

  test('takes it in whole lots', () => {
    const instruments = [instrument({ lotStep: 4 })];
    expect(fillsOf(thinly(CALM, buying({ size: 16 }), { instruments })).map(([, units]) => units)).toEqual([8, 8]);
  });

  test('shares the bar with the other orders of its symbol', () => {
    const run = thinly(CALM, {
      0: ({ order }) => {
        order.buy({ size: 7 });
        order.buy({ size: 7 });
      },
    });
    expect(fillsOf(run)).toEqual([
      [1, 7, 100],
      [1, 3, 100],
      [2, 4, 100],
    ]);
  });

  test('tells the strategy how far it is', () => {
    const seen: unknown[] = [];
    let ticket: ReturnType<Context['order']['buy']> | undefined;
    thinly(CALM, {
      0: ({ order }) => {
        ticket = order.buy({ size: 15 });
      },
      1: () => seen.push(ticket?.filled, ticket?.isPending),
      2: () => seen.push(ticket?.filled, ticket?.isPending),
    });
    expect(seen).toEqual([10, true, 15, false]);
  });

  test('waits where the volume isn’t known', () => {
    expect(fillsOf(thinly(CALM, buying({ size: 9 }), {}, [1, Number.NaN]))).toEqual([[2, 9, 100]]);
  });

  test('pays for the impact of each part', () => {
    const slippage = { model: 'volume-share', priceImpact: 0.1 } as const;
    const run = thinly(CALM, buying({ size: 14 }), { costs: { slippage } });
    expect([...run.fills.slippage]).toEqual([expect.closeTo(1, 12), expect.closeTo(10 * Math.sqrt(0.004), 12)]);
  });
});

describe('a stop that was reached', () => {
  test('is a market order for what is left', () => {
    const run = thinly([FLAT, [100, 106, 100, 106], still(102), FLAT], buying({ size: 15, stop: 105 }));
    expect(fillsOf(run)).toEqual([
      [1, 10, 105],
      [2, 5, 102],
    ]);
    expect(rulesOf(run)).toEqual(['stop-touch', 'market-open']);
    expect(run.orders.stop[0]).toBe(105);
  });

  test('of a stop-limit order, too, but at its limit only', () => {
    const run = thinly(
      [FLAT, [100, 106, 100, 106], still(107), [107, 107, 104, 104]],
      buying({ size: 15, stop: 105, limit: 106 }),
    );
    expect(fillsOf(run)).toEqual([
      [1, 10, 105],
      [3, 5, 106],
    ]);
  });
});

describe('an order whose first part the account bore', () => {
  const rising = [FLAT, FLAT, still(110), still(110)];

  test('is judged part by part from then on', () => {
    // A hundred cost all there is; at 110 the next ten are still borne.
    const run = thinly(rising, buying({ size: 100 }), { account: { participation: 0.02 } });
    expect(fillsOf(run).slice(0, 2)).toEqual([
      [1, 20, 100],
      [2, 20, 110],
    ]);
  });

  test('ends where the account bears no more, and is not called rejected', () => {
    const run = thinly([FLAT, FLAT, still(150), still(150)], buying({ size: 100 }), {
      account: { participation: 0.05 },
    });
    // 50 at 100; equity of 12,500 bears 83 at 150.
    expect(endsOf(run)).toEqual([['cancelled', 50, 100, 'not enough free equity']]);
  });

  test('is judged as a whole before', () => {
    expect(endsOf(thinly(rising, buying({ size: 101 })))).toEqual([['rejected', 0, 101, 'not enough free equity']]);
  });
});
