import { describe, expect, it } from 'vitest';
import { SEMANTICS, type SemanticsId } from '#shared/domain/manifest.ts';
import { EXIT_REASONS, FILL_RULES, PATH_SEGMENTS } from '#shared/domain/run-result.ts';
import type { OrderRequest } from '#shared/strategy-api/orders.ts';
import { dailyBars, type Quote } from '../../tests/support/bars.ts';
import { type RunOptions, runStrategy } from '../../tests/support/run-strategy.ts';
import type { Simulation } from './backtest.ts';

const FLAT: Quote = [100, 100, 100, 100];

/** Bars: 0 is the close of 100 after which the order is given, then the bars of the scenario. */
function order(request: OrderRequest, ...bars: Quote[]): Simulation {
  return runStrategy(dailyBars([FLAT, ...bars]), {
    onBar({ bar, order }) {
      if (bar.index === 0) order.buy({ size: 1, ...request });
    },
  });
}

/** One unit bought at 100 on bar 1, protected after its close; the bar of the scenario is bar 2. */
function held(levels: { stopLoss?: number; takeProfit?: number }, bar: Quote): Simulation {
  return runStrategy(dailyBars([FLAT, FLAT, bar, [bar[3], bar[3], bar[3], bar[3]]]), {
    onBar({ bar, order, position }) {
      if (bar.index === 0) order.buy({ size: 1 });
      if (bar.index === 1) position.protect(levels);
    },
  });
}

function fillPrices(run: Simulation): number[] {
  return [...run.fills.price];
}

function rule(run: Simulation, fill: number): string | undefined {
  return FILL_RULES[run.fills.rule[fill] ?? -1];
}

function exit(run: Simulation): { price: number | undefined; reason: string | undefined; ambiguous: number } {
  return {
    price: run.trades.exitPrice[0],
    reason: EXIT_REASONS[run.trades.exitReason[0] ?? -1],
    ambiguous: run.ambiguousBars,
  };
}

describe('hindcast-1: the scenario table', () => {
  it('1. a market order fills at the next open', () => {
    const run = order({}, [101, 103, 99, 102]);
    expect(run.fills.price[0]).toBe(101);
    expect(run.fills.bar[0]).toBe(1);
    expect(rule(run, 0)).toBe('market-open');
  });

  it('2. a stop-loss that the bar opens beyond fills at the open', () => {
    const run = held({ stopLoss: 98 }, [97, 99, 95, 96]);
    expect(exit(run)).toEqual({ price: 97, reason: 'stop-loss', ambiguous: 0 });
    expect(rule(run, 1)).toBe('stop-gap');
  });

  it('3. stop-loss and take-profit in one bar, low nearer: the stop-loss, ambiguous', () => {
    const run = held({ stopLoss: 98, takeProfit: 104 }, [100, 105, 97, 101]);
    expect(exit(run)).toEqual({ price: 98, reason: 'stop-loss', ambiguous: 1 });
    expect(run.fills.ambiguous[1]).toBe(1);
  });

  it('4. stop-loss and take-profit in one bar, high nearer: still the stop-loss, ambiguous', () => {
    const run = held({ stopLoss: 98, takeProfit: 102 }, [100, 102.5, 97, 101]);
    expect(exit(run)).toEqual({ price: 98, reason: 'stop-loss', ambiguous: 1 });
  });

  it('5. a stop-loss lives from its entry on, in the same bar', () => {
    const run = order({ stopLoss: 98 }, [100, 103, 97, 101]);
    expect(fillPrices(run)).toEqual([100, 98]);
    expect([...run.fills.bar]).toEqual([1, 1]);
    expect(exit(run)).toEqual({ price: 98, reason: 'stop-loss', ambiguous: 0 });
  });

  it('6. a take-profit that the bar opens beyond fills at the better open', () => {
    const run = held({ takeProfit: 104 }, [106, 107, 105, 106]);
    expect(exit(run)).toEqual({ price: 106, reason: 'take-profit', ambiguous: 0 });
    expect(rule(run, 1)).toBe('limit-gap');
  });

  it('7. a limit fills on touch, at the limit', () => {
    const run = order({ limit: 98 }, [100, 101, 98, 99]);
    expect(run.fills.price[0]).toBe(98);
    expect(rule(run, 0)).toBe('limit-touch');
  });

  it('8. a limit that the bar opens beyond fills at the better open', () => {
    const run = order({ limit: 98 }, [97, 99, 96, 98]);
    expect(run.fills.price[0]).toBe(97);
    expect(rule(run, 0)).toBe('limit-gap');
  });

  it('9. a stop that the bar opens beyond fills at the worse open', () => {
    const run = order({ stop: 103 }, [104, 105, 103, 104]);
    expect(run.fills.price[0]).toBe(104);
    expect(rule(run, 0)).toBe('stop-gap');
  });

  it('10. a stop-limit fills at its limit where the path comes back after the stop', () => {
    const run = order({ stop: 103, limit: 102 }, [100, 104, 99, 101], [101, 101, 101, 101]);
    expect(run.fills.price[0]).toBe(102);
    expect(run.fills.bar[0]).toBe(1);
    expect(PATH_SEGMENTS[run.fills.segment[0] ?? -1]).toBe('to-close');
  });

  it('12. what is held at the end is closed at the last close, and flagged', () => {
    const run = order({}, [100, 102, 99, 101]);
    expect(exit(run)).toEqual({ price: 101, reason: 'end-of-data', ambiguous: 0 });
    expect(run.trades.forced[0]).toBe(1);
  });
});

type Scenario = (options: RunOptions) => number[];

/** Buys one unit after bar 1 (backtesting.py has its strategies sleep through bar 0) and guards it after bar 2. */
function pricesOf(
  options: RunOptions,
  request: OrderRequest,
  levels: { stopLoss?: number; takeProfit?: number },
  bars: readonly Quote[],
): number[] {
  const run = runStrategy(
    dailyBars([FLAT, FLAT, ...bars]),
    {
      onBar({ bar, order, position }) {
        if (bar.index === 1) order.buy({ size: 1, ...request });
        if (bar.index === 2) position.protect(levels);
      },
    },
    options,
  );
  return fillPrices(run);
}

/** The price of an order, if it fills. */
const placed =
  (request: OrderRequest, ...bars: Quote[]): Scenario =>
  (options) =>
    pricesOf(options, request, {}, bars).slice(0, 1);

/** The price at which one unit held since 100 is closed. */
const guarded =
  (levels: { stopLoss?: number; takeProfit?: number }, bar: Quote): Scenario =>
  (options) =>
    pricesOf(options, {}, levels, [FLAT, bar, FLAT]).slice(1, 2);

/** A row of the table: the prices of its fills under each semantics; none where nothing fills. */
interface Row extends Record<SemanticsId, number[] | null> {
  title: string;
  run: Scenario;
}

const NO_SUCH_ORDER = null;

const TABLE: Row[] = [
  {
    title: '1. buy at market',
    run: placed({}, [101, 103, 99, 102]),
    'hindcast-1': [101],
    'backtesting.py': [101],
    tradingview: [101],
    vectorbt: [100],
  },
  {
    title: '2. gap through the stop-loss',
    run: guarded({ stopLoss: 98 }, [97, 99, 95, 96]),
    'hindcast-1': [97],
    'backtesting.py': [97],
    tradingview: [97],
    vectorbt: [97],
  },
  {
    title: '3. stop-loss and take-profit, the low nearer',
    run: guarded({ stopLoss: 98, takeProfit: 104 }, [100, 105, 97, 101]),
    'hindcast-1': [98],
    'backtesting.py': [98],
    tradingview: [98],
    vectorbt: [98],
  },
  {
    title: '4. stop-loss and take-profit, the high nearer',
    run: guarded({ stopLoss: 98, takeProfit: 102 }, [100, 102.5, 97, 101]),
    'hindcast-1': [98],
    'backtesting.py': [98],
    tradingview: [102],
    vectorbt: [98],
  },
  {
    title: '5. stop-loss on the bar of the entry',
    run: (options) => pricesOf({ ...options, account: {} }, { stopLoss: 98 }, {}, [[100, 103, 97, 101]]).slice(0, 2),
    'hindcast-1': [100, 98],
    'backtesting.py': [100, 98],
    tradingview: [100, 98],
    vectorbt: [100],
  },
  {
    title: '6. gap through the take-profit',
    run: guarded({ takeProfit: 104 }, [106, 107, 105, 106]),
    'hindcast-1': [106],
    'backtesting.py': [106],
    tradingview: [106],
    vectorbt: [106],
  },
  {
    title: '7. limit touched',
    run: placed({ limit: 98 }, [100, 101, 98, 99]),
    'hindcast-1': [98],
    'backtesting.py': [98],
    tradingview: [98],
    vectorbt: NO_SUCH_ORDER,
  },
  {
    title: '8. gap through the limit',
    run: placed({ limit: 98 }, [97, 99, 96, 98]),
    'hindcast-1': [97],
    'backtesting.py': [97],
    tradingview: [97],
    vectorbt: NO_SUCH_ORDER,
  },
  {
    title: '9. gap through the stop',
    run: placed({ stop: 103 }, [104, 105, 103, 104]),
    'hindcast-1': [104],
    'backtesting.py': [104],
    tradingview: [104],
    vectorbt: NO_SUCH_ORDER,
  },
  {
    title: '10. stop-limit whose limit lies on the way back',
    run: placed({ stop: 103, limit: 102 }, [100, 104, 99, 101], [101, 101, 101, 101]),
    'hindcast-1': [102],
    'backtesting.py': [101],
    tradingview: [102],
    vectorbt: NO_SUCH_ORDER,
  },
  {
    title: '12. held at the end',
    run: (options) => pricesOf(options, {}, {}, [FLAT, [99, 102, 98, 101]]).slice(1),
    'hindcast-1': [101],
    'backtesting.py': [99],
    tradingview: [],
    vectorbt: [],
  },
];

/** vectorbt trades closes unless told otherwise. */
const OPTIONS: Record<SemanticsId, RunOptions> = {
  'hindcast-1': {},
  'backtesting.py': { semantics: 'backtesting.py' },
  tradingview: { semantics: 'tradingview' },
  vectorbt: { semantics: 'vectorbt', account: { timing: 'close' } },
};

describe.each(SEMANTICS)('the scenario table under %s', (semantics) => {
  it.each(TABLE.filter((row) => row[semantics] !== NO_SUCH_ORDER))('$title', (row) => {
    expect(row.run(OPTIONS[semantics])).toEqual(row[semantics]);
  });
});

describe('hindcast-1: around the table', () => {
  it('starts a strategy once, on the first bar on which it can order', () => {
    const calls: string[] = [];
    runStrategy(dailyBars([FLAT, FLAT, FLAT, FLAT]), {
      warmup: 2,
      onStart: ({ bar }) => calls.push(`start ${bar.index}`),
      onBar: ({ bar }) => calls.push(`bar ${bar.index}`),
      onEnd: ({ bar }) => calls.push(`end ${bar.index}`),
    });
    expect(calls).toEqual(['start 2', 'bar 2', 'bar 3', 'end 3']);
  });

  it('fills nothing when the level is missed by a tick', () => {
    expect(order({ limit: 98 }, [100, 101, 98.01, 99]).fills.bar).toHaveLength(0);
    expect(order({ stop: 103 }, [100, 102.99, 98, 99]).fills.bar).toHaveLength(0);
  });

  it('mirrors everything for shorts', () => {
    const run = runStrategy(dailyBars([FLAT, FLAT, [100, 103, 97.5, 99], FLAT]), {
      onBar({ bar, order, position }) {
        if (bar.index === 0) order.sell({ size: 1 });
        if (bar.index === 1) position.protect({ stopLoss: 102, takeProfit: 98 });
      },
    });
    expect(exit(run)).toEqual({ price: 102, reason: 'stop-loss', ambiguous: 1 });
    expect(run.trades.direction[0]).toBe(-1);
    expect(run.trades.pnl[0]).toBe(-2);
  });

  it('cancels the other leg with the first, so that a bracket never fills twice', () => {
    const run = order({ stopLoss: 90, takeProfit: 104 }, [100, 105, 99, 104], [104, 104, 80, 85]);
    expect(fillPrices(run)).toEqual([100, 104]);
  });

  it('lets orders in one bar fill in the order of the path', () => {
    // Low is nearer: the limit at 99 comes before the stop at 104.
    const run = runStrategy(dailyBars([FLAT, [100, 105, 98, 102], FLAT]), {
      onBar({ bar, order }) {
        if (bar.index !== 0) return;
        order.buy({ size: 1, stop: 104 });
        order.buy({ size: 1, limit: 99 });
      },
    });
    expect(fillPrices(run).slice(0, 2)).toEqual([99, 104]);
  });

  it('counts a bar as ambiguous when an entry inside it may have come before or after its stop', () => {
    // Path: 100 → 97 → 104 → 101; the entry at 103 comes after the low, but it need not have.
    const run = order({ stop: 103, stopLoss: 98 }, [100, 104, 97, 101]);
    expect(run.ambiguousBars).toBe(1);
    expect(run.trades.forced[0]).toBe(1);
  });

  it('closes the old position first when cash is needed for the new one', () => {
    const other = dailyBars([FLAT, FLAT, FLAT, FLAT]);
    const run = runStrategy(
      [dailyBars([FLAT, FLAT, FLAT, FLAT]), other],
      {
        onBar({ bar, order, position }) {
          if (bar.index === 0) order.buy({ size: 100 });
          if (bar.index === 1) {
            order.buy({ symbol: 'OTHER', size: 100 });
            position.close();
          }
        },
      },
      {
        instruments: [
          { ...PLAIN, symbol: 'TEST' },
          { ...PLAIN, symbol: 'OTHER' },
        ],
      },
    );
    expect([...run.fills.symbol]).toEqual([0, 0, 1, 1]);
    expect(run.orders.status.includes(3)).toBe(false);
  });

  it('rejects what the account cannot bear, with the reason', () => {
    const run = order({ size: 101 }, FLAT, FLAT);
    expect(run.fills.bar).toHaveLength(0);
    expect(run.texts[run.orders.reason[0] ?? -1]).toBe('not enough free equity');
  });

  it('turns a position around in one order, as a trade and a new position', () => {
    const run = runStrategy(dailyBars([FLAT, FLAT, [110, 110, 110, 110], [105, 105, 105, 105]]), {
      onBar({ bar, order }) {
        if (bar.index === 0) order.buy({ size: 1, stopLoss: 50 });
        if (bar.index === 1) order.sell({ size: 3 });
      },
    });
    expect([...run.trades.pnl]).toEqual([10, 10]);
    expect(EXIT_REASONS[run.trades.exitReason[0] ?? -1]).toBe('reversal');
    expect([...run.trades.direction]).toEqual([1, -1]);
  });

  it('closes everything and stops when equity is gone', () => {
    let calls = 0;
    const run = runStrategy(dailyBars([FLAT, FLAT, [250, 250, 250, 250], FLAT, FLAT]), {
      onBar({ bar, order }) {
        calls++;
        if (bar.index === 0) order.sell({ size: 100 });
      },
    });
    expect(run.brokeBar).toBe(2);
    expect(calls).toBe(2);
    expect([...run.equity]).toEqual([10_000, 10_000, -5_000, -5_000, -5_000]);
  });
});

const PLAIN = { quoteCurrency: 'USD', tickSize: 0, lotStep: 1, multiplier: 1 };
