import { describe, expect, it } from 'vitest';
import { ambiguousFills } from './ambiguous-fills.ts';
import { checkedRun, tradesMaking } from './checked-run.fixture.ts';

/** Forty trades, of which some have an entry, an exit or both in doubt. */
function look(entries: number, exits: number, both = 0) {
  const trades = tradesMaking(...new Array(40).fill(1)).map(({ pnl, entry, exit }, k) => ({
    pnl,
    entry: { ...entry, ambiguous: k < entries + both },
    exit: { ...exit, ambiguous: k < both || (k >= entries + both && k < entries + both + exits) },
  }));
  return ambiguousFills.look(checkedRun({ trades }));
}

describe('ambiguous fills', () => {
  it('are a doubt from 5 % of the trades on', () => {
    expect(look(1, 1)).toMatchObject({
      weight: 0.35,
      message:
        "In 2 of 40 trades (5 %) the bar alone doesn't tell what came first; the worse order of events is assumed.",
    });
    expect(look(0, 1)).toBeNull();
    expect(look(0, 0, 1)).toBeNull();
  });

  it('are serious from 20 % on', () => {
    expect(look(8, 0)).toMatchObject({ weight: 0.6 });
    expect(look(7, 0)).toMatchObject({ weight: 0.35 });
  });

  it('are none without trades', () => {
    expect(ambiguousFills.look(checkedRun())).toBeNull();
  });
});
