import { z } from 'zod';

/** What two runs can differ in: an order, a fill, a line of the log, or that the strategy threw. */
export const DEED_KINDS = ['order', 'fill', 'log', 'failure'] as const;
export type DeedKind = (typeof DEED_KINDS)[number];

/** Why nothing could be shown. */
export const UNDECIDED_REASONS = ['too-few-bars', 'no-orders', 'failed', 'no-comparison'] as const;
export type UndecidedReason = (typeof UNDECIDED_REASONS)[number];

const differenceShape = {
  /** The first bar, on the run's clock, on which the strategy did something else. */
  bar: z.int().nonnegative(),
  time: z.number(),
  what: z.enum(DEED_KINDS),
  /** What one of the runs did there and the other didn't: `buy market SPY`. */
  deed: z.string(),
  /** Whether it was the run on all bars that did it. */
  isOwn: z.boolean(),
};

const undecided = z.strictObject({ verdict: z.literal('undecided'), reason: z.enum(UNDECIDED_REASONS) });

/** Whether a strategy did the same before a cut, whatever came behind it. */
export const lookAheadProofSchema = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('clean'), cuts: z.int().positive() }),
  z.strictObject({
    verdict: z.literal('found'),
    ...differenceShape,
    /** First of the bars that were left out or given other prices. */
    cut: z.int().positive(),
    cutTime: z.number(),
    /** What was done to the bars from the cut on. */
    future: z.enum(['left-out', 'other-prices']),
    /** Where the text of the strategy is suspicious, from 1; null where nothing in it is. */
    line: z.int().positive().nullable(),
  }),
  undecided,
]);
export type LookAheadProof = z.infer<typeof lookAheadProofSchema>;

/** Whether a strategy sent the same orders in the later half of the bars with less history before them. */
export const warmUpProofSchema = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('clean'), starts: z.int().positive() }),
  z.strictObject({
    verdict: z.literal('found'),
    ...differenceShape,
    /** Bars left out at the beginning. */
    dropped: z.int().positive(),
  }),
  undecided,
]);
export type WarmUpProof = z.infer<typeof warmUpProofSchema>;

/** What was shown about a run by repeating it on other bars. */
export const proofsSchema = z.strictObject({ lookAhead: lookAheadProofSchema, warmUp: warmUpProofSchema });
export type Proofs = z.infer<typeof proofsSchema>;
