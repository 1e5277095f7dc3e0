import { describe, expect, test } from 'vitest';
import { accountSchema } from '#shared/domain/account.ts';
import type { FunnelCondition } from '#shared/domain/funnel.ts';
import type { OrderRequest } from '#shared/strategy-api/orders.ts';
import { runWarnings } from '#worker/engine/warnings.ts';
import { runFunnel } from '#worker/funnel/run-funnel.ts';
import { bindIndicators } from '#worker/strategy/ta.ts';
import { dailyBars, type Quote } from '../support/bars.ts';
import { type RunOptions, runStrategy } from '../support/run-strategy.ts';

const BARS: Quote[] = Array.from({ length: 8 }, () => [100, 102, 98, 100]);

const NEVER_LOOKED_AT: FunnelCondition[] = [{ label: 'x', line: 1, evaluated: 0, seen: 0, within: null }];

type Definition = Parameters<typeof runStrategy>[1];

function warningsOf(definition: Definition, quotes = BARS, options: RunOptions = {}, closeOnly: string[] = []) {
  const account = accountSchema.parse(options.account ?? {});
  const run = runStrategy(dailyBars(quotes), definition, options);
  const funnel = run.trades.symbol.length === 0 ? runFunnel(run, NEVER_LOOKED_AT) : null;
  return runWarnings(run, funnel, closeOnly, account);
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

describe('a run without trades says why, in short', () => {
  test('the indicators never have a value', () => {
    const ta = bindIndicators() as unknown as { sma(source: unknown, period: number): unknown };
    expect(message({ setup: ({ data }) => ta.sma(data.close, 20), onBar() {} })).toBe(
      'No trades. All of the 8 bars are warm-up: the strategy was never asked.',
    );
  });

  test('it sent no order; conditions are left to the funnel', () => {
    expect(message({ onBar() {}, warmup: 7 })).toBe(
      'No trades. After warm-up the strategy saw 1 of 8 bars. It sent no order.',
    );
  });

  test('what became of its orders', () => {
    expect(
      message({
        onBar({ order, bar }) {
          if (bar.index > 0 && bar.index < 4) order.buy({ size: 1_000_000 });
          if (bar.index !== 0) return;
          order.buy({ stop: 500 }).cancel();
          order.buy({ stop: 500 });
        },
      }),
    ).toBe(
      'No trades. The strategy saw all of the 8 bars. It sent 5 orders; 2 of them were accepted and 0 filled. 3 orders were rejected: not enough free equity. 1 order was cancelled by the strategy. 1 order was still waiting at the end.',
    );
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

  test('of fills that are too good to be had', () => {
    const warnings = warningsOf(round, BARS, { account: { timing: 'close' } });
    expect(warnings.map(({ code }) => code)).toEqual(['optimistic-timing']);
    expect(warnings[0]?.message).toContain('Optimistic: market orders fill at the close of the bar that sends them');
  });

  test('of shorter bars that tell another story', () => {
    const options = { about: [{ finer: dailyBars(BARS.map(() => [100, 103, 98, 100])) }] };
    const definition: Definition = {
      onBar({ order, position, bar }) {
        if (bar.index === 0) order.buy({ size: 1, stopLoss: 97, takeProfit: 102 });
        if (bar.index === 2) position.close();
      },
    };
    expect(warningsOf(definition, BARS, options)).toEqual([
      {
        code: 'finer-mismatch',
        message:
          '1 bar could not be looked into, because the shorter bars have another high or low: the usual way through a bar is assumed there.',
      },
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
      message: 'The account was broke on bar 4 (2024-01-04): everything was closed and the strategy stopped.',
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
