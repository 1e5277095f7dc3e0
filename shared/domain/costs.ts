import { z } from 'zod';

/** What a broker charges for one fill. Percent models take a fraction of the traded value: 0.001 = 0.1 %. */
export const commissionSchema = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('none') }),
  z.strictObject({ model: z.literal('percent'), fraction: z.number().min(0).max(0.5) }),
  z.strictObject({ model: z.literal('fixed'), amount: z.number().min(0) }),
  z.strictObject({
    model: z.literal('fixed-plus-percent'),
    amount: z.number().min(0),
    fraction: z.number().min(0).max(0.5),
  }),
]);
export type CommissionSpec = z.infer<typeof commissionSchema>;

/** Distance between bid and ask; a fill that takes liquidity pays half of it. */
export const spreadSchema = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('none') }),
  z.strictObject({ model: z.literal('percent'), fraction: z.number().min(0).max(0.5) }),
  z.strictObject({ model: z.literal('fixed'), points: z.number().min(0) }),
]);
export type SpreadSpec = z.infer<typeof spreadSchema>;

/** How much worse than the reference price a market or stop fill is. */
export const slippageSchema = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('none') }),
  z.strictObject({ model: z.literal('percent'), fraction: z.number().min(0).max(0.5) }),
  z.strictObject({ model: z.literal('ticks'), ticks: z.number().min(0) }),
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
