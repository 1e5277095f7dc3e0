import { z } from 'zod';
import { proofsSchema } from '../domain/proof.ts';
import { EXIT_REASONS, ORDER_ROLES, ORDER_STATUSES, ORDER_TYPES, SIDES } from '../domain/run-result.ts';
import {
  countSchema,
  numberOrNull,
  pageShape,
  procedure,
  rowSchema,
  runIdSchema,
  timeSchema,
  viewportShape,
} from './base.ts';
import { jobSchema } from './job.ts';
import {
  fillSchema,
  orderSchema,
  RUN_STATUSES,
  runDetailSchema,
  runRowSchema,
  runTermsSchema,
  tradeSchema,
} from './run.ts';
import { runDiffSchema } from './run-diff.ts';
import { float64Schema, int32Schema } from './typed-arrays.ts';
import { barSchema, barViewportSchema, equityViewportSchema, linesViewportSchema } from './viewport.ts';

const oneRun = z.strictObject({ run: runIdSchema });
const symbol = z.string().max(40);
const tag = z.string().trim().min(1).max(40);
const direction = z.enum(['ascending', 'descending']).default('ascending');

export const TRADE_COLUMNS = [
  'trade',
  'symbol',
  'side',
  'qty',
  'entryTime',
  'entryPrice',
  'exitTime',
  'exitPrice',
  'bars',
  'pnl',
  'returnPct',
  'commission',
  'favourable',
  'adverse',
  'exitReason',
] as const;
export const ORDER_COLUMNS = [
  'id',
  'symbol',
  'side',
  'type',
  'role',
  'status',
  'placedTime',
  'endTime',
  'qty',
] as const;

/** The most fills that are drawn one by one; beyond, they are counted. */
export const MOST_GLYPHS = 300;

/** Fills between two rows, one by one. Columns of equal length. */
const fillMarkersSchema = z.strictObject({
  kind: z.literal('fills'),
  row: int32Schema,
  fill: int32Schema,
  /** Trade that it opened or closed; −1 where there is none. */
  trade: int32Schema,
  /** 1 bought, −1 sold. */
  side: int32Schema,
  /** 1 where it closed a trade. */
  isExit: int32Schema,
  price: float64Schema,
  qty: float64Schema,
  /** Net profit of the trades that it closed; NaN for an entry. */
  pnl: float64Schema,
});

/** How many fills there are, where they are too many. */
const markerCountsSchema = z.strictObject({
  kind: z.literal('counts'),
  firstRow: int32Schema,
  rows: int32Schema,
  bought: int32Schema,
  sold: int32Schema,
  /** Net profit of the trades closed in the bucket. */
  pnl: float64Schema,
});

const periodSchema = z.strictObject({
  year: z.int(),
  /** From 1; null for a whole year. */
  month: z.int().min(1).max(12).nullable(),
  value: numberOrNull,
  benchmark: numberOrNull,
});

/** A series that the strategy made in `setup`, or compared in `signals`. */
const runLineSchema = z.strictObject({
  /** As the strategy calls it, or how it was made: `fast`, `bands.upper`, `sma(close, 10)`. */
  name: z.string(),
  /** Null: its values are prices. Lines with the same pane are of a kind: `rsi`. */
  pane: z.string().nullable(),
  /** Lowest and highest of all its values; null where it has none. */
  min: numberOrNull,
  max: numberOrNull,
});
export type RunLine = z.infer<typeof runLineSchema>;

export const runs = {
  list: procedure
    .route({ method: 'GET', path: '/runs', tags: ['runs'], summary: 'Runs, newest first' })
    .input(
      z
        .strictObject({
          ...pageShape,
          /** Found in the strategy's name or file, the symbols, the id or the note. */
          text: z.string().max(200).exactOptional(),
          tag: tag.exactOptional(),
          strategy: z.string().max(200).exactOptional(),
          statuses: z.array(z.enum(RUN_STATUSES)).max(RUN_STATUSES.length).exactOptional(),
        })
        .prefault({}),
    )
    .output(
      z.strictObject({
        rows: z.array(runRowSchema),
        total: countSchema,
        /** Ids of runs on the page that are damaged and can't be shown. */
        damaged: z.array(z.string()),
      }),
    ),
  /** Tags and names of strategies that runs have, with the number of their runs. */
  facets: procedure
    .route({ method: 'GET', path: '/run-facets', tags: ['runs'], summary: 'What runs can be filtered by' })
    .output(
      z.strictObject({
        tags: z.array(z.strictObject({ tag: z.string(), runs: countSchema })),
        strategies: z.array(z.strictObject({ name: z.string(), runs: countSchema })),
      }),
    ),
  detail: procedure
    .route({ method: 'GET', path: '/runs/{run}', tags: ['runs'], summary: 'One run' })
    .input(oneRun)
    .output(runDetailSchema),
  start: procedure
    .route({ method: 'POST', path: '/runs', tags: ['runs'], summary: 'Run a strategy' })
    .input(runTermsSchema)
    .output(jobSchema),
  verify: procedure
    .route({ method: 'POST', path: '/runs/{run}/verify', tags: ['runs'], summary: 'Run it again and compare' })
    .input(oneRun)
    .output(jobSchema),
  /** What repeating it on other bars has shown. */
  proofs: procedure
    .route({ method: 'GET', path: '/runs/{run}/proofs', tags: ['runs'], summary: 'Whether it looks ahead' })
    .input(oneRun)
    .output(
      z.discriminatedUnion('state', [
        z.strictObject({ state: z.literal('not-asked') }),
        z.strictObject({ state: z.literal('running') }),
        z.strictObject({ state: z.literal('proven'), provenAt: timeSchema, ...proofsSchema.shape }),
      ]),
    ),
  prove: procedure
    .route({ method: 'POST', path: '/runs/{run}/proofs', tags: ['runs'], summary: 'Repeat it on other bars' })
    .input(oneRun)
    .output(jobSchema),
  /** What isn't given stays as it is. */
  annotate: procedure
    .route({ method: 'PATCH', path: '/runs/{run}', tags: ['runs'], summary: 'Set tags and note' })
    .input(
      z.strictObject({
        run: runIdSchema,
        tags: z.array(tag).max(20).exactOptional(),
        note: z.string().max(10_000).exactOptional(),
      }),
    )
    .output(z.strictObject({ tags: z.array(z.string()), note: z.string() })),
  delete: procedure
    .route({ method: 'DELETE', path: '/runs/{run}', tags: ['runs'], summary: 'Delete a run' })
    .input(oneRun)
    .output(z.strictObject({})),
  trades: procedure
    .route({ method: 'GET', path: '/runs/{run}/trades', tags: ['runs'], summary: 'A page of trades' })
    .input(
      z.strictObject({
        run: runIdSchema,
        ...pageShape,
        sort: z.enum(TRADE_COLUMNS).default('trade'),
        direction,
        symbol: symbol.exactOptional(),
        side: z.enum(['long', 'short']).exactOptional(),
        outcome: z.enum(['won', 'lost']).exactOptional(),
        exitReason: z.enum(EXIT_REASONS).exactOptional(),
        /** Takes the page that has this trade, whatever `offset` says; if it is filtered out, the page of `offset`. */
        including: rowSchema.exactOptional(),
      }),
    )
    .output(z.strictObject({ rows: z.array(tradeSchema), total: countSchema, offset: countSchema })),
  /** One trade with its fills: why, when and at which price. */
  trade: procedure
    .route({ method: 'GET', path: '/runs/{run}/trades/{trade}', tags: ['runs'], summary: 'Why a trade was filled' })
    .input(z.strictObject({ run: runIdSchema, trade: rowSchema }))
    .output(z.strictObject({ trade: tradeSchema, entry: fillSchema, exit: fillSchema.nullable() })),
  orders: procedure
    .route({ method: 'GET', path: '/runs/{run}/orders', tags: ['runs'], summary: 'A page of orders' })
    .input(
      z.strictObject({
        run: runIdSchema,
        ...pageShape,
        sort: z.enum(ORDER_COLUMNS).default('id'),
        direction,
        symbol: symbol.exactOptional(),
        side: z.enum(SIDES).exactOptional(),
        type: z.enum(ORDER_TYPES).exactOptional(),
        role: z.enum(ORDER_ROLES).exactOptional(),
        status: z.enum(ORDER_STATUSES).exactOptional(),
      }),
    )
    .output(z.strictObject({ rows: z.array(orderSchema), total: countSchema, offset: countSchema })),
  fill: procedure
    .route({ method: 'GET', path: '/runs/{run}/fills/{fill}', tags: ['runs'], summary: 'Why a fill happened' })
    .input(z.strictObject({ run: runIdSchema, fill: rowSchema }))
    .output(fillSchema),
  log: procedure
    .route({ method: 'GET', path: '/runs/{run}/log', tags: ['runs'], summary: 'A page of what the strategy wrote' })
    .input(z.strictObject({ run: runIdSchema, ...pageShape }))
    .output(
      z.strictObject({
        rows: z.array(z.strictObject({ bar: rowSchema, time: timeSchema, text: z.string() })),
        total: countSchema,
      }),
    ),
  /** Returns of months and years, UTC, each beside that of buying and holding. */
  periods: procedure
    .route({ method: 'GET', path: '/runs/{run}/periods', tags: ['runs'], summary: 'Returns of months and years' })
    .input(oneRun)
    .output(z.strictObject({ months: z.array(periodSchema), years: z.array(periodSchema) })),
  /** Rows are bars of the run's clock, as everywhere in a run. */
  equityViewport: procedure
    .route({ method: 'GET', path: '/runs/{run}/equity', tags: ['runs'], summary: 'Equity and drawdown for a chart' })
    .input(z.strictObject({ run: runIdSchema, ...viewportShape }))
    .output(equityViewportSchema),
  /** The bars of one symbol as the run saw them. */
  barViewport: procedure
    .route({ method: 'GET', path: '/runs/{run}/bars', tags: ['runs'], summary: 'Bars of a run for a chart' })
    .input(z.strictObject({ run: runIdSchema, symbol: symbol.exactOptional(), ...viewportShape }))
    .output(barViewportSchema),
  /** The series that the strategy worked with on one symbol, evaluated again where nobody looked at them lately. */
  lines: procedure
    .route({ method: 'GET', path: '/runs/{run}/lines', tags: ['runs'], summary: 'What the strategy looked at' })
    .input(z.strictObject({ run: runIdSchema, symbol: symbol.exactOptional() }))
    .output(
      z.strictObject({
        symbol: z.string(),
        lines: z.array(runLineSchema),
        /** Series of the strategy beyond the most that are shown. */
        leftOut: countSchema,
      }),
    ),
  linesViewport: procedure
    .route({ method: 'GET', path: '/runs/{run}/lines/viewport', tags: ['runs'], summary: 'Lines of a run for a chart' })
    .input(z.strictObject({ run: runIdSchema, symbol: symbol.exactOptional(), ...viewportShape }))
    .output(linesViewportSchema),
  bar: procedure
    .route({
      method: 'GET',
      path: '/runs/{run}/bars/{row}',
      tags: ['runs'],
      summary: 'One bar of a run, and its equity',
    })
    .input(z.strictObject({ run: runIdSchema, symbol: symbol.exactOptional(), row: rowSchema }))
    .output(z.strictObject({ bar: barSchema, equity: numberOrNull, benchmark: numberOrNull, drawdown: numberOrNull })),
  rowAt: procedure
    .route({ method: 'GET', path: '/runs/{run}/row-at', tags: ['runs'], summary: 'The bar of a time' })
    .input(z.strictObject({ run: runIdSchema, time: timeSchema }))
    .output(z.strictObject({ row: rowSchema })),
  markers: procedure
    .route({ method: 'GET', path: '/runs/{run}/markers', tags: ['runs'], summary: 'Fills for a chart' })
    .input(z.strictObject({ run: runIdSchema, symbol: symbol.exactOptional(), ...viewportShape }))
    .output(z.discriminatedUnion('kind', [fillMarkersSchema, markerCountsSchema])),
  compare: procedure
    .route({
      method: 'GET',
      path: '/runs/{run}/compare/{other}',
      tags: ['runs'],
      summary: 'Where two runs part, and why',
    })
    .input(z.strictObject({ run: runIdSchema, other: runIdSchema }))
    .output(runDiffSchema),
  /** The HTML report, the trades as CSV, or everything as JSON. */
  export: procedure
    .route({ method: 'GET', path: '/runs/{run}/export/{format}', tags: ['runs'], summary: 'A run as a file' })
    .input(z.strictObject({ run: runIdSchema, format: z.enum(['html', 'csv', 'json']) }))
    .output(z.file()),
};
