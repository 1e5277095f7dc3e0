import type { LookAheadProof } from '#shared/domain/proof.ts';
import type { BarIndex, Ms } from '#shared/domain/units.ts';
import { bisect, sampleCuts } from './cuts.ts';
import { type Comparison, type Difference, firstDifference } from './deeds.ts';
import { type Future, withFuture } from './other-bars.ts';
import type { RepeatedRun, Repetition } from './repeated-run.ts';

const FUTURES: readonly Future[] = ['left-out', 'rise', 'fall'];

interface Shown {
  difference: Difference;
  cut: BarIndex;
  future: Future;
}

/**
 * Repeats a run on bars that end at a cut, and on bars that go on with other prices from there: whatever the strategy did
 * before must stay the same. At the first cut where it doesn't, the place where that begins is narrowed down.
 * @param whole the run on all bars
 * @param range bars that may be cut at
 */
export function proveLookAhead(
  run: RepeatedRun,
  whole: Repetition,
  range: { first: BarIndex; end: BarIndex },
  terms: { cuts: number; random: () => number } & Comparison,
): LookAheadProof {
  const { deeds } = whole;
  const timeOf = (bar: BarIndex) => deeds.time[bar] as Ms;
  let comparisons = 0;
  const look = (cut: BarIndex, future: Future): Shown | null => {
    const rates = future === 'left-out' ? run.rates?.map((rate) => rate?.subarray(0, cut) ?? null) : run.rates;
    const other = run.on(withFuture(run.series, timeOf(cut), future), rates).deeds;
    // A strategy may ask for more bars than a cut leaves it; with as many as before it has no such excuse.
    if (future === 'left-out' && other.threwAt === -1) return null;
    comparisons++;
    const sharesOpen = terms.sharesOpen && future === 'fall';
    const difference = firstDifference(deeds, other, cut, { keepsPrices: terms.keepsPrices, sharesOpen });
    return difference && { difference, cut, future };
  };
  const cuts = sampleCuts(deeds.orders.bar, range, terms.cuts, terms.random);
  let clean = range.first - 1;
  for (const cut of cuts) {
    for (const future of FUTURES) {
      const shown = look(cut, future);
      if (shown === null) continue;
      return found(
        bisect(clean, cut, shown, (place) => look(place, future)),
        timeOf,
      );
    }
    clean = cut;
  }
  if (comparisons === 0) return { verdict: 'undecided', reason: 'no-comparison' };
  return { verdict: 'clean', cuts: cuts.length };
}

function found({ difference, cut, future }: Shown, timeOf: (bar: BarIndex) => Ms): LookAheadProof {
  return {
    verdict: 'found',
    ...difference,
    time: timeOf(difference.bar),
    cut,
    cutTime: timeOf(cut),
    future: future === 'left-out' ? 'left-out' : 'other-prices',
    line: null,
  };
}
