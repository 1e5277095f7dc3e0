import { describe, expect, it } from 'vitest';
import { checkedRun, type Side } from './checked-run.fixture.ts';
import { optimisticTiming } from './optimistic-timing.ts';

const look = (entry: Side) => optimisticTiming.look(checkedRun({ trades: [{ pnl: 1, entry, exit: { bar: 9 } }] }));

describe('fills at optimistic timing', () => {
  it('take the close of the bar that sent the order', () => {
    expect(look({ bar: 5, sent: 5, rule: 'market-close' })).toMatchObject({
      weight: 0.4,
      message: expect.stringMatching(/^1 of 2 fills took the close of the bar whose close decided them/),
    });
  });

  it.each([
    ['an order for the close of a later bar', { bar: 5, sent: 4, rule: 'market-close' }],
    ['a stop-loss on the bar of its entry', { bar: 5, sent: 5, segment: 'to-close' }],
    ["the engine's own close", { bar: 5, sent: null, rule: 'market-close' }],
  ] as const)('are not: %s', (_, entry) => {
    expect(look(entry)).toBeNull();
  });
});
