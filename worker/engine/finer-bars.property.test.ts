import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateBars, type BarColumns } from '#shared/domain/bars.ts';
import type { SemanticsId } from '#shared/domain/manifest.ts';
import type { Simulation } from './backtest.ts';
import { BarPath } from './path.ts';
import type { Deed } from './random-deeds.fixture.ts';
import { market, runOn, type Scenario, scenarios } from './random-strategies.fixture.ts';

const HOUR = 3_600_000;

/** Three bars for each bar, one for each leg of the way that is assumed without them. */
function alongThePath(bars: BarColumns): BarColumns {
  const finer = allocateBars(bars.time.length * 3, 'own');
  const path = new BarPath();
  for (let row = 0; row < bars.time.length; row++) {
    const [open, high, low, close] = (['open', 'high', 'low', 'close'] as const).map((column) => bars[column][row]);
    path.start(open as number, high as number, low as number, close as number);
    for (let leg = 0; leg < 3; leg++) {
      const at = row * 3 + leg;
      finer.time[at] = (bars.time[row] as number) + leg * 8 * HOUR;
      finer.open[at] = path.price;
      path.finishLeg();
      finer.close[at] = path.price;
      finer.high[at] = Math.max(finer.open[at] as number, path.price);
      finer.low[at] = Math.min(finer.open[at] as number, path.price);
    }
  }
  return finer;
}

function fills({ fills: { bar, order, side, qty, price, rule } }: Simulation) {
  return Array.from(bar, (at, row) => [at, order[row], side[row], qty[row], price[row], rule[row]]);
}

/** Bars as they are, and through bars that follow the assumed way. */
function bothWays(scenario: Scenario, semantics: SemanticsId): [Simulation, Simulation] {
  const bars = market(scenario);
  return [runOn(bars, scenario, { semantics }), runOn(bars, scenario, { semantics, finer: bars.map(alongThePath) })];
}

describe('shorter bars that follow exactly the assumed way', () => {
  it('change nothing where the way alone decides', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const [assumed, seen] = bothWays(scenario, 'tradingview');
        expect(fills(seen)).toEqual(fills(assumed));
        expect(seen.equity).toEqual(assumed.equity);
        expect(seen.finerMismatches).toBe(0);
      }),
      { numRuns: 1_000 },
    );
  });

  it('change nothing under hindcast-1 where no bar is in doubt and no stop trails', () => {
    let compared = 0;
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const deeds = scenario.deeds.map(
          (one): Deed => ({ ...one, trailingStop: undefined, kind: one.kind === 'trail' ? 'stop' : one.kind }),
        );
        const [assumed, seen] = bothWays({ ...scenario, deeds }, 'hindcast-1');
        if (assumed.ambiguousBars > 0) return;
        compared++;
        expect(fills(seen)).toEqual(fills(assumed));
        expect(seen.equity).toEqual(assumed.equity);
        expect(seen.ambiguousBars).toBe(0);
      }),
      { numRuns: 1_000 },
    );
    expect(compared).toBeGreaterThan(500);
  });
});
