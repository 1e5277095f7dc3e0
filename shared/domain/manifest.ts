import { z } from 'zod';
import { accountSchema } from './account.ts';
import { costsSchema } from './costs.ts';
import { instrumentSchema } from './instrument.ts';
import { TIMEFRAMES, type Timeframe } from './timeframe.ts';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 is 64 hexadecimal digits');
const timeframeSchema = z.enum(Object.keys(TIMEFRAMES) as [Timeframe, ...Timeframe[]]);

export const paramValueSchema = z.union([z.number(), z.boolean(), z.string().max(200)]);
export type ParamValue = z.infer<typeof paramValueSchema>;

/** Fill rules that a run can be made under. */
export const SEMANTICS = ['hindcast-1', 'backtesting.py', 'tradingview', 'vectorbt'] as const;
export type SemanticsId = (typeof SEMANTICS)[number];

/**
 * Everything that a run's result depends on. The same manifest gives the same result, in any process and on
 * any machine; `manifestId` is the SHA-256 of its canonical JSON.
 */
export const manifestSchema = z.strictObject({
  schema: z.literal(1),
  /** Version of the engine's rules and numbers; raised by every change that can alter a result. */
  engine: z.number().int().positive(),
  strategy: z.strictObject({ sha256: sha256Schema }),
  /** Every declared parameter with the value it ran with. */
  params: z.record(z.string(), paramValueSchema),
  data: z
    .array(
      z.strictObject({
        symbol: z.string(),
        timeframe: timeframeSchema,
        source: z.string(),
        /** Of exactly the bars that the run saw. */
        sha256: sha256Schema,
        rows: z.number().int().positive(),
        firstTime: z.number(),
        lastTime: z.number(),
        instrument: instrumentSchema,
      }),
    )
    .min(1),
  cash: z.number().positive(),
  account: accountSchema,
  costs: costsSchema,
  semantics: z.enum(SEMANTICS),
  seed: z.number().int().nonnegative(),
});
export type Manifest = z.infer<typeof manifestSchema>;
