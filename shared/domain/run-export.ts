import { z } from 'zod';
import { manifestSchema } from './manifest.ts';
import {
  EXIT_REASONS,
  FILL_RULES,
  ORDER_ROLES,
  ORDER_STATUSES,
  ORDER_TYPES,
  PATH_SEGMENTS,
  SIDES,
} from './run-result.ts';

/** NaN and the infinities have no JSON: they are written as null. */
const numberOrNull = z.number().nullable();
const index = z.number().int();

/**
 * The public JSON of a run, `schema: 1`. Times are ms since 1970 UTC; indexes are bars of the run's clock, from
 * 0; `returnPct` is a fraction (0.05 = 5 %), as in backtesting.py's trade list. Fields may be added; none is
 * removed or changes its meaning without a new schema number.
 */
export const runExportSchema = z.object({
  schema: z.literal(1),
  /** Null for a run that was not stored. */
  runId: z.string().nullable(),
  manifestId: z.string(),
  resultHash: z.string(),
  semantics: z.string(),
  manifest: manifestSchema,
  strategy: z.object({ name: z.string(), file: z.string() }),
  /** Number of bars on the run's clock. */
  bars: index,
  firstTradableIndex: index,
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  failure: z
    .object({
      code: z.string(),
      message: z.string(),
      index,
      time: z.number(),
      line: index.nullable(),
      column: index.nullable(),
    })
    .nullable(),
  metrics: z.record(z.string(), z.object({ value: numberOrNull, unit: z.string(), convention: z.string() })),
  trades: z.array(
    z.object({
      symbol: z.string(),
      side: z.enum(['long', 'short']),
      qty: z.number(),
      entryIndex: index,
      entryTime: z.number(),
      entryPrice: z.number(),
      exitIndex: index,
      exitTime: z.number(),
      exitPrice: z.number(),
      pnl: z.number(),
      returnPct: z.number(),
      commission: z.number(),
      exitReason: z.enum(EXIT_REASONS),
      forced: z.boolean(),
    }),
  ),
  orders: z.array(
    z.object({
      id: index,
      symbol: z.string(),
      side: z.enum(SIDES),
      type: z.enum(ORDER_TYPES),
      role: z.enum(ORDER_ROLES),
      status: z.enum(ORDER_STATUSES),
      parentId: index.nullable(),
      placedIndex: index,
      placedTime: z.number(),
      endIndex: index.nullable(),
      endTime: numberOrNull,
      qty: numberOrNull,
      limit: numberOrNull,
      stop: numberOrNull,
      reason: z.string().nullable(),
      tag: z.string().nullable(),
    }),
  ),
  fills: z.array(
    z.object({
      orderId: index.nullable(),
      symbol: z.string(),
      side: z.enum(SIDES),
      index,
      time: z.number(),
      qty: z.number(),
      price: z.number(),
      reference: z.number(),
      spread: z.number(),
      slippage: z.number(),
      commission: z.number(),
      rule: z.enum(FILL_RULES),
      segment: z.enum(PATH_SEGMENTS),
      /** The bar on which it happened. */
      open: numberOrNull,
      high: numberOrNull,
      low: numberOrNull,
      close: numberOrNull,
      ambiguous: z.boolean(),
      /** The fill in one sentence. */
      why: z.string(),
    }),
  ),
  log: z.array(z.object({ index, time: z.number(), text: z.string() })),
  equity: z.object({ time: z.array(z.number()), value: z.array(z.number()) }),
});
export type RunExport = z.infer<typeof runExportSchema>;
