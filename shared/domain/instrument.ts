import { z } from 'zod';
import { sessionSchema } from './session.ts';

const SYMBOL_LENGTH = 'a symbol has 1 to 40 characters';

/** A symbol as people type it: visible characters, no spaces, no path separators. */
export const symbolSchema = z
  .string()
  .min(1, SYMBOL_LENGTH)
  .max(40, SYMBOL_LENGTH)
  .regex(/^[^\s/\\,:]*$/u, 'a symbol has no spaces, commas, colons or slashes');

/** What can be traded and in which steps. Defaults describe a US stock or index traded in whole units. */
export const instrumentSchema = z.strictObject({
  symbol: symbolSchema,
  /** ISO 4217 code, or a crypto code such as USDT. */
  quoteCurrency: z
    .string()
    .regex(/^[A-Z0-9]{3,10}$/, 'a currency is 3 to 10 capital letters')
    .default('USD'),
  /** Smallest price step; 0 = any price. */
  tickSize: z.number().nonnegative().default(0),
  /** Smallest quantity step; sizes are floored to it. 0 = any fraction. */
  lotStep: z.number().nonnegative().default(1),
  /** Money per point of price and unit (futures); 1 for shares, crypto and spot currency. */
  multiplier: z.number().positive().default(1),
  /** When it is traded; round the clock in UTC where nothing is said. */
  session: sessionSchema.exactOptional(),
  /** It is no longer traded: after its last bar nothing can be held or ordered. */
  delisted: z.boolean().exactOptional(),
});
export type Instrument = z.infer<typeof instrumentSchema>;

/** What someone says about an instrument: the rest stays as it is known, or takes its default. */
export type InstrumentTerms = z.input<typeof instrumentSchema>;
