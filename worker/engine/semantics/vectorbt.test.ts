import { describe, expect, it } from 'vitest';
import { EXIT_REASONS } from '#shared/domain/run-result.ts';
import type { OrderRequest } from '#shared/strategy-api/orders.ts';
import type { ParamDeclarations } from '#shared/strategy-api/params.ts';
import type { BarContext } from '#shared/strategy-api/strategy.ts';
import { dailyBars, instrument, type Quote } from '../../../tests/support/bars.ts';
import { type RunOptions, runStrategy } from '../../../tests/support/run-strategy.ts';
import type { Simulation } from '../backtest.ts';

type Context = BarContext<ParamDeclarations, unknown>;
/** What the strategy does after the close of each bar. */
type Acts = Record<number, (context: Context) => void>;

const FLAT: Quote = [100, 100, 100, 100];
const FRACTIONS = [instrument({ lotStep: 0 })];

function play(quotes: readonly Quote[], acts: Acts, options: RunOptions = {}): Simulation {
  return runStrategy(
    dailyBars(quotes),
    { onBar: (context) => acts[context.bar.index]?.(context) },
    { semantics: 'vectorbt', instruments: FRACTIONS, ...options },
  );
}

const buy =
  (request: OrderRequest = {}) =>
  ({ order }: Context) =>
    void order.buy(request);
const sell =
  (request: OrderRequest = {}) =>
  ({ order }: Context) =>
    void order.sell(request);

/** Bar, signed units and price of each fill. */
const fills = ({ fills: { bar, side, qty, price } }: Simulation) =>
  Array.from(bar, (at, row) => [at, (side[row] === 0 ? 1 : -1) * (qty[row] as number), price[row]]);
const refusals = ({ orders, texts }: Simulation) => Array.from(orders.reason, (text) => texts[text]);

describe('sizes', () => {
  const commission = { model: 'fixed-plus-percent', amount: 100, fraction: 0.1 } as const;

  it('are of free cash, the commission included, in any fraction', () => {
    // 9,900 / 110, and half of the cash: 4,900 / 110
    expect(fills(play([FLAT, FLAT], { 0: buy() }, { costs: { commission } }))[0]?.[1]).toBeCloseTo(90, 9);
    const half = play(
      [FLAT, FLAT],
      { 0: ({ order }) => void order.buy({ size: order.percentOfEquity(50) }) },
      { costs: { commission } },
    );
    expect(fills(half)[0]?.[1]).toBeCloseTo(4_900 / 110, 9);
  });

  it('are cut to what cash can buy', () => {
    const units = (request: (context: Context) => OrderRequest) =>
      fills(play([FLAT, FLAT], { 0: (context) => buy(request(context))(context) }))[0]?.[1];
    expect(units(() => ({ size: 12.5 }))).toBe(12.5);
    expect(units(() => ({ size: 250 }))).toBe(100);
    expect(units(({ order }) => ({ size: order.cash(250) }))).toBe(2.5);
    expect(units(({ order }) => ({ size: order.cash(25_000) }))).toBe(100);
    expect(units(({ order }) => ({ size: order.percentOfEquity(300) }))).toBe(100);
  });

  it('are worked out in the money of the price', () => {
    const rates = [Float64Array.of(4, 4)];
    expect(fills(play([FLAT, FLAT], { 0: buy() }, { rates }))[0]?.[1]).toBe(25);
    const cash = play([FLAT, FLAT], { 0: ({ order }) => void order.buy({ size: order.cash(1_000) }) }, { rates });
    expect(fills(cash)[0]?.[1]).toBe(2.5);
  });

  it('are whole lots where there are lots', () => {
    const run = play([FLAT, [30, 30, 30, 30]], { 0: buy() }, { instruments: [instrument({ lotStep: 10 })] });
    expect(fills(run)).toEqual([[1, 330, 30]]);
  });

  it('come to nothing without cash', () => {
    const run = play([FLAT, FLAT, FLAT], { 0: buy(), 1: buy() }, { account: { pyramiding: 2 } });
    expect(fills(run)).toHaveLength(1);
    expect(refusals(run)[1]).toBe('the size comes to nothing');
  });

  it('of what is added to a short leave out twice its value', () => {
    const half = ({ order }: Context) => void order.sell({ size: order.percentOfEquity(50) });
    const run = play([FLAT, FLAT, [120, 120, 120, 120]], { 0: half, 1: half }, { account: { pyramiding: 2 } });
    // 50 units bring 5,000; at 120 they are worth 6,000: half of 15,000 − 12,000 is free.
    expect(fills(run)[1]).toEqual([2, -12.5, 120]);
  });
});

describe('an entry the other way', () => {
  it('closes what is held and takes all that this leaves', () => {
    const down: Quote = [80, 80, 80, 80];
    const run = play([FLAT, FLAT, down, down], { 0: buy(), 1: sell(), 2: buy() });
    expect(fills(run)).toEqual([
      [1, 100, 100],
      [2, -200, 80],
      [3, 200, 80],
    ]);
  });

  it('adds units to those that it closes, unless it says otherwise', () => {
    const held = (request: OrderRequest) =>
      fills(play([FLAT, FLAT, FLAT], { 0: buy({ size: 4 }), 1: sell(request) }))[1];
    expect(held({ size: 3 })).toEqual([2, -7, 100]);
    expect(held({ size: 3, reverse: false })).toEqual([2, -3, 100]);
  });

  it('buys back what cash can pay for of a short that went wrong', () => {
    const dear: Quote = [400, 400, 400, 400];
    expect(fills(play([FLAT, FLAT, dear, dear], { 0: sell(), 1: buy() }))[1]).toEqual([2, 50, 400]);
    const whole = { instruments: [instrument({ lotStep: 1 })] };
    expect(fills(play([FLAT, FLAT, [300, 300, 300, 300]], { 0: sell(), 1: buy() }, whole))[1]).toEqual([2, 66, 300]);
  });

  it('counts money and percentages on top of what it closes', () => {
    const percent = play([FLAT, FLAT, FLAT], {
      0: buy({ size: 20 }),
      1: ({ order }) => void order.sell({ size: order.percentOfEquity(25) }),
    });
    expect(fills(percent)[1]).toEqual([2, -45, 100]);
    const money = play([FLAT, FLAT, FLAT], {
      0: buy({ size: 20 }),
      1: ({ order }) => void order.sell({ size: order.cash(300) }),
    });
    expect(fills(money)[1]).toEqual([2, -23, 100]);
  });
});

it('ignores an entry while one is open', () => {
  const run = play([FLAT, FLAT, FLAT, FLAT], { 0: buy({ size: 1 }), 1: buy({ size: 1 }) });
  expect(fills(run)).toHaveLength(1);
  expect(refusals(run)[1]).toBe('as many entries as allowed are open in this direction');
});

describe('protection', () => {
  const dip: Quote = [100, 101, 94, 99];

  it('knows nothing of the bar of its entry', () => {
    const run = play([FLAT, dip, FLAT, dip], { 0: buy({ size: 1, stopLoss: 95 }) });
    expect(fills(run)[1]).toEqual([3, -1, 95]);
  });

  it('goes before the orders of the bar', () => {
    const run = play([FLAT, FLAT, dip], { 0: buy({ size: 1, stopLoss: 95 }), 1: ({ position }) => position.close() });
    expect(fills(run)[1]).toEqual([2, -1, 95]);
    expect(EXIT_REASONS[run.trades.exitReason[0] ?? -1]).toBe('stop-loss');
  });

  it('is asked for the stop-loss first', () => {
    const wide: Quote = [100, 111, 89, 100];
    const run = play([FLAT, FLAT, wide], { 0: buy({ size: 1, takeProfit: 110, stopLoss: 90 }) });
    expect(fills(run)[1]).toEqual([2, -1, 90]);
  });

  it('pays no slippage', () => {
    const costs = { slippage: { model: 'percent', fraction: 0.01 } } as const;
    const run = play([FLAT, FLAT, dip], { 0: buy({ size: 1, stopLoss: 95 }) }, { costs });
    expect(fills(run)).toEqual([
      [1, 1, 101],
      [2, -1, 95],
    ]);
  });

  const entryBar: Quote = [100, 112, 99, 110];
  const after: Quote = [108, 108, 89, 92];
  const distances = ({ order }: Context) => ({ stopLoss: order.percentAway(10) });

  it.each<['fill' | 'entry-close' | null, number]>([
    [null, 99],
    ['entry-close', 99],
    ['fill', 90],
  ])('measures distances from %s', (distanceFrom, stop) => {
    const run = play(
      [FLAT, entryBar, after],
      { 0: (context) => buy({ size: 1, ...distances(context) })(context) },
      { account: { distanceFrom } },
    );
    expect(fills(run)[1]).toEqual([2, -1, stop]);
  });

  it('measures those of an exit that waits for its entry the same way', () => {
    const run = play([FLAT, entryBar, after], {
      0(context) {
        buy({ size: 1 })(context);
        context.order.exit(distances(context));
      },
    });
    expect(fills(run)[1]).toEqual([2, -1, 99]);
  });

  it('trails the highest price after the entry, once a bar is over', () => {
    const trail = ({ order }: Context) => void order.buy({ size: 1, trailingStop: order.percentAway(10) });
    const run = play([FLAT, [100, 150, 100, 100], [100, 120, 91, 118], [110, 115, 107, 110]], { 0: trail });
    expect(fills(run)[1]).toEqual([3, -1, 108]);
  });
});

it('goes on in debt, and leaves open what is open', () => {
  const bars: Quote[] = [FLAT, FLAT, [250, 250, 250, 250], [260, 260, 260, 260]];
  const run = play(bars, { 0: sell() });
  expect(run.brokeBar).toBe(-1);
  expect([...run.equity]).toEqual([10_000, 10_000, -5_000, -6_000]);
  expect([...run.trades.exitFill]).toEqual([-1]);
});

it('marks what is bought at a close by that close', () => {
  const run = play([FLAT, [100, 120, 100, 110], FLAT], { 1: buy() }, { account: { timing: 'close' } });
  expect(fills(run)[0]?.[2]).toBe(110);
  expect([...run.equity].map(Math.round)).toEqual([10_000, 10_000, 9_091]);
});
