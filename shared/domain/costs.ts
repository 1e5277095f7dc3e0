import { z } from 'zod';

/** A fraction of a value or of a price: 0.001 = 0.1 %. */
const fraction = z.number().min(0, 'a percentage is 0% or more').max(0.5, 'a percentage is at most 50%');
const money = z.number().min(0, 'an amount of money is 0 or more');

/** Part of a fill's traded value and what it is charged; `upTo` is the value at which it ends, null = never. */
const tierSchema = z.strictObject({
  upTo: z.number().positive('a tier ends above 0').nullable(),
  fraction,
});
export type CommissionTier = z.infer<typeof tierSchema>;

const tiersSchema = z
  .array(tierSchema)
  .min(1, 'there is no tier')
  .max(20, 'there are at most 20 tiers')
  .refine(isLadder, 'each tier ends above the one before it, and the last one alone has no end');

function isLadder(tiers: readonly CommissionTier[]): boolean {
  return tiers.every(({ upTo }, i) =>
    i === tiers.length - 1 ? upTo === null : upTo !== null && upTo > (tiers[i - 1]?.upTo ?? 0),
  );
}

/**
 * What a broker charges for one fill. Percent models take a fraction of the traded value; amounts are in the quote
 * currency. A maker's fraction may be negative: some exchanges pay for liquidity.
 */
export const commissionSchema = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('none') }),
  z.strictObject({ model: z.literal('percent'), fraction }),
  z.strictObject({ model: z.literal('fixed'), amount: money }),
  z.strictObject({ model: z.literal('fixed-plus-percent'), amount: money, fraction }),
  z.strictObject({
    model: z.literal('per-share'),
    /** Money for each share, contract or coin. */
    perUnit: money,
    minimum: money.exactOptional(),
    /** The most, as a fraction of the traded value; it outdoes the minimum. */
    maximumFraction: fraction.exactOptional(),
  }),
  z
    .strictObject({
      model: z.literal('tiered'),
      tiers: tiersSchema,
      minimum: money.exactOptional(),
      maximum: money.exactOptional(),
    })
    .refine(({ minimum = 0, maximum = Number.POSITIVE_INFINITY }) => minimum <= maximum, {
      error: 'the minimum lies above the maximum',
    }),
  z.strictObject({
    model: z.literal('maker-taker'),
    maker: z.number().min(-0.01, 'a rebate is at most 1%').max(0.5, 'a percentage is at most 50%'),
    taker: fraction,
  }),
]);
export type CommissionSpec = z.infer<typeof commissionSchema>;

/** Distance between bid and ask; a fill that takes liquidity pays half of it. */
export const spreadSchema = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('none') }),
  z.strictObject({ model: z.literal('percent'), fraction }),
  z.strictObject({ model: z.literal('fixed'), points: z.number().min(0, 'a spread is 0 points or more') }),
  /** As it was quoted at each bar, from a series that comes with the bars. */
  z.strictObject({ model: z.literal('series') }),
]);
export type SpreadSpec = z.infer<typeof spreadSchema>;

/** How much worse than the reference price a market or stop fill is. */
export const slippageSchema = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('none') }),
  z.strictObject({ model: z.literal('percent'), fraction }),
  z.strictObject({ model: z.literal('ticks'), ticks: z.number().min(0, 'slippage is 0 ticks or more') }),
  z.strictObject({
    model: z.literal('volume-share'),
    /** What a fill as large as all the bar's volume moves the price by, as a fraction of it. */
    priceImpact: fraction,
    /** The largest share of the bar's volume that a fill counts as; 1 when it isn't given. */
    volumeLimit: z
      .number()
      .positive('a share of the volume is more than 0%')
      .max(1, 'a share of the volume is at most 100%')
      .exactOptional(),
  }),
  z.strictObject({
    model: z.literal('volatility'),
    /** Of the usual range of a bar. */
    fraction: z.number().min(0, 'a percentage is 0% or more').max(10, 'slippage is at most 1000% of the usual range'),
  }),
]);
export type SlippageSpec = z.infer<typeof slippageSchema>;

export const costsSchema = z.strictObject({
  commission: commissionSchema,
  spread: spreadSchema,
  slippage: slippageSchema,
});
export type CostsSpec = z.infer<typeof costsSchema>;

export const NO_COSTS: CostsSpec = {
  commission: { model: 'none' },
  spread: { model: 'none' },
  slippage: { model: 'none' },
};
