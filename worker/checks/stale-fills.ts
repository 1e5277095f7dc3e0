import type { Check } from './check.ts';
import type { CheckInput } from './check-input.ts';
import { firstAbove } from './gaps.ts';
import { counted, whole } from './quantities.ts';

const MANY = 0.1;

/**
 * Stale fills: on bars where nobody may have traded (without volume, or with one price all through) and right
 * after a gap in the data. What a series never has, volume or a range, says nothing about its single bars; closes that
 * the engine itself made are no fills of orders.
 */
export const staleFills: Check = {
  id: 'stale-fills',
  look(input) {
    const { fills } = input.measured;
    const found = { 'without volume': 0, 'with a single price': 0, 'right after a gap in the data': 0 };
    let traded = 0;
    for (let row = 0; row < fills.bar.length; row++) {
      if ((fills.order[row] as number) < 0) continue;
      traded++;
      const why = staleness(input, row);
      if (why !== null) found[why]++;
    }
    const kinds = Object.entries(found).filter(([, count]) => count > 0);
    const stale = kinds.reduce((sum, [, count]) => sum + count, 0);
    if (stale === 0) return null;
    return {
      weight: stale < traded * MANY ? 0.15 : 0.5,
      message: `${whole(stale)} of ${counted(traded, 'fill')} may have been impossible: ${kinds.map(([why, count]) => `${whole(count)} on bars ${why}`).join(', ')}.`,
      suggestion: 'Look at these bars, leave illiquid times alone, or limit fills to a share of the volume.',
    };
  },
};

type Staleness = 'without volume' | 'with a single price' | 'right after a gap in the data';

function staleness({ market, measured: { fills } }: CheckInput, fill: number): Staleness | null {
  const history = market[fills.symbol[fill] as number];
  if (history === undefined) return null;
  const { bars, rows, afterGaps, hasVolume, hasRange } = history;
  const bar = fills.bar[fill] as number;
  const row = rows === null ? bar : (rows[bar] as number);
  if (row < 0) return null;
  if (hasVolume && !((bars.volume[row] as number) > 0)) return 'without volume';
  if (hasRange && bars.high[row] === bars.low[row]) return 'with a single price';
  return afterGaps[firstAbove(afterGaps, bar - 1)] === bar ? 'right after a gap in the data' : null;
}
