import { z } from 'zod';

/** In which order open units are matched with the units that close them. */
export const MATCHINGS = ['fifo', 'lifo', 'average'] as const;
export type Matching = (typeof MATCHINGS)[number];

const yearlyRate = z.number().min(-1).max(10);

/** The terms of the trading account. Rates are fractions a year (0.05 = 5 %) on a year of 365 days. */
export const accountSchema = z.strictObject({
  /** What the account is held in; null = the quote currency of the first symbol. */
  currency: z
    .string()
    .regex(/^[A-Z0-9]{3,10}$/, 'a currency is 3 to 10 capital letters')
    .nullable()
    .default(null),
  /** What may be held against equity when a position grows: 1 = no borrowing, 2 = twice the equity. */
  leverage: z.number().min(1).max(1_000).default(1),
  /** Below this share of what is held, equity brings a margin call; 0 = never. */
  maintenanceMargin: z.number().min(0).max(1).default(0),
  /** Paid on the value of what is sold short. */
  borrowRate: yearlyRate.default(0),
  /** Earned on cash, and paid where cash is negative. */
  cashRate: yearlyRate.default(0),
  debitRate: yearlyRate.default(0),
  matching: z.enum(MATCHINGS).default('fifo'),
  /** The most of a bar's volume that the run's orders may trade, as a fraction; null = no limit. */
  participation: z.number().positive().max(1).nullable().default(null),
  /** Orders that the account can't bear are cut to what it can, instead of being rejected. */
  reduceToFit: z.boolean().default(false),
  /** The most entries in one direction that may be open in a symbol; null = as the semantics say. */
  pyramiding: z.number().int().positive().nullable().default(null),
  /** Market orders meet the next bar's open, or the close of the bar on which they are sent (optimistic). */
  timing: z.enum(['open', 'close']).default('open'),
  /** Long and short of one symbol are held beside each other instead of closing each other. */
  hedging: z.boolean().default(false),
  /**
   * What distances of stop-losses, take-profits and trailing stops are measured from: the price of the fill, or the
   * close of its bar; null = as the semantics say.
   */
  distanceFrom: z.enum(['fill', 'entry-close']).nullable().default(null),
  /** Positions still open when the data ends are closed; null = as the semantics say. */
  closeAtEnd: z.boolean().nullable().default(null),
});
export type AccountSpec = z.infer<typeof accountSchema>;

/** What someone says about an account: the rest takes its default. */
export type AccountTerms = z.input<typeof accountSchema>;

/** Cash, no borrowing, first in, first out. */
export const CASH_ACCOUNT: AccountSpec = accountSchema.parse({});
