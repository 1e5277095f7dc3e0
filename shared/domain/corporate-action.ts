import { z } from 'zod';

/** What a company does that changes what its shares are worth without a trade. `time`: ms since 1970 UTC. */
export const corporateActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('split'),
    time: z.number(),
    /** New shares for each old one: 2 for a two-for-one split, 0.1 for a one-for-ten reverse split. */
    ratio: z.number().positive(),
  }),
  z.strictObject({
    kind: z.literal('dividend'),
    time: z.number(),
    /** For one share, in the quote currency. */
    amount: z.number().positive(),
  }),
]);
export type CorporateAction = z.infer<typeof corporateActionSchema>;
