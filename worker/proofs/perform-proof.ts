import type { Proofs, UndecidedReason } from '#shared/domain/proof.ts';
import type { BarIndex } from '#shared/domain/units.ts';
import { mulberry32 } from '../engine/random.ts';
import type { ProofTask, RunSeries } from '../task.ts';
import { FEWEST_BARS } from './cuts.ts';
import { proveLookAhead } from './look-ahead.ts';
import { type RepeatedRun, type Repetition, repeatedRun } from './repeated-run.ts';
import { proveWarmUp } from './warm-up.ts';

const MOST_CUTS = 24;
const FEWEST_CUTS = 6;
/** Bars of all symbols together that the cuts of one proof may come to: on more, there are fewer cuts. */
const BARS_CUT = 4_000_000;

/** The most runs that a proof makes, but for those that narrow down what was found. */
export const MOST_REPETITIONS = 1 + 3 * MOST_CUTS + 4;

/**
 * Shows what repeating a run on other bars can show: whether what it did depends on bars to come, and on where its bars
 * begin. The same task gives the same proofs.
 * @throws HindcastError `strategy.*` for a strategy that can't be loaded
 */
export function performProof(task: ProofTask): Proofs {
  const run = repeatedRun(task);
  const whole = run.on([...task.series], task.rates);
  const reason = obstacleTo(whole);
  if (reason !== null) return { lookAhead: { verdict: 'undecided', reason }, warmUp: { verdict: 'undecided', reason } };
  const { cuts, starts } = rangesOf(task.series, whole);
  const isShort = cuts.end - cuts.first < 2;
  return {
    lookAhead: isShort
      ? { verdict: 'undecided', reason: 'too-few-bars' }
      : proveLookAhead(run, whole, cuts, {
          cuts: cutCount(run, whole),
          random: mulberry32(task.seed),
          keepsPrices: !task.source.includes('modify'),
          sharesOpen: SIZE_KEEPING.includes(task.costs.slippage.model),
        }),
    warmUp: proveWarmUp(run, whole, starts),
  };
}

/** Slippages that don't hang on the rest of the bar, whose price could limit what can be afforded. */
const SIZE_KEEPING: readonly string[] = ['none', 'percent', 'ticks'];

function obstacleTo({ deeds, firstTradableBar }: Repetition): UndecidedReason | null {
  if (deeds.threwAt !== null) return 'failed';
  if (deeds.time.length < FEWEST_BARS || firstTradableBar >= deeds.time.length - 2) return 'too-few-bars';
  return deeds.orders.bar.length === 0 ? 'no-orders' : null;
}

/** Where bars may be cut, and where runs may begin, so that each symbol keeps some; on the run's clock. */
function rangesOf(
  series: readonly RunSeries[],
  { deeds: { time }, brokeBar }: Repetition,
): Record<'cuts' | 'starts', { first: BarIndex; end: BarIndex }> {
  const begun = Math.max(...series.map(({ bars }) => bars.time[0] ?? 0));
  const ended = Math.min(...series.map(({ bars }) => bars.time.at(-1) ?? 0));
  const barAt = (at: number) => time.findIndex((one) => one >= at);
  return {
    cuts: { first: Math.max(2, barAt(begun) + 1), end: brokeBar < 0 ? time.length : brokeBar },
    starts: { first: 1, end: barAt(ended) },
  };
}

function cutCount({ series }: RepeatedRun, { deeds }: Repetition): number {
  const affordable = Math.floor(BARS_CUT / (3 * deeds.time.length * series.length));
  return Math.min(MOST_CUTS, Math.max(FEWEST_CUTS, affordable));
}
