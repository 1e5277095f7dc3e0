import { describe, expect, it } from 'vitest';
import { ORDER_STATUSES } from '#shared/domain/run-result.ts';
import type { ParamDeclarations } from '#shared/strategy-api/params.ts';
import type { BarContext } from '#shared/strategy-api/strategy.ts';
import { dailyBars, instrument, type Quote } from '../../../tests/support/bars.ts';
import { type RunOptions, runStrategy } from '../../../tests/support/run-strategy.ts';
import type { Simulation } from '../backtest.ts';

const FLAT: Quote = [100, 100, 100, 100];

type Context = BarContext<ParamDeclarations, unknown>;

/** What the strategy does after the close of each bar, by the bar's number. */
type Script = Record<number, (context: Context) => void>;

function run(quotes: readonly Quote[], script: Script, options: RunOptions = {}): Simulation {
  return runStrategy(
    dailyBars(quotes),
    { onBar: (context) => script[context.bar.index]?.(context) },
    { semantics: 'tradingview', instruments: [instrument({ tickSize: 0.01 })], ...options },
  );
}

/** Bar, signed units and price of each fill. */
function fills({ fills: { bar, side, qty, price } }: Simulation): [bar: number, qty: number, price: number][] {
  return Array.from(bar, (at, row) => [at, (side[row] === 0 ? 1 : -1) * (qty[row] as number), price[row] as number]);
}

function status({ orders }: Simulation, order: number): string | undefined {
  return ORDER_STATUSES[orders.status[order] as number];
}

describe('tradingview: entries', () => {
  it('turns a position around: what is held when the order is sent is added to it', () => {
    const bars = [FLAT, FLAT, FLAT, FLAT];
    const reversal = run(bars, {
      0: ({ order }) => order.buy({ size: 2 }),
      1: ({ order }) => order.sell({ size: 1 }),
    });
    expect(fills(reversal)).toEqual([
      [1, 2, 100],
      [2, -3, 100],
    ]);
  });

  it('leaves out what closes sent before it will take', () => {
    const bars = [FLAT, FLAT, FLAT, FLAT];
    const closing = run(bars, {
      0: ({ order }) => order.buy({ id: 'L', size: 2 }),
      1: ({ order, position }) => {
        position.close({ entry: 'L' });
        order.sell({ size: 1 });
      },
    });
    expect(fills(closing).slice(1)).toEqual([
      [2, -2, 100],
      [2, -1, 100],
    ]);
    const part = run(bars, {
      0: ({ order }) => order.buy({ size: 4 }),
      1: ({ order, position }) => {
        position.close({ size: 1 });
        order.sell({ size: 1 });
      },
    });
    expect(fills(part).slice(1)).toEqual([
      [2, -1, 100],
      [2, -4, 100],
    ]);
  });

  it('lets an entry that was sent before the close reverse, and the close find nothing', () => {
    const bars = [FLAT, FLAT, FLAT, FLAT];
    const entryFirst = run(bars, {
      0: ({ order }) => order.buy({ id: 'L', size: 1 }),
      1: ({ order, position }) => {
        order.sell({ size: 1 });
        position.close({ entry: 'L' });
      },
    });
    expect(fills(entryFirst).slice(1)).toEqual([[2, -2, 100]]);
    expect(status(entryFirst, 2)).toBe('cancelled');
  });

  it('fills market orders in the order of their calls: a close takes what was added before it', () => {
    const added = run(
      [FLAT, FLAT, FLAT, FLAT],
      {
        0: ({ order }) => order.buy({ size: 1 }),
        1: ({ order, position }) => {
          order.buy({ size: 2 });
          position.close();
        },
      },
      { account: { pyramiding: 2 } },
    );
    expect(fills(added).slice(1)).toEqual([
      [2, 2, 100],
      [2, -3, 100],
    ]);
  });

  it('fixes the units when the order is sent, not when it fills', () => {
    // Sent while flat, met while short: closes the short and opens nothing.
    const met = run([FLAT, FLAT, [100, 103, 100, 103], FLAT], {
      0: ({ order }) => {
        order.buy({ size: 1, stop: 102 });
        order.sell({ size: 1 });
      },
    });
    expect(fills(met)).toEqual([
      [1, -1, 100],
      [2, 1, 102],
    ]);
    // Sent while short, met when that is gone: opens both quantities.
    const gone = run([FLAT, FLAT, FLAT, [100, 103, 100, 103], FLAT], {
      0: ({ order }) => order.sell({ size: 1 }),
      1: ({ order, position }) => {
        order.buy({ size: 1, stop: 102 });
        position.close();
      },
    });
    expect(fills(gone).slice(1)).toEqual([
      [2, 1, 100],
      [3, 2, 102],
    ]);
  });

  it('trades no more than its quantity when it is told not to reverse', () => {
    const bars = [FLAT, FLAT, FLAT, FLAT];
    const plain = run(bars, {
      0: ({ order }) => order.buy({ size: 3 }),
      1: ({ order }) => order.sell({ size: 2, reverse: false }),
    });
    expect(fills(plain).slice(1)).toEqual([[2, -2, 100]]);
  });

  it('judges pyramiding when an order is sent: later calls are ignored, and what waits stays', () => {
    const bars: Quote[] = [FLAT, FLAT, FLAT, [100, 103, 100, 103], FLAT];
    const ignored = run(bars, {
      0: ({ order }) => order.buy({ id: 'L', size: 1 }),
      1: ({ order }) => order.buy({ id: 'L', size: 1 }),
    });
    expect(fills(ignored)).toEqual([[1, 1, 100]]);
    const twice = run(bars, {
      0: ({ order }) => {
        order.buy({ id: 'stop', size: 1, stop: 102 });
        order.buy({ id: 'now', size: 1 });
      },
      1: ({ order }) => order.buy({ id: 'stop', size: 1, stop: 101 }),
    });
    expect(fills(twice)).toEqual([
      [1, 1, 100],
      [3, 1, 102],
    ]);
    const three = run(
      bars,
      Object.fromEntries([0, 1, 2, 3].map((bar) => [bar, ({ order }: Context) => order.buy({ size: 1 })])),
      { account: { pyramiding: 3 } },
    );
    expect(fills(three).map(([bar]) => bar)).toEqual([1, 2, 3]);
    const noLimit = run(bars, {
      0: ({ order }) => order.buy({ size: 1 }),
      1: ({ order }) => order.buy({ size: 1, pyramiding: Number.POSITIVE_INFINITY }),
    });
    expect(fills(noLimit)).toHaveLength(2);
  });

  it('replaces an order of the same name, which keeps its place', () => {
    const replaced = run([FLAT, FLAT, [100, 103, 97, 100], FLAT], {
      0: ({ order }) => {
        order.buy({ id: 'A', size: 1, stop: 110 });
        order.buy({ id: 'B', size: 2, stop: 103 });
      },
      1: ({ order }) => order.buy({ id: 'A', size: 1, stop: 103 }),
    });
    expect(fills(replaced)).toEqual([
      [2, 1, 103],
      [2, 2, 103],
    ]);
  });

  it('lets the buy stop go first where the open has passed two opposite ones', () => {
    const both = run([FLAT, [90, 95, 85, 90], FLAT], {
      0: ({ order }) => {
        order.sell({ size: 1, stop: 95 });
        order.buy({ size: 1, stop: 90 });
      },
    });
    expect(fills(both).map(([, qty]) => qty)).toEqual([1, -1]);
  });

  it('lets limits that the open has passed fill in the order of their calls', () => {
    const both = run([FLAT, [90, 95, 85, 90], FLAT], {
      0: ({ order }) => {
        order.sell({ size: 1, stop: 95 });
        order.buy({ size: 1, limit: 95 });
      },
    });
    expect(fills(both).map(([, qty]) => qty)).toEqual([-1, 1]);
  });

  it('puts levels on ticks away from the market, but for rounding noise', () => {
    const levels: [sent: Parameters<Context['order']['buy']>[0], side: 'buy' | 'sell', filled: number][] = [
      [{ stop: 101.001 }, 'buy', 101.01],
      [{ stop: 98.999 }, 'sell', 98.99],
      [{ limit: 98.999 }, 'buy', 98.99],
      [{ limit: 101.001 }, 'sell', 101.01],
      [{ stop: 101.0000006 }, 'buy', 101],
    ];
    for (const [sent, side, filled] of levels) {
      const result = run([FLAT, [100, 105, 95, 100], FLAT], { 0: ({ order }) => order[side]({ size: 1, ...sent }) });
      expect(result.fills.price[0]).toBe(filled);
    }
  });
});

describe('tradingview: sizes', () => {
  const QUOTES: Quote[] = [
    [100, 100, 100, 100],
    [110, 110, 110, 110],
    [110, 110, 110, 110],
  ];
  const LOTS = { instruments: [instrument({ tickSize: 0.01, lotStep: 0.1 })] };
  const bought = (size: (context: Context) => unknown, options: RunOptions = {}) =>
    run(QUOTES, { 0: (context) => context.order.buy({ size: size(context) as number }) }, { ...LOTS, ...options });

  it('come from the close of the signal, though the fill is elsewhere', () => {
    expect(fills(bought(({ order }) => order.percentOfEquity(25)))).toEqual([[1, 25, 110]]);
    expect(fills(bought(({ order }) => order.cash(1_234)))).toEqual([[1, 12.3, 110]]);
  });

  it('keep a commission back in percent, not in cash', () => {
    const costs = { commission: { model: 'fixed', amount: 100 } } as const;
    expect(bought(({ order }) => order.percentOfEquity(25), { costs }).fills.qty[0]).toBe(24);
    expect(bought(({ order }) => order.cash(2_500), { costs }).fills.qty[0]).toBe(25);
  });

  it('stay as they are given in units', () => {
    expect(bought(() => 1.2345).fills.qty[0]).toBe(1.2345);
  });

  it('convert money at the rate of the signal’s bar, and commission is money of the account', () => {
    const costs = { commission: { model: 'fixed', amount: 100 } } as const;
    const rates = [Float64Array.of(0.5, 0.8, 0.9)];
    const percent = bought(({ order }) => order.percentOfEquity(25), { costs, rates });
    expect(percent.fills.qty[0]).toBe(48);
    // Open profit is converted at the rate of the day, the entry’s commission is paid.
    expect(percent.equity[2]).toBeCloseTo(10_000 - 100, 9);
    expect(bought(({ order }) => order.cash(2_500), { rates }).fills.qty[0]).toBe(50);
  });

  it('are refused whole when the account can’t bear them at the signal’s close', () => {
    const refused = bought(() => 101);
    expect(fills(refused)).toEqual([]);
    expect(refused.texts[refused.orders.reason[0] as number]).toBe('not enough free equity');
    expect(bought(() => 100).fills.qty[0]).toBe(100);
    expect(bought(() => 101, { account: { leverage: 1.01 } }).fills.qty[0]).toBe(101);
    expect(bought(() => 101.25, { account: { reduceToFit: true } }).fills.qty[0]).toBe(100);
  });

  it('count what is held the same way, and not what they close', () => {
    const bars = [FLAT, FLAT, FLAT, FLAT];
    const adding = (size: number) =>
      run(
        bars,
        { 0: ({ order }) => order.buy({ size: 60 }), 1: ({ order }) => order.buy({ size }) },
        { account: { pyramiding: 2 } },
      );
    expect(fills(adding(41))).toHaveLength(1);
    expect(fills(adding(40))).toHaveLength(2);
    const turning = run(bars, {
      0: ({ order }) => order.sell({ size: 100 }),
      1: ({ order }) => order.buy({ size: 190, reverse: false }),
    });
    expect(fills(turning)[1]).toEqual([2, 190, 100]);
    const reducing = run(bars, {
      0: ({ order }) => order.sell({ size: 60 }),
      1: ({ order }) => order.buy({ size: 500, reduceOnly: true }),
    });
    expect(fills(reducing)[1]).toEqual([2, 60, 100]);
  });

  it('count what is held of other symbols', () => {
    const two = runStrategy(
      [dailyBars([FLAT, FLAT, FLAT]), dailyBars([FLAT, FLAT, FLAT])],
      {
        onBar({ bar, order }) {
          if (bar.index === 0) order.buy({ size: 60 });
          if (bar.index === 1) order.buy({ symbol: 'OTHER', size: 60 });
        },
      },
      { semantics: 'tradingview', instruments: [instrument(), instrument({ symbol: 'OTHER' })] },
    );
    expect(fills(two)).toEqual([[1, 60, 100]]);
  });
});

describe('tradingview: exits', () => {
  it('wait for the entry that they are sent with, and work on its bar', () => {
    const protectedEntry = run([FLAT, [100, 104, 97, 100], FLAT], {
      0: ({ order }) => {
        order.buy({ id: 'L', size: 1 });
        order.exit({ entry: 'L', stopLoss: 98 });
      },
    });
    expect(fills(protectedEntry)).toEqual([
      [1, 1, 100],
      [1, -1, 98],
    ]);
  });

  it('measure distances from the fill', () => {
    const measured = run([FLAT, [100, 101, 99.5, 101], [101, 101, 98, 98], FLAT], {
      0: ({ order }) => {
        order.buy({ id: 'L', size: 1 });
        order.exit({ entry: 'L', stopLoss: order.ticksAway(150) });
      },
    });
    expect(fills(measured)[1]).toEqual([2, -1, 98.5]);
  });

  it('are ignored where nothing is held and nothing awaited', () => {
    const early = run([FLAT, FLAT, FLAT, [100, 104, 97, 100], FLAT], {
      0: ({ order }) => order.exit({ id: 'X', entry: 'L', stopLoss: 98 }),
      1: ({ order }) => order.buy({ id: 'L', size: 1 }),
    });
    expect(fills(early)).toEqual([[2, 1, 100]]);
  });

  it('share an entry: each holds its part in the order of the first calls', () => {
    const sendBoth = ({ order }: Context) => {
      order.exit({ id: 'half', entry: 'L', takeProfit: 103, percent: 50 });
      order.exit({ id: 'rest', entry: 'L', stopLoss: 97 });
    };
    const shared = run([FLAT, FLAT, [100, 103, 100, 103], [103, 104, 102, 104], [96, 96, 96, 96]], {
      0: ({ order }) => order.buy({ id: 'L', size: 2 }),
      1: sendBoth,
      2: sendBoth,
      3: sendBoth,
    });
    expect(fills(shared).slice(1)).toEqual([
      [2, -1, 103],
      [4, -1, 96],
    ]);
  });

  it('are moved by a call of the same name: one order, with its trail', () => {
    const trailing = ({ order }: Context) =>
      order.exit({ id: 'X', entry: 'L', trailingStop: { from: order.ticksAway(300), by: order.ticksAway(200) } });
    const trailed = run([FLAT, FLAT, [100, 106, 100, 106], [106, 106, 105, 105], [105, 105, 103, 103], FLAT], {
      0: ({ order }) => order.buy({ id: 'L', size: 1 }),
      1: trailing,
      2: trailing,
      3: trailing,
    });
    expect(fills(trailed).slice(1)).toEqual([[4, -1, 104]]);
    expect(trailed.orders.bar).toHaveLength(2);
    const moved = run([FLAT, FLAT, FLAT, [100, 110, 85, 96], FLAT], {
      0: ({ order }) => order.buy({ id: 'L', size: 1 }),
      1: ({ order }) => order.exit({ id: 'X', entry: 'L', stopLoss: 99, takeProfit: 110 }),
      2: ({ order }) => order.exit({ id: 'X', entry: 'L', stopLoss: 97 }),
    });
    expect(fills(moved).slice(1)).toEqual([[3, -1, 97]]);
    expect(moved.orders.stop[1]).toBe(97);
    expect(status(moved, 2)).toBe('cancelled');
  });

  it('trail on ticks: the stop away from the market, its beginning beyond', () => {
    const onTicks = (side: 'buy' | 'sell', quote: Quote) =>
      run([FLAT, FLAT, quote, FLAT], {
        0: ({ order }) => order[side]({ id: 'E', size: 1 }),
        1: ({ order }) =>
          order.exit({ entry: 'E', trailingStop: { from: order.pointsAway(3.001), by: order.pointsAway(2.003) } }),
      });
    expect(fills(onTicks('buy', [100, 103, 98, 98]))).toHaveLength(1);
    expect(fills(onTicks('buy', [100, 103.01, 96, 96]))[1]).toEqual([2, -1, 101]);
    expect(fills(onTicks('buy', [100, 103.02, 96, 96]))[1]).toEqual([2, -1, 101.01]);
    expect(fills(onTicks('sell', [100, 102, 97, 102]))).toHaveLength(1);
    expect(fills(onTicks('sell', [100, 104, 96.98, 104]))[1]).toEqual([2, 1, 98.99]);
  });

  it('go on trailing when they are sent again below where the trail began', () => {
    const trailing = ({ order }: Context) =>
      order.exit({ id: 'X', entry: 'L', trailingStop: { from: order.ticksAway(300), by: order.ticksAway(500) } });
    const sentAgain = run([FLAT, FLAT, [100, 103, 100, 100], [100, 108, 101, 101], FLAT], {
      0: ({ order }) => order.buy({ id: 'L', size: 1 }),
      1: trailing,
      2: trailing,
    });
    expect(fills(sentAgain)[1]).toEqual([3, -1, 103]);
  });

  it('take the distance of the latest call', () => {
    const trailing =
      (ticks: number) =>
      ({ order }: Context) =>
        order.exit({ id: 'X', entry: 'L', trailingStop: order.ticksAway(ticks) });
    const tightened = run([FLAT, FLAT, FLAT, [100, 100, 98, 98], FLAT], {
      0: ({ order }) => order.buy({ id: 'L', size: 1 }),
      1: trailing(500),
      2: trailing(100),
    });
    expect(fills(tightened)[1]).toEqual([3, -1, 99]);
  });

  it('trail along the path, and know the close on which they are sent', () => {
    const sent = run([FLAT, [100, 104, 100, 104], [102.5, 102.5, 101, 101], FLAT], {
      0: ({ order }) => order.buy({ id: 'L', size: 1 }),
      1: ({ order }) =>
        order.exit({ entry: 'L', trailingStop: { from: order.ticksAway(300), by: order.ticksAway(200) } }),
    });
    expect(fills(sent).slice(1)).toEqual([[2, -1, 102]]);
    // Up to 105 first, then down through 103.
    const within = run([FLAT, FLAT, [100, 105, 94, 96], FLAT], {
      0: ({ order }) => order.buy({ id: 'L', size: 1 }),
      1: ({ order }) =>
        order.exit({ entry: 'L', trailingStop: { from: order.ticksAway(300), by: order.ticksAway(200) } }),
    });
    expect(fills(within).slice(1)).toEqual([[2, -1, 103]]);
  });

  it('without a distance end where the trail would begin', () => {
    const level = run([FLAT, FLAT, [100, 105, 94, 96], FLAT], {
      0: ({ order }) => order.buy({ id: 'L', size: 1 }),
      1: ({ order }) =>
        order.exit({ entry: 'L', trailingStop: { from: order.ticksAway(299.2), by: order.ticksAway(0) } }),
    });
    expect(fills(level).slice(1)).toEqual([[2, -1, 103]]);
  });

  it('close nothing once their entry’s name holds the other side', () => {
    const turned = run([FLAT, FLAT, FLAT, FLAT, FLAT], {
      0: ({ order }) => order.buy({ id: 'A', size: 1 }),
      1: ({ order, position }) => {
        order.sell({ id: 'A', size: 1 });
        position.close({ entry: 'A' });
      },
    });
    expect(fills(turned).slice(1)).toEqual([[2, -2, 100]]);
  });

  it('take a percentage in whole lots', () => {
    const part = run([FLAT, FLAT, [100, 103, 100, 103], [103, 103, 103, 103], FLAT], {
      0: ({ order }) => order.buy({ id: 'L', size: 5 }),
      1: ({ order }) => order.exit({ entry: 'L', takeProfit: 102, percent: 50 }),
      2: ({ position }) => position.close({ percent: 50 }),
      3: ({ position }) => position.close({ percent: 100 }),
    });
    expect(fills(part).slice(1)).toEqual([
      [2, -2, 102],
      [3, -1, 103],
      [4, -2, 100],
    ]);
  });

  it('take all of what isn’t whole lots at 100 percent', () => {
    const bars: Quote[] = [FLAT, FLAT, [100, 103, 100, 103], FLAT];
    const enter = ({ order }: Context) => order.buy({ id: 'L', size: 1.5 });
    const closed = run(bars, { 0: enter, 1: ({ position }) => position.close({ percent: 100 }) });
    expect(fills(closed)[1]).toEqual([2, -1.5, 100]);
    const left = run(bars, {
      0: enter,
      1: ({ order }) => order.exit({ entry: 'L', takeProfit: 102, percent: 100 }),
    });
    expect(fills(left)[1]).toEqual([2, -1.5, 102]);
  });

  it('for one of several entries close the oldest units', () => {
    const two = run(
      [FLAT, FLAT, FLAT, FLAT, FLAT],
      {
        0: ({ order }) => order.buy({ id: 'A', size: 1 }),
        1: ({ order }) => order.buy({ id: 'B', size: 2 }),
        2: ({ position }) => position.close({ entry: 'B' }),
      },
      { account: { pyramiding: 2 } },
    );
    expect(Array.from(two.trades.entryBar)).toEqual([1, 2, 2]);
    expect(Array.from(two.trades.qty)).toEqual([1, 1, 1]);
  });
});

describe('tradingview: orders processed at the close', () => {
  const AT_CLOSE: RunOptions = { account: { timing: 'close' } };

  it('fills market orders there, and stops that the close has passed', () => {
    const bars: Quote[] = [FLAT, FLAT, [100, 101, 99, 101], FLAT];
    const atClose = run(
      bars,
      {
        0: ({ order }) => order.buy({ size: 1 }),
        2: ({ order }) => order.sell({ size: 1, stop: 102 }),
      },
      AT_CLOSE,
    );
    expect(fills(atClose)).toEqual([
      [0, 1, 100],
      [2, -2, 101],
    ]);
    expect(atClose.equity[0]).toBe(10_000);
  });

  it('lets other stops wait', () => {
    const waiting = run(
      [FLAT, [100, 103, 100, 103], FLAT],
      { 0: ({ order }) => order.buy({ size: 1, stop: 102 }) },
      AT_CLOSE,
    );
    expect(fills(waiting)).toEqual([[1, 1, 102]]);
  });

  it('fills an exit whose stop was moved beyond the close, but no exit that has nothing to close', () => {
    const moved = run(
      [FLAT, FLAT, [100, 101, 99, 99], FLAT],
      {
        0: ({ order }) => order.buy({ id: 'L', size: 1 }),
        1: ({ order }) => {
          order.exit({ id: 'all', entry: 'L', stopLoss: 90 });
          order.exit({ id: 'none', entry: 'L', stopLoss: 101 });
        },
        2: ({ order }) => order.exit({ id: 'all', entry: 'L', stopLoss: 99.5 }),
      },
      AT_CLOSE,
    );
    expect(fills(moved)).toEqual([
      [0, 1, 100],
      [2, -1, 99],
    ]);
    expect(status(moved, 2)).toBe('cancelled');
  });
});

describe('tradingview: costs', () => {
  it('stops pay slippage, those of exits too, and limits don’t', () => {
    const costs = { slippage: { model: 'ticks', ticks: 5 } } as const;
    const exits = (levels: { stopLoss: number } | { takeProfit: number }) =>
      run(
        [FLAT, FLAT, [100, 103, 97, 100], FLAT],
        {
          0: ({ order }) => order.buy({ id: 'L', size: 1 }),
          1: ({ order }) => order.exit({ entry: 'L', ...levels }),
        },
        { costs },
      );
    expect(fills(exits({ stopLoss: 98 }))).toEqual([
      [1, 1, 100.05],
      [2, -1, 97.95],
    ]);
    expect(fills(exits({ takeProfit: 102 }))[1]).toEqual([2, -1, 102]);
  });

  it('entries and exits pay the spread', () => {
    const costs = { spread: { model: 'fixed', points: 0.2 } } as const;
    const both = run(
      [FLAT, FLAT, FLAT, FLAT],
      { 0: ({ order }) => order.buy({ size: 1 }), 1: ({ position }) => position.close() },
      { costs },
    );
    expect([...both.fills.price]).toEqual([100.1, 99.9]);
  });

  it('a percentage is charged on both sides, in the symbol’s currency', () => {
    const costs = { commission: { model: 'percent', fraction: 0.01 } } as const;
    const rates = [Float64Array.of(0.5, 0.5, 0.5, 0.5)];
    const charged = run(
      [FLAT, FLAT, FLAT, FLAT],
      { 0: ({ order }) => order.buy({ size: 10 }), 1: ({ position }) => position.close() },
      { costs, rates },
    );
    expect([...charged.fills.commission]).toEqual([10, 10]);
    expect(charged.trades.pnl[0]).toBe(-10);
  });
});

describe('tradingview: the end of the account', () => {
  it('is no end: what is owed stays, and the strategy goes on', () => {
    let bars = 0;
    const ruined = runStrategy(
      dailyBars([FLAT, FLAT, [300, 300, 300, 300], [300, 300, 300, 300]]),
      {
        onBar({ bar, order }) {
          bars++;
          if (bar.index === 0) order.sell({ size: 100 });
        },
      },
      { semantics: 'tradingview' },
    );
    expect(bars).toBe(4);
    expect(ruined.brokeBar).toBe(-1);
    expect(ruined.equity[3]).toBe(-10_000);
  });
});

describe('tradingview: the end of the data', () => {
  it('lists what is open at the last close, and trades nothing', () => {
    const costs = { commission: { model: 'fixed', amount: 3 } } as const;
    const open = run([FLAT, FLAT, [100, 104, 100, 104]], { 0: ({ order }) => order.buy({ size: 2 }) }, { costs });
    expect(fills(open)).toHaveLength(1);
    expect(open.trades.exitPrice[0]).toBe(104);
    expect(open.trades.exitFill[0]).toBe(-1);
    expect(open.trades.pnl[0]).toBe(8 - 3);
    expect(open.equity[2]).toBe(10_000 + 8 - 3);
  });
});
