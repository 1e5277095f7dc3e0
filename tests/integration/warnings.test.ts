import { describe, expect, test } from 'vitest';
import type { OrderRequest } from '#shared/strategy-api/orders.ts';
import { runWarnings } from '#worker/engine/warnings.ts';
import { bindIndicators } from '#worker/strategy/ta.ts';
import { dailyBars, type Quote } from '../support/bars.ts';
import { type RunOptions, runStrategy } from '../support/run-strategy.ts';

const BARS: Quote[] = Array.from({ length: 8 }, () => [100, 102, 98, 100]);

type Definition = Parameters<typeof runStrategy>[1];

function warningsOf(definition: Definition, quotes = BARS, options: RunOptions = {}, closeOnly: string[] = []) {
  return runWarnings(runStrategy(dailyBars(quotes), definition, options), closeOnly);
}

/** One order on the first bar. */
const sending = (request: OrderRequest): Definition => ({
  onBar({ order, bar }) {
    if (bar.index === 0) order.buy(request);
  },
});

const message = (definition: Definition) => {
  const warnings = warningsOf(definition);
  expect(warnings.map(({ code }) => code)).toEqual(['no-trades']);
  return warnings[0]?.message;
};

describe('a run without trades says why', () => {
  test('the indicators never have a value', () => {
    const ta = bindIndicators() as unknown as { sma(source: unknown, period: number): unknown };
    expect(message({ setup: ({ data }) => ta.sma(data.close, 20), onBar() {} })).toBe(
      "No trades: the strategy's indicators have no value within the 8 bars of the data, so onBar was never called.",
    );
  });

  test('onBar sent no order', () => {
    expect(message({ onBar() {}, warmup: 7 })).toBe(
      'No trades: onBar ran on 1 bar and sent no order, so its entry condition was never true.',
    );
  });

  test('orders were rejected, the most frequent reason first', () => {
    expect(
      message({
        onBar({ order, bar }) {
          if (bar.index === 0) order.buy({ size: 0.5 });
          if (bar.index > 0 && bar.index < 4) order.buy({ size: 1_000_000 });
        },
      }),
    ).toBe(
      'No trades: onBar ran on 8 bars and sent 4 orders, but none was filled: 4 rejected (not enough free equity; the size rounds down to zero lots of 1).',
    );
  });

  test('orders were cancelled', () => {
    expect(
      message({
        onBar({ order, bar }) {
          if (bar.index === 0) order.buy({ limit: 50 }).cancel();
        },
      }),
    ).toBe(
      'No trades: onBar ran on 8 bars and sent 1 order, but none was filled: 1 cancelled (cancelled by the strategy).',
    );
  });

  test('orders still wait', () => {
    expect(message(sending({ limit: 50 }))).toBe(
      'No trades: onBar ran on 8 bars and sent 1 order, but none was filled: 1 still waiting at the end.',
    );
  });

  test('all of it together', () => {
    expect(
      message({
        onBar({ order, bar }) {
          if (bar.index !== 0) return;
          order.buy({ size: 1_000_000 });
          order.buy({ stop: 500 }).cancel();
          order.buy({ stop: 500 });
          order.sell({ limit: 500 });
        },
      }),
    ).toBe(
      'No trades: onBar ran on 8 bars and sent 4 orders, but none was filled: 1 rejected (not enough free equity), 1 cancelled (cancelled by the strategy), 2 still waiting at the end.',
    );
  });

  test('nothing, when the run failed: that is said elsewhere', () => {
    const run = runStrategy(dailyBars(BARS), { onBar() {} });
    expect(runWarnings({ ...run, thrown: { error: null, bar: 3 } }, [])).toEqual([]);
  });
});

describe('a run with trades warns', () => {
  const round: Definition = {
    onBar({ order, position, bar }) {
      if (bar.index === 0) order.buy({ size: 1 });
      if (bar.index === 2) position.close();
    },
  };

  test('of nothing when there is nothing', () => {
    expect(warningsOf(round)).toEqual([]);
  });

  test.each([
    [
      'rejected-orders',
      'of orders that were rejected',
      '1 order of 3 rejected: not enough free equity.',
      {
        onBar(context) {
          round.onBar(context, undefined);
          if (context.bar.index === 5) context.order.buy({ size: 1_000_000 });
        },
      } satisfies Definition,
    ],
    ['forced-close', 'of trades closed by the end', '1 trade still open at the end closed', sending({ size: 1 })],
    [
      'ambiguous-bars',
      'of bars that don’t tell what came first',
      'Inside 1 bar the order of events',
      sending({ size: 1, stopLoss: 99, takeProfit: 101 }),
    ],
  ] as const)('%s: %s', (code, _, text, definition) => {
    const warnings = warningsOf(definition);
    expect(warnings.map((warning) => warning.code)).toEqual([code]);
    expect(warnings[0]?.message).toContain(text);
  });

  test('of trades that stay open', () => {
    expect(warningsOf(sending({ size: 1 }), BARS, { account: { closeAtEnd: false } })).toEqual([
      { code: 'still-open', message: '1 trade still open at the end, listed at the last close without exit costs.' },
    ]);
  });

  test('of an account that went broke', () => {
    const quotes: Quote[] = [...BARS.slice(0, 3), [100, 300, 100, 300], ...BARS];
    const warnings = warningsOf(
      {
        onBar({ order, bar }) {
          if (bar.index === 0) order.sell({ size: 90 });
        },
      },
      quotes,
    );
    expect(warnings).toContainEqual({
      code: 'broke',
      message: 'The account was broke on bar 3 (2024-01-04): everything was closed and the strategy stopped.',
    });
  });

  test('of series with one price a bar', () => {
    const [warning] = warningsOf(round, BARS, {}, ['AAPL', 'MSFT']);
    expect(warning).toMatchObject({ code: 'close-only', message: expect.stringMatching(/^AAPL, MSFT: one price/) });
  });

  test('of a log that was cut', () => {
    const warnings = warningsOf({
      onBar(context) {
        round.onBar(context, undefined);
        for (let line = 0; line < 2_000; line++) context.log(line);
      },
    });
    expect(warnings).toEqual([
      { code: 'log-cut', message: 'The log is cut: 6000 lines beyond the first 10000 not kept.' },
    ]);
  });
});
