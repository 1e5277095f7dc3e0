import { z } from 'zod';
import { accountSchema } from './account.ts';
import { corporateActionSchema } from './corporate-action.ts';
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

/** A series that a run read: which one, and exactly which bars of it. */
const usedSeriesSchema = z.strictObject({
  symbol: z.string(),
  timeframe: timeframeSchema,
  source: z.string(),
  /** Of exactly the bars that the run saw. */
  sha256: sha256Schema,
  rows: z.number().int().positive(),
  firstTime: z.number(),
  lastTime: z.number(),
});
export type UsedSeries = z.infer<typeof usedSeriesSchema>;

/** One symbol of a run. What isn't used has no key, so that manifests from before there was such a thing keep their ids. */
const tradedSeriesSchema = z.strictObject({
  ...usedSeriesSchema.shape,
  instrument: instrumentSchema,
  /** Its last bar is the last that was ever traded. */
  delisted: z.literal(true).exactOptional(),
  actions: z.array(corporateActionSchema).min(1).exactOptional(),
  /** Shorter bars, which show what happened inside the bars. */
  finer: usedSeriesSchema.exactOptional(),
  /** Its closes are distances between bid and ask, in price points. */
  spread: usedSeriesSchema.exactOptional(),
  /** Its closes are funding rates. */
  funding: usedSeriesSchema.exactOptional(),
});
export type TradedSeries = z.infer<typeof tradedSeriesSchema>;

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
  data: z.array(tradedSeriesSchema).min(1),
  /** Rates of exchange between the account's currency and those of the symbols. */
  fx: z.array(usedSeriesSchema).min(1).exactOptional(),
  cash: z.number().positive(),
  /** Manifests from before there were terms mean a cash account. */
  account: accountSchema.prefault({}),
  costs: costsSchema,
  semantics: z.enum(SEMANTICS),
  seed: z.number().int().nonnegative(),
});
export type Manifest = z.infer<typeof manifestSchema>;
