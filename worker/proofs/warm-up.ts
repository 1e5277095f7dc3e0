import type { WarmUpProof } from '#shared/domain/proof.ts';
import type { BarIndex, Ms } from '#shared/domain/units.ts';
import { firstOrderApart } from './deeds.ts';
import { withoutPast } from './other-bars.ts';
import type { RepeatedRun, Repetition } from './repeated-run.ts';

/** Shares of the bars that are left out at the beginning. */
const DROPPED = [0.05, 0.1, 0.15, 0.2];

/**
 * Repeats a run on bars that begin later: in the later half of the bars, both long warmed up, it must send the same orders.
 * @param range bars that runs may begin at
 */
export function proveWarmUp(
  run: RepeatedRun,
  { deeds }: Repetition,
  range: { first: BarIndex; end: BarIndex },
): WarmUpProof {
  const { time } = deeds;
  const settled = time[time.length >> 1] as Ms;
  const starts = DROPPED.map((share) => Math.floor(time.length * share)).filter(
    (start) => start >= 1 && start < range.end,
  );
  let compared = 0;
  for (const dropped of starts) {
    const series = withoutPast(run.series, time[dropped] as Ms);
    const rates = run.rates?.map((rate) => rate?.subarray(dropped) ?? null);
    const later = run.on(series, rates);
    if (
      later.deeds.threwAt !== null ||
      (later.deeds.time[later.firstTradableBar] ?? Number.POSITIVE_INFINITY) >= settled
    )
      continue;
    compared++;
    const difference = firstOrderApart(deeds, later.deeds, settled);
    if (difference !== null) return { verdict: 'found', ...difference, time: time[difference.bar] as Ms, dropped };
  }
  return compared === 0 ? { verdict: 'undecided', reason: 'no-comparison' } : { verdict: 'clean', starts: compared };
}
