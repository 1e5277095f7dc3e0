import { describe, expect, it } from 'vitest';
import { CASH_FLOW_KINDS, EXIT_REASONS, FILL_RULES, ORDER_STATUSES } from '#shared/domain/run-result.ts';
import type { OrderRequest } from '#shared/strategy-api/orders.ts';
import type { BarContext } from '#shared/strategy-api/strategy.ts';
import { dailyBars, instrument, type Quote } from '../../../tests/support/bars.ts';
import { type RunOptions, runStrategy } from '../../../tests/support/run-strategy.ts';
import type { Simulation } from '../backtest.ts';

type Context = BarContext<Record<never, never>, unknown>;
/** What the strategy does after the close of each bar. */
type Acts = Record<number, (context: Context) => void>;

const FLAT: Quote = [100, 100, 100, 100];

function play(quotes: readonly Quote[], acts: Acts, options: RunOptions = {}): Simulation {
  return runStrategy(
    dailyBars(quotes),
    { warmup: 0, onBar: (context) => acts[context.bar.index]?.(context as Context) },
    { semantics: 'backtesting.py', ...options },
  );
}

const buy =
  (request: OrderRequest) =>
  ({ order }: Context) =>
    void order.buy(request);
const sell =
  (request: OrderRequest) =>
  ({ order }: Context) =>
    void order.sell(request);
const close = ({ position }: Context) => position.close();

/** Bar and price of each fill. */
const fills = ({ fills: { bar, price } }: Simulation) => Array.from(bar, (at, row) => [at, price[row]]);
const exits = ({ trades: { exitBar, exitPrice } }: Simulation) =>
  Array.from(exitBar, (at, row) => [at, exitPrice[row]]);
const reasons = ({ trades: { exitReason } }: Simulation) => Array.from(exitReason, (code) => EXIT_REASONS[code]);
const statuses = ({ orders: { status } }: Simulation) => Array.from(status, (code) => ORDER_STATUSES[code]);

it('starts on the bar after the first on which it could', () => {
  const first = (semantics: 'backtesting.py' | 'hindcast-1') =>
    runStrategy(dailyBars([FLAT, FLAT, FLAT]), { onBar() {} }, { semantics }).firstTradableBar;
  expect([first('hindcast-1'), first('backtesting.py')]).toEqual([0, 1]);
});

describe('the queue', () => {
  it('asks a close before an entry that was sent earlier', () => {
    const run = play([FLAT, FLAT, [110, 110, 110, 110]], {
      0: buy({ size: 60 }),
      1(context) {
        context.order.sell({ size: 10 });
        close(context);
      },
    });
    expect([...run.fills.qty]).toEqual([60, 60, 10, 10]);
    expect([...run.trades.direction]).toEqual([1, -1]);
  });

  it('asks what was put in front last first: a stop-loss that was moved, or a close', () => {
    const dip: Quote = [100, 100, 94, 96];
    const entry = buy({ size: 1, stopLoss: 90 });
    const protect = ({ position }: Context) => position.protect({ stopLoss: 95 });
    const stopped = play([FLAT, FLAT, dip], { 0: entry, 1: (context) => [close(context), protect(context)] });
    const closed = play([FLAT, FLAT, dip], { 0: entry, 1: (context) => [protect(context), close(context)] });
    expect(exits(stopped)).toEqual([[2, 95]]);
    expect(exits(closed)).toEqual([[2, 100]]);
    expect(statuses(stopped)).toEqual(['filled', 'filled', 'cancelled']);
  });

  it('asks what waits once, however an entry without a known course is protected', () => {
    const run = play([FLAT, [100, 104, 97, 101], [110, 110, 110, 110]], {
      0(context) {
        buy({ size: 1, stop: 103, limit: 103 })(context);
        buy({ size: 1, limit: 98, stopLoss: 90 })(context);
      },
    });
    expect(fills(run)[0]).toEqual([1, 98]);
    expect(fills(run)[1]).toEqual([2, 110]);
  });

  it('leaves orders for a close to the close', () => {
    expect(fills(play([FLAT, [100, 105, 95, 103], FLAT], { 0: buy({ size: 1, at: 'close' }) }))[0]).toEqual([1, 103]);
  });

  it('lets an exit wait for which others leave nothing', () => {
    const run = play([FLAT, FLAT, [100, 100, 94, 96], [96, 106, 96, 100], FLAT], {
      0(context) {
        buy({ size: 1 })(context);
        context.order.exit({ id: 'all', takeProfit: 105 });
        context.order.exit({ id: 'rest', stopLoss: 95 });
      },
    });
    expect(exits(run)).toEqual([[3, 105]]);
    expect(statuses(run)).toEqual(['filled', 'filled', 'cancelled']);
  });

  it('begins a trail where it is due, and fills nothing there', () => {
    const trailingStop = (context: Context) => ({ from: context.order.pointsAway(5), by: context.order.pointsAway(2) });
    const run = play([FLAT, FLAT, [100, 106, 100, 106], [106, 106, 103, 103], FLAT], {
      0: (context) => buy({ size: 1, trailingStop: trailingStop(context) })(context),
    });
    expect(exits(run)).toEqual([[3, 104]]);
  });

  it('tells a limit that the bar opens at from one that it opens behind', () => {
    const rule = (limit: number) => {
      const run = play([FLAT, [98, 99, 97, 98]], { 0: buy({ size: 1, limit }) });
      return FILL_RULES[run.fills.rule[0] ?? -1];
    };
    expect([rule(98), rule(98.5)]).toEqual(['limit-touch', 'limit-gap']);
  });

  it('counts a touch', () => {
    expect(fills(play([FLAT, [100, 103, 99, 101]], { 0: buy({ size: 1, stop: 103 }) }))[0]).toEqual([1, 103]);
    expect(fills(play([FLAT, [100, 103, 97, 101]], { 0: buy({ size: 1, limit: 97 }) }))[0]).toEqual([1, 97]);
  });
});

describe('stop-limit orders', () => {
  it.each<[string, OrderRequest, Quote, number | undefined, string | undefined]>([
    ['fill at the stop where the limit lies beyond', { stop: 103, limit: 105 }, [100, 104, 99, 101], 103, 'stop-touch'],
    ['fill at the open that the stop lies behind', { stop: 103, limit: 105 }, [104, 106, 103, 105], 104, 'stop-gap'],
    [
      'fill at the limit where the open lies behind both',
      { stop: 103, limit: 105 },
      [107, 108, 104, 106],
      105,
      'limit-touch',
    ],
    ['wait where the bar stays behind both', { stop: 103, limit: 105 }, [107, 108, 106, 107], undefined, undefined],
    [
      'wait where the limit may have come before the stop',
      { stop: 103, limit: 103 },
      [100, 104, 99, 101],
      undefined,
      undefined,
    ],
  ])('%s', (_, request, bar, price, rule) => {
    const run = play([FLAT, bar, [120, 120, 120, 120]], { 0: buy({ size: 1, ...request }) });
    expect(run.fills.price[0]).toBe(price);
    expect(FILL_RULES[run.fills.rule[0] ?? -1]).toBe(rule);
  });

  it('mirrors that for sells', () => {
    const run = play([FLAT, [93, 94, 92, 93.5], [93, 96, 92, 94]], { 0: sell({ size: 1, stop: 97, limit: 95 }) });
    expect(fills(run)[0]).toEqual([2, 95]);
  });
});

describe('protection', () => {
  it('fills on the bar of a market entry, the stop-loss first', () => {
    const run = play([FLAT, [100, 106, 94, 101]], { 0: buy({ size: 1, stopLoss: 95, takeProfit: 105 }) });
    expect(exits(run)).toEqual([[1, 95]]);
  });

  it('waits for the next bar after a limit entry', () => {
    const run = play([FLAT, [100, 101, 94, 96], [97, 98, 96, 97], [94, 95, 93, 94]], {
      0: buy({ size: 1, limit: 98, stopLoss: 95 }),
    });
    expect(exits(run)).toEqual([[3, 94]]);
  });

  it.each<[string, Quote, number[]]>([
    ['goes on from a stop entry to the target', [100, 107, 99, 105], [1, 106]],
    ['but not where the stop-loss was touched too', [100, 107, 98, 105], [2, 110]],
  ])('%s', (_, bar, exit) => {
    const entry = buy({ size: 1, stop: 103, stopLoss: 98, takeProfit: 106 });
    expect(exits(play([FLAT, bar, [110, 110, 110, 110]], { 0: entry }))[0]).toEqual(exit);
  });

  it('does not go on from a stop-limit entry', () => {
    const entry = buy({ size: 1, stop: 103, limit: 104, takeProfit: 106 });
    expect(exits(play([FLAT, [100, 107, 99, 105], [110, 110, 110, 110]], { 0: entry }))[0]).toEqual([2, 110]);
  });

  it('belongs to its entry: what ends one trade leaves the other guarded', () => {
    const run = play([FLAT, FLAT, [100, 100, 96, 98], [98, 98, 90, 92]], {
      0(context) {
        buy({ size: 1, stopLoss: 97 })(context);
        buy({ size: 2, stopLoss: 91 })(context);
      },
    });
    expect(exits(run)).toEqual([
      [2, 97],
      [3, 91],
    ]);
    expect([...run.trades.qty]).toEqual([1, 2]);
  });

  it('ends with a trade that is closed otherwise', () => {
    const run = play([FLAT, FLAT, FLAT, [100, 100, 50, 60], FLAT], {
      0: buy({ size: 1, stopLoss: 90, takeProfit: 120 }),
      1: close,
    });
    expect(statuses(run)).toEqual(['filled', 'cancelled', 'cancelled', 'filled']);
    expect([...run.orders.endBar]).toEqual([1, 2, 2, 2]);
  });

  it('is set, moved and removed for each entry', () => {
    const run = play([FLAT, FLAT, FLAT, FLAT, [100, 100, 80, 90], FLAT], {
      0(context) {
        buy({ size: 1, stopLoss: 85 })(context);
        buy({ size: 1 })(context);
      },
      1: ({ position }) => position.protect({ stopLoss: 95, takeProfit: 105 }),
      2: ({ position }) => position.protect({ stopLoss: 96, takeProfit: 106 }),
      3: ({ position }) => position.protect({ stopLoss: null }),
    });
    expect(exits(run)).toEqual([
      [5, 100],
      [5, 100],
    ]);
    const guards = [...run.orders.parent].map((parent, row) => [parent, run.orders.stop[row], run.orders.limit[row]]);
    expect(guards.filter(([parent]) => (parent as number) >= 0)).toEqual([
      [0, 96, Number.NaN],
      [1, 96, Number.NaN],
      [0, Number.NaN, 106],
      [1, Number.NaN, 106],
    ]);
  });
});

describe('closing', () => {
  it.each<[number, number, number]>([
    [50, 5, 2],
    [50, 7, 4],
    [10, 3, 1],
    [100, 3, 3],
  ])('%d %% of %d units takes %d of them', (percent, held, closed) => {
    const run = play([FLAT, FLAT, FLAT, FLAT], {
      0: buy({ size: held }),
      1: ({ position }) => position.close({ percent }),
    });
    expect(run.trades.qty[0]).toBe(closed);
  });

  it('takes any fraction where there are no lots', () => {
    const run = play(
      [FLAT, FLAT, FLAT, FLAT],
      { 0: buy({ size: 5 }), 1: ({ position }) => position.close({ percent: 50 }) },
      { instruments: [instrument({ lotStep: 0 })] },
    );
    expect(run.trades.qty[0]).toBe(2.5);
  });

  const threeEntries: Acts = {
    0(context) {
      buy({ size: 3, id: 'a' })(context);
      buy({ size: 3, id: 'b' })(context);
      buy({ size: 3, id: 'c' })(context);
    },
  };

  it('takes units from the oldest entries', () => {
    const run = play([FLAT, FLAT, FLAT, FLAT], { ...threeEntries, 1: ({ position }) => position.close({ size: 4 }) });
    expect([...run.trades.qty].slice(0, 2).toSorted()).toEqual([1, 3]);
    expect([...run.trades.entryFill].slice(0, 2).toSorted()).toEqual([0, 1]);
    // Three entries, two closes, and two at the end.
    expect(run.orders.bar).toHaveLength(7);
  });

  it('takes those of one name', () => {
    const run = play([FLAT, FLAT, FLAT, FLAT], {
      ...threeEntries,
      1: ({ position }) => position.close({ entry: 'b' }),
    });
    expect([...run.trades.entryFill]).toEqual([1, 0, 2]);
    expect(reasons(run)).toEqual(['signal', 'end-of-data', 'end-of-data']);
  });

  it('of what is held the other way round comes first, entry by entry, before there is a new one', () => {
    const run = play([FLAT, FLAT, FLAT, FLAT], {
      0(context) {
        buy({ size: 3 })(context);
        buy({ size: 3 })(context);
      },
      1: sell({ size: 10 }),
      2: buy({ size: 1 }),
    });
    expect([...run.fills.qty]).toEqual([3, 3, 3, 3, 4, 1, 3]);
    expect([...run.trades.qty]).toEqual([3, 3, 1, 3]);
    expect(reasons(run)).toEqual(['reversal', 'reversal', 'signal', 'end-of-data']);
  });

  it('stands where there is no margin for the rest', () => {
    const run = play([FLAT, FLAT, [80, 80, 80, 80]], { 0: buy({ size: 90 }), 1: sell({ size: 200 }) });
    expect([...run.trades.qty]).toEqual([90]);
    expect(statuses(run)).toEqual(['filled', 'cancelled']);
    expect([...run.orders.filled]).toEqual([90, 90]);
  });

  it('pays a ticket for each entry, where an account without equity is closed too', () => {
    const tickets: RunOptions = { costs: { commission: { model: 'fixed', amount: 5 } } };
    const both: Acts = {
      0(context) {
        sell({ size: 40 })(context);
        sell({ size: 40 })(context);
      },
    };
    const run = play([FLAT, FLAT, [300, 300, 300, 300], FLAT], both, tickets);
    expect([...run.fills.commission]).toEqual([5, 5, 5, 5]);
  });
});

describe('an account without equity', () => {
  it('is closed at the close, owes nothing, and still adds up', () => {
    const run = play([FLAT, FLAT, [150, 260, 150, 250], FLAT], { 0: sell({ size: 80 }) });
    expect(run.brokeBar).toBe(2);
    expect(exits(run)).toEqual([[2, 250]]);
    expect([...run.equity]).toEqual([10_000, 10_000, 0, 0]);
    expect([...run.cashFlows.kind].map((code) => CASH_FLOW_KINDS[code])).toEqual(['debt-relief']);
    expect([...run.cashFlows.amount]).toEqual([2_000]);
  });

  it('needs no relief where just nothing is left', () => {
    const run = play([FLAT, FLAT, [200, 200, 200, 200]], { 0: sell({ size: 100 }) });
    expect(run.equity.at(-1)).toBe(0);
    expect(run.cashFlows.amount).toHaveLength(0);
  });
});

describe('sizes in percent', () => {
  const units = (percent: number, options: RunOptions = {}, bar: Quote = FLAT, way: 'buy' | 'sell' = 'buy') =>
    play([FLAT, bar], { 0: ({ order }) => void order[way]({ size: order.percentOfEquity(percent) }) }, options).fills
      .qty[0];

  it('are of free margin, and just below all of it at most', () => {
    expect(units(25)).toBe(25);
    expect(units(99.9)).toBe(99);
    // All of it is a little less than all of it.
    expect([units(100), units(300)]).toEqual([99, 99]);
    expect(units(50, { account: { leverage: 2 } })).toBe(100);
  });

  it('count a fixed charge for each unit, in full', () => {
    const commission = { model: 'fixed', amount: 1 } as const;
    // 5,000 / (100 + 1 / 0.5)
    expect(units(50, { costs: { commission } })).toBe(49);
  });

  it('leave what is held out, at the close of the bar that they are filled on', () => {
    const second = (bar: Quote) =>
      play([FLAT, FLAT, bar], {
        0: sell({ size: 40 }),
        1: ({ order }) => void order.sell({ size: order.percentOfEquity(50) }),
      }).fills.qty[1];
    // (10,000 − 40 · 100) / 2 / 100
    expect(second(FLAT)).toBe(30);
    // (10,000 − 40 · 10 − 40 · 110) / 2 / 100
    expect(second([100, 110, 100, 110])).toBe(26);
  });

  it('are worked out in the money of the price', () => {
    expect(units(25, { rates: [Float64Array.of(2, 2)] })).toBe(12);
  });

  it('may be of no lot at all', () => {
    const run = play([FLAT, FLAT, FLAT], { 0: ({ order }) => void order.buy({ size: order.percentOfEquity(0.5) }) });
    expect(statuses(run)).toEqual(['rejected']);
    expect(run.texts[run.orders.reason[0] ?? -1]).toBe('the size rounds down to zero lots of 1');
  });

  it('may be money, or any fraction', () => {
    expect(units(12.34, { instruments: [instrument({ lotStep: 0 })] })).toBeCloseTo(12.34, 9);
    const cash = play([FLAT, FLAT], { 0: ({ order }) => void order.buy({ size: order.cash(450) }) });
    expect(cash.fills.qty[0]).toBe(4);
  });
});

it('drops what margin does not carry, or cuts it where the account says so', () => {
  const most = (account: RunOptions['account']) => {
    const run = play([FLAT, FLAT, FLAT], { 0: buy({ size: 201 }) }, { account: { leverage: 2, ...account } });
    return [statuses(run)[0], run.fills.qty[0]];
  };
  expect(most({})).toEqual(['rejected', undefined]);
  expect(most({ reduceToFit: true })).toEqual(['filled', 200]);
});

describe('costs', () => {
  const costs: RunOptions = {
    costs: { spread: { model: 'fixed', points: 2 }, slippage: { model: 'percent', fraction: 0.01 } },
  };

  it('are the spread on entries, limits too, and the slippage both ways', () => {
    const market = play([FLAT, FLAT, FLAT, FLAT], { 0: buy({ size: 10 }), 1: close }, costs);
    expect([...market.fills.price]).toEqual([102, 99]);
    const limit = play([FLAT, [100, 100, 97, 98], FLAT, FLAT], { 0: buy({ size: 10, limit: 98 }), 1: close }, costs);
    expect([...limit.fills.price]).toEqual([99, 99]);
  });

  it('of an entry that closes what is held are those of an exit', () => {
    const run = play([FLAT, FLAT, FLAT, FLAT], { 0: buy({ size: 10 }), 1: sell({ size: 20 }) }, costs);
    expect([...run.fills.price].slice(0, 3)).toEqual([102, 99, 98]);
  });
});

describe('trading at closes', () => {
  const AT_CLOSE: RunOptions = { account: { timing: 'close' } };
  const rising: Quote[] = [
    [100, 101, 99, 100],
    [103, 108, 102, 106],
    [104, 109, 103, 107],
    [105, 110, 104, 108],
  ];

  it('fills at the close of the bar before, and says so', () => {
    const run = play(rising, { 0: buy({ size: 1 }), 1: close }, AT_CLOSE);
    expect(fills(run)).toEqual([
      [0, 100],
      [1, 106],
    ]);
    expect([...run.fills.open]).toEqual([100, 103]);
    expect([...run.fills.high]).toEqual([101, 108]);
    expect([...run.fills.low]).toEqual([99, 102]);
    expect([...run.fills.close]).toEqual([100, 106]);
    expect([...run.fills.rule].map((code) => FILL_RULES[code])).toEqual(['market-close', 'market-close']);
  });

  it('asks protection on the bar that comes', () => {
    const run = play(rising, { 0: buy({ size: 1, takeProfit: 107 }) }, AT_CLOSE);
    expect(exits(run)).toEqual([[1, 107]]);
  });

  it('lets stop entries start from that close, but not exits', () => {
    const entry = play(rising, { 0: buy({ size: 1, stop: 101 }) }, AT_CLOSE);
    expect(fills(entry)[0]).toEqual([1, 101]);
    const passed = play([...rising.slice(0, 2), [90, 107, 90, 95], FLAT], { 1: buy({ size: 1, stop: 104 }) }, AT_CLOSE);
    expect(fills(passed)[0]).toEqual([2, 106]);
    const exit = play([...rising.slice(0, 2), [90, 95, 90, 95], FLAT], { 0: buy({ size: 1, stopLoss: 98 }) }, AT_CLOSE);
    expect(exits(exit)).toEqual([[2, 90]]);
  });

  it('ends at the close before the last', () => {
    const run = play(rising, { 0: buy({ size: 1 }) }, AT_CLOSE);
    expect(exits(run)).toEqual([[2, 107]]);
    expect(run.equity.at(-1)).toBe(10_007);
  });
});

describe('the end', () => {
  const last: Quote = [102, 110, 99, 108];

  it('is the last bar once more: the first entry is closed first, and flagged', () => {
    const run = play([FLAT, FLAT, last], {
      0(context) {
        buy({ size: 1 })(context);
        buy({ size: 2 })(context);
      },
    });
    expect([...run.trades.qty]).toEqual([1, 2]);
    expect(exits(run)).toEqual([
      [2, 102],
      [2, 102],
    ]);
    expect(reasons(run)).toEqual(['end-of-data', 'end-of-data']);
    expect([...run.trades.forced]).toEqual([1, 1]);
    expect(run.equity.at(-1)).toBe(10_006);
  });

  it('lets orders of the last bar meet it; what they open stays open and is listed at the close', () => {
    const run = play([FLAT, FLAT, last], { 2: buy({ size: 10 }) });
    expect(fills(run)).toEqual([[2, 102]]);
    expect(exits(run)).toEqual([[2, 108]]);
    expect([...run.trades.exitFill]).toEqual([-1]);
    expect(run.equity.at(-1)).toBe(10_060);
  });

  it('closes a symbol without a last bar at its last price', () => {
    const run = runStrategy(
      [dailyBars([FLAT, FLAT, FLAT, FLAT]), dailyBars([FLAT, FLAT, [120, 120, 120, 120]])],
      {
        warmup: 0,
        onBar({ bar, order }) {
          if (bar.index === 0) order.buy({ symbol: 'B', size: 1 });
        },
      },
      {
        semantics: 'backtesting.py',
        instruments: [instrument({ symbol: 'A' }), instrument({ symbol: 'B' })],
      },
    );
    expect(exits(run)).toEqual([[3, 120]]);
    expect(reasons(run)).toEqual(['end-of-data']);
  });
});

describe('long and short beside each other', () => {
  const hedged: RunOptions = { account: { hedging: true, leverage: 2 } };
  const both: Acts = {
    0(context) {
      buy({ size: 3, stopLoss: 90 })(context);
      sell({ size: 3, stopLoss: 110 })(context);
    },
  };

  it.each(['backtesting.py', 'hindcast-1'] as const)('are guarded and closed apart under %s', (semantics) => {
    const run = play([FLAT, FLAT, [100, 112, 100, 105], FLAT, FLAT], { ...both, 2: close }, { ...hedged, semantics });
    expect([...run.trades.direction]).toEqual([-1, 1]);
    expect(exits(run)).toEqual([
      [2, 110],
      [3, 100],
    ]);
    expect(statuses(run)).toEqual(['filled', 'filled', 'cancelled', 'filled', 'filled']);
  });

  it.each(['backtesting.py', 'hindcast-1'] as const)(
    'leave nothing behind when one of them goes, under %s',
    (semantics) => {
      const run = play(
        [FLAT, FLAT, FLAT, FLAT],
        {
          0(context) {
            buy({ size: 3, id: 'long', stopLoss: 90 })(context);
            sell({ size: 3 })(context);
          },
          1: ({ position }) => position.close({ entry: 'long' }),
        },
        { ...hedged, semantics },
      );
      expect([statuses(run)[2], run.orders.endBar[2]]).toEqual(['cancelled', 2]);
    },
  );

  it.each(['backtesting.py', 'hindcast-1'] as const)('both bind margin under %s', (semantics) => {
    const most = (size: number) =>
      statuses(
        play([FLAT, FLAT, FLAT, FLAT], { 0: buy({ size: 150 }), 1: sell({ size }) }, { ...hedged, semantics }),
      )[1];
    expect([most(50), most(51)]).toEqual(['filled', 'rejected']);
  });

  it.each([
    ['backtesting.py', 2],
    ['hindcast-1', 3],
  ] as const)('are protected together under %s', (semantics, shortUntil) => {
    const run = play(
      [FLAT, FLAT, [100, 106, 100, 105], FLAT],
      {
        0(context) {
          buy({ size: 1 })(context);
          sell({ size: 1 })(context);
        },
        1: ({ position }) => position.protect({ takeProfit: 105 }),
      },
      { ...hedged, semantics },
    );
    // What is a target for the long is none for the short: it is reached at once, or not set at all.
    const byWay = new Map([...run.trades.direction].map((way, row) => [way, exits(run)[row]]));
    expect([byWay.get(1), byWay.get(-1)]).toEqual([
      [2, 105],
      [shortUntil, 100],
    ]);
  });
});
