import { z } from 'zod';
import { accountSchema } from '../domain/account.ts';
import { CHECK_IDS, CHECK_SEVERITIES } from '../domain/checks.ts';
import { corporateActionSchema } from '../domain/corporate-action.ts';
import { costsSchema, NO_COSTS } from '../domain/costs.ts';
import { manifestSchema, paramValueSchema, SEMANTICS } from '../domain/manifest.ts';
import { runExportSchema } from '../domain/run-export.ts';
import { countSchema, numberOrNull, rowSchema, seriesIdSchema, timeframeSchema, timeSchema } from './base.ts';
import { apiErrorSchema } from './errors.ts';
import { strategyRefSchema } from './strategies.ts';

export const RUN_STATUSES = ['running', 'done', 'failed', 'cancelled'] as const;

/** What a person asks for when running a strategy. What isn't said takes its default. */
export const runTermsSchema = z.strictObject({
  strategy: strategyRefSchema,
  /** Values that differ from the declared defaults. */
  params: z.record(z.string().max(80), paramValueSchema).default({}),
  /** The first one is the series that `data.close` means. */
  series: z.array(seriesIdSchema).min(1).max(200),
  /** First and last bar by opening time, both included. */
  from: timeSchema.exactOptional(),
  to: timeSchema.exactOptional(),
  cash: z.number().positive().max(1e15).default(100_000),
  costs: costsSchema.default(NO_COSTS),
  account: accountSchema.prefault({}),
  semantics: z.enum(SEMANTICS).default('hindcast-1'),
  seed: z.int().nonnegative().default(0),
  /** Pairs such as EURUSD, for symbols that aren't quoted in the account's currency. */
  fx: z.array(seriesIdSchema).max(50).exactOptional(),
  /** Shorter bars that show what happened inside the bars. */
  finer: z.union([z.literal('stored'), z.array(seriesIdSchema).max(200)]).default('stored'),
  /** By symbol. */
  spreads: z.record(z.string().max(40), seriesIdSchema).exactOptional(),
  funding: z.record(z.string().max(40), seriesIdSchema).exactOptional(),
  actions: z.record(z.string().max(40), z.array(corporateActionSchema).max(10_000)).exactOptional(),
});
export type RunTerms = z.input<typeof runTermsSchema>;

export const runMetricUnitSchema = z.enum(['fraction', 'ratio', 'money', 'count', 'days', 'bars']);

const metricSchema = z.strictObject({
  value: numberOrNull,
  unit: runMetricUnitSchema,
  convention: z.string(),
});
export type RunMetric = z.infer<typeof metricSchema>;

const failureSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  bar: rowSchema,
  time: timeSchema,
  line: z.int().nullable(),
  column: z.int().nullable(),
});

/** One line of the list of runs. */
export const runRowSchema = z.strictObject({
  id: z.string(),
  createdAt: timeSchema,
  finishedAt: timeSchema.nullable(),
  status: z.enum(RUN_STATUSES),
  strategy: z.strictObject({ name: z.string(), file: z.string(), sha256: z.string() }),
  params: z.record(z.string(), paramValueSchema),
  series: z.array(
    z.strictObject({
      id: seriesIdSchema,
      symbol: z.string(),
      timeframe: timeframeSchema,
      firstTime: timeSchema,
      lastTime: timeSchema,
    }),
  ),
  semantics: z.enum(SEMANTICS),
  currency: z.string(),
  /** Null while there is no result. */
  summary: z
    .strictObject({
      bars: countSchema,
      trades: countSchema,
      /** Those of the list: total return, CAGR, Sharpe, drawdown, profit factor, win rate. */
      totalReturn: numberOrNull,
      cagr: numberOrNull,
      sharpe: numberOrNull,
      maxDrawdown: numberOrNull,
      profitFactor: numberOrNull,
      winRate: numberOrNull,
      warnings: countSchema,
    })
    .nullable(),
  failure: failureSchema.nullable(),
  /** Why there is no result. */
  error: apiErrorSchema.nullable(),
  tags: z.array(z.string()),
  hasNote: z.boolean(),
});
export type RunRow = z.infer<typeof runRowSchema>;

export const checkFindingSchema = z.strictObject({
  id: z.enum(CHECK_IDS),
  severity: z.enum(CHECK_SEVERITIES),
  /** How much less to trust the result: 0 = not at all less, 1 = it says nothing. */
  weight: z.number(),
  message: z.string(),
  suggestion: z.string(),
});

/** Everything about a run but its tables and columns. */
export const runDetailSchema = z.strictObject({
  run: runRowSchema,
  note: z.string(),
  manifestId: z.string(),
  manifest: manifestSchema,
  resultHash: z.string().nullable(),
  /** Null where there is no result that can be read. */
  result: z
    .strictObject({
      symbols: z.array(z.string()),
      bars: countSchema,
      firstTime: timeSchema,
      lastTime: timeSchema,
      /** First bar on which the strategy was called: everything before is warm-up. */
      firstTradableBar: rowSchema,
      barsInMarket: countSchema,
      metrics: z.record(z.string(), metricSchema),
      warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })),
      /** The weightiest first. */
      checks: z.array(checkFindingSchema),
      /** Bars inside which the order of events can't be known, and final equity if each goes against the run or its way. */
      ambiguity: z.strictObject({ bars: countSchema, pessimistic: numberOrNull, optimistic: numberOrNull }),
      /** How far a run without trades got. */
      funnel: runExportSchema.shape.funnel,
      costs: z.strictObject({
        commission: z.number(),
        spread: z.number(),
        slippage: z.number(),
        shareOfGrossProfit: numberOrNull,
      }),
      /** Rows of its tables. */
      counts: z.strictObject({ trades: countSchema, orders: countSchema, fills: countSchema, log: countSchema }),
    })
    .nullable(),
});
export type RunDetail = z.infer<typeof runDetailSchema>;

export const tradeSchema = z.strictObject({
  /** Its number, in the order of exits, from 0. */
  trade: rowSchema,
  ...runExportSchema.shape.trades.element.shape,
});
export type Trade = z.infer<typeof tradeSchema>;

export const orderSchema = z.strictObject(runExportSchema.shape.orders.element.shape);
export type Order = z.infer<typeof orderSchema>;

export const fillSchema = z.strictObject({ fill: rowSchema, ...runExportSchema.shape.fills.element.shape });
export type Fill = z.infer<typeof fillSchema>;
