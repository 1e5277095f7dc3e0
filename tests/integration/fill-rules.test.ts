import { describe, expect, test } from 'vitest';
import { FILL_RULES, PATH_SEGMENTS } from '#shared/domain/run-result.ts';
import type { OrderRequest } from '#shared/strategy-api/orders.ts';
import { dailyBars, type Quote } from '../support/bars.ts';
import { runStrategy } from '../support/run-strategy.ts';

const FLAT: Quote = [100, 100, 100, 100];
// From 100 first down to the nearer extreme, then up, then to the close.
const DOWN_FIRST: Quote = [100, 106, 98, 104];

function firstFill(request: OrderRequest, bar: Quote) {
  const { fills } = runStrategy(dailyBars([FLAT, bar]), {
    onBar({ order, bar: { index } }) {
      if (index === 0) order.buy({ size: 1, ...request });
    },
  });
  return [FILL_RULES[fills.rule[0] ?? -1], PATH_SEGMENTS[fills.segment[0] ?? -1], fills.price[0]];
}

describe('why an order filled', () => {
  test.each([
    ['touched on the way to the first extreme', { limit: 99 }, ['limit-touch', 'to-first-extreme', 99]],
    ['touched on the way to the second extreme', { stop: 105 }, ['stop-touch', 'to-second-extreme', 105]],
    ['met exactly by the open', { limit: 100 }, ['limit-touch', 'open', 100]],
    ['a stop met exactly by the open', { stop: 100 }, ['stop-touch', 'open', 100]],
    ['passed by the open', { limit: 101 }, ['limit-gap', 'open', 100]],
    ['a stop passed by the open', { stop: 95 }, ['stop-gap', 'open', 100]],
  ] as const)('%s', (_, request, expected) => {
    expect(firstFill(request, DOWN_FIRST)).toEqual(expected);
  });

  test('a stop touched on the way to the first extreme', () => {
    expect(firstFill({ stop: 101 }, [100, 102, 95, 98])).toEqual(['stop-touch', 'to-first-extreme', 101]);
  });
});
