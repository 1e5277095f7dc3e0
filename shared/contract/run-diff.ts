import { z } from 'zod';
import { runExportSchema } from '../domain/run-export.ts';
import { numberOrNull, timeSchema } from './base.ts';

const barSchema = z.strictObject({
  time: timeSchema,
  open: numberOrNull,
  high: numberOrNull,
  low: numberOrNull,
  close: numberOrNull,
  volume: numberOrNull,
});
const fillSchema = z.strictObject(runExportSchema.shape.fills.element.shape);
const orderSchema = z.strictObject({ ...runExportSchema.shape.orders.element.shape, fills: z.array(fillSchema) });

const partingShape = {
  /** What came apart: what the strategy asked for, a refusal, the size, what was charged, the fill, or equity alone. */
  aspect: z.enum(['decision', 'refusal', 'size', 'costs', 'execution', 'account']),
  time: timeSchema,
  until: timeSchema,
};

const AREAS = [
  'engine',
  'code',
  'parameter',
  'data',
  'instrument',
  'capital',
  'account',
  'costs',
  'semantics',
  'seed',
  'other',
] as const;

/** Where two runs differ, and why. */
export const runDiffSchema = z.strictObject({
  isEqual: z.boolean(),
  manifest: z.array(
    z.strictObject({
      area: z.enum(AREAS),
      /** `['data', 'SP500', 'rows']`. */
      path: z.array(z.string()),
      /** JSON of the value; null where a manifest has none. */
      a: z.string().nullable(),
      b: z.string().nullable(),
    }),
  ),
  /** Changed lines of the strategy; null where the sources differ and one of them is not at hand. */
  source: z
    .array(
      z.strictObject({
        startA: z.int(),
        startB: z.int(),
        lines: z.array(z.strictObject({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })),
      }),
    )
    .nullable(),
  data: z.array(
    z.strictObject({
      symbol: z.string(),
      /** The first bar that differs; null where the bars are no longer at hand. */
      first: z
        .strictObject({
          time: timeSchema,
          felt: timeSchema,
          in: z.enum(['both', 'a', 'b']),
          a: barSchema.nullable(),
          b: barSchema.nullable(),
        })
        .nullable(),
    }),
  ),
  /** The first thing that they did not do alike; null when orders, fills and equity are the same. */
  divergence: z
    .discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('order'),
        ...partingShape,
        onlyIn: z.enum(['a', 'b']).nullable(),
        fields: z.array(z.string()),
        a: orderSchema.nullable(),
        b: orderSchema.nullable(),
      }),
      z.strictObject({
        kind: z.literal('engine-fill'),
        ...partingShape,
        fields: z.array(z.string()),
        a: fillSchema.nullable(),
        b: fillSchema.nullable(),
      }),
      z.strictObject({ kind: z.literal('equity'), ...partingShape, a: numberOrNull, b: numberOrNull }),
    ])
    .nullable(),
  bars: z.array(
    z.strictObject({ symbol: z.string(), time: timeSchema, a: barSchema.nullable(), b: barSchema.nullable() }),
  ),
  /** The likeliest first. */
  causes: z.array(z.strictObject({ area: z.enum([...AREAS, 'stop', 'look-ahead', 'unknown']), reason: z.string() })),
  metrics: z.array(
    z.strictObject({ id: z.string(), unit: z.string(), a: numberOrNull, b: numberOrNull, difference: numberOrNull }),
  ),
});
export type RunDifference = z.infer<typeof runDiffSchema>;
