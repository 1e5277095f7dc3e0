import { z } from 'zod';
import { CHECK_IDS, CHECK_SEVERITIES } from './checks.ts';
import { manifestSchema } from './manifest.ts';
import {
  CASH_FLOW_KINDS,
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
  /** Reasons to trust the result less, the weightiest first. */
  checks: z.array(
    z.object({
      id: z.enum(CHECK_IDS),
      severity: z.enum(CHECK_SEVERITIES),
      weight: z.number(),
      message: z.string(),
      suggestion: z.string(),
    }),
  ),
  /** Bars inside which the order of events can't be known, and final equity if each goes against the run or its way. */
  ambiguity: z.object({ bars: index, pessimistic: numberOrNull, optimistic: numberOrNull }),
  /** How far a run without trades got; null for any other. */
  funnel: z
    .object({
      bars: index,
      barsAfterWarmUp: index,
      conditions: z.array(
        z.object({
          label: z.string(),
          line: index.nullable(),
          evaluated: index,
          seen: index,
          /** Place in this list of the condition that this one is an operand of. */
          within: index.nullable(),
        }),
      ),
      sent: index,
      accepted: index,
      filled: index,
      unfilled: z.array(
        z.object({
          status: z.enum(ORDER_STATUSES).exclude(['filled']),
          reason: z.string().nullable(),
          count: index,
          firstIndex: index,
          firstTime: z.number(),
        }),
      ),
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
      /** Best and worst open profit while it was open. */
      favourable: z.number(),
      adverse: z.number(),
      exitReason: z.enum(EXIT_REASONS),
      forced: z.boolean(),
      /** Places in `fills`; null where it is listed without one because it is still open. */
      entryFill: index,
      exitFill: index.nullable(),
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
      /** Units of it that were filled. */
      filled: z.number(),
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
      /** Account money for a unit of the quote currency, in which all the amounts of the fill are. */
      rate: z.number(),
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
  /** Money that moved without a fill; `symbol` is null for the account as a whole. */
  cashFlows: z.array(
    z.object({
      index,
      time: z.number(),
      symbol: z.string().nullable(),
      kind: z.enum(CASH_FLOW_KINDS),
      /** In the account's currency; negative = paid. */
      amount: z.number(),
    }),
  ),
  log: z.array(z.object({ index, time: z.number(), text: z.string() })),
  equity: z.object({ time: z.array(z.number()), value: z.array(z.number()) }),
});
export type RunExport = z.infer<typeof runExportSchema>;
