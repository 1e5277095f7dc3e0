import { z } from 'zod';
import { instrumentSchema } from '../domain/instrument.ts';
import { sessionSchema } from '../domain/session.ts';
import {
  countSchema,
  numberOrNull,
  procedure,
  rowSchema,
  seriesIdSchema,
  timeframeSchema,
  timeSchema,
  viewportShape,
} from './base.ts';
import { apiErrorSchema } from './errors.ts';
import { badRowSchema, jobSchema } from './job.ts';
import { barSchema, barViewportSchema } from './viewport.ts';

/** The largest file that may be uploaded, bytes. */
export const LARGEST_UPLOAD = 4 * 1024 ** 3;

/** Where a field of a price file can stand. */
export const IMPORT_FIELDS = ['date', 'time', 'open', 'high', 'low', 'close', 'volume', 'symbol'] as const;
export const IMPORT_DATE_FORMATS = [
  'YYYYMMDD',
  'epoch-s',
  'epoch-ms',
  'epoch-us',
  'epoch-ns',
  'YYYY-MM-DD',
  'DD-MM-YYYY',
  'MM-DD-YYYY',
  'Mon-D-YYYY',
  'D-Mon-YYYY',
] as const;
export const IMPORT_DELIMITERS = [',', ';', '\t', '|'] as const;

export const seriesSchema = z.strictObject({
  id: seriesIdSchema,
  symbol: z.string(),
  timeframe: timeframeSchema,
  source: z.string(),
  rows: countSchema,
  firstTime: timeSchema,
  lastTime: timeSchema,
  /** SHA-256 over the bars alone. */
  hash: z.string(),
  /** One price a bar. */
  closeOnly: z.boolean(),
  instrument: instrumentSchema,
  updatedAt: timeSchema,
  /** Kept by a run on a bare file. */
  isSnapshot: z.boolean(),
  /** On the disk. */
  bytes: countSchema,
  /** Holes that the market's hours don't explain; null until they were counted, which `system.changes` tells. */
  gaps: countSchema.nullable(),
});
export type Series = z.infer<typeof seriesSchema>;

const oneSeries = z.strictObject({ series: seriesIdSchema });

/** A stretch without bars that the market's hours don't explain. */
export const gapSchema = z.strictObject({
  /** The first bar behind it. */
  row: rowSchema,
  /** Opening times of the bars on both sides. */
  from: timeSchema,
  to: timeSchema,
});

/** One day (or month, in long series) of the gap map. */
export const coverageCellSchema = z.strictObject({
  /** Its beginning, UTC. */
  time: timeSchema,
  bars: countSchema,
  /** Gaps that end in it. */
  gaps: countSchema,
});

/** What is known of the bars of a series: its lowest low, its highest high, closes; returns from close to close. */
export const seriesStatisticsSchema = z.strictObject({
  low: numberOrNull,
  high: numberOrNull,
  firstClose: numberOrNull,
  lastClose: numberOrNull,
  /** Smallest and largest return of a bar, as a fraction, and where. */
  worst: z.strictObject({ row: rowSchema, value: z.number() }).nullable(),
  best: z.strictObject({ row: rowSchema, value: z.number() }).nullable(),
  /** Bars without volume, and bars whose four prices are one. */
  withoutVolume: countSchema,
  flat: countSchema,
  /** Usual distance between two bars, ms. */
  medianStep: z.number().nullable(),
});

const columnChoice = z.partialRecord(z.enum(IMPORT_FIELDS), z.union([z.string().max(200), z.int().min(1).max(10_000)]));

/** How a price file is to be read; what isn't said is detected. */
export const importOptionsSchema = z.strictObject({
  symbol: z.string().min(1).max(40).exactOptional(),
  timeframe: timeframeSchema.exactOptional(),
  format: z.enum(['csv', 'jsonl', 'parquet']).exactOptional(),
  delimiter: z.enum(IMPORT_DELIMITERS).exactOptional(),
  /** By name or number of the column, from 1. */
  columns: columnChoice.exactOptional(),
  noHeader: z.boolean().exactOptional(),
  dateFormat: z.enum(IMPORT_DATE_FORMATS).exactOptional(),
  timezone: z.string().max(60).exactOptional(),
  decimal: z.enum(['.', ',']).exactOptional(),
  /** File inside a ZIP archive. */
  entry: z.string().max(400).exactOptional(),
  skipBad: z.boolean().exactOptional(),
  instrument: z
    .strictObject({
      quoteCurrency: z.string().max(10).exactOptional(),
      tickSize: z.number().nonnegative().exactOptional(),
      lotStep: z.number().nonnegative().exactOptional(),
      multiplier: z.number().positive().exactOptional(),
      session: sessionSchema.exactOptional(),
      delisted: z.boolean().exactOptional(),
    })
    .exactOptional(),
});
export type ImportTerms = z.input<typeof importOptionsSchema>;

export const uploadIdSchema = z.string().regex(/^[0-9a-f]{32}$/, 'an id of an upload is 32 hexadecimal digits');

/** A file that the host has received and keeps until it is imported or discarded. */
export const uploadSchema = z.strictObject({ upload: uploadIdSchema, name: z.string(), bytes: countSchema });
export type Upload = z.infer<typeof uploadSchema>;

/** What an import of a file would read, from its first rows. */
export const importPreviewSchema = z.strictObject({
  name: z.string(),
  bytes: countSchema,
  /** All its columns in their order: their names, or `#3` without a header. */
  columns: z.array(z.string()),
  /** The first rows as they stand in the file. */
  rows: z.array(z.strictObject({ line: z.int(), cells: z.array(z.string()) })),
  /** Why it can't be read as it is: say more in the options. Null where it can. */
  problem: apiErrorSchema.nullable(),
  /** How it would be read; null where there is a problem. */
  dialect: z
    .strictObject({
      format: z.enum(['csv', 'jsonl', 'parquet']),
      packing: z.enum(['none', 'gzip', 'zip']),
      delimiter: z.enum(IMPORT_DELIMITERS).nullable(),
      hasHeader: z.boolean(),
      /** Column of each field that was found. */
      columns: z.partialRecord(z.enum(IMPORT_FIELDS), z.string()),
      dateFormat: z.enum(IMPORT_DATE_FORMATS),
      timezone: z.string(),
      decimal: z.enum(['.', ',']),
      order: z.enum(['ascending', 'descending']),
      closeOnly: z.boolean(),
      /** What a person should know: columns not used, lines skipped … */
      notes: z.array(z.string()),
    })
    .nullable(),
  /** The symbols, with the timeframe that the distance of their bars tells; null while that isn't clear. */
  series: z.array(
    z.strictObject({
      symbol: z.string(),
      timeframe: timeframeSchema.nullable(),
      firstTime: timeSchema,
      rows: countSchema,
    }),
  ),
  /** Of the rows that were looked at. */
  goodRows: countSchema,
  badRowCount: countSchema,
  badRows: z.array(badRowSchema),
  /** The whole file was looked at. */
  isWhole: z.boolean(),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

const uploadInput = z.strictObject({ upload: uploadIdSchema, options: importOptionsSchema.prefault({}) });

export const market = {
  list: procedure
    .route({ method: 'GET', path: '/series', tags: ['market'], summary: 'All series' })
    .input(z.strictObject({ snapshots: z.boolean().default(false) }).prefault({}))
    .output(z.array(seriesSchema)),
  detail: procedure
    .route({
      method: 'GET',
      path: '/series/{series}',
      tags: ['market'],
      summary: 'One series with its statistics and gaps',
    })
    .input(oneSeries)
    .output(
      z.strictObject({
        series: seriesSchema,
        statistics: seriesStatisticsSchema,
        /** The longest gaps, 200 at most, in the order of time. */
        gaps: z.array(gapSchema),
        coverage: z.strictObject({ unit: z.enum(['day', 'month']), cells: z.array(coverageCellSchema) }),
        /** Stored runs that read this series. */
        runs: countSchema,
      }),
    ),
  viewport: procedure
    .route({ method: 'GET', path: '/series/{series}/viewport', tags: ['market'], summary: 'Bars for a chart' })
    .input(z.strictObject({ series: seriesIdSchema, ...viewportShape }))
    .output(barViewportSchema),
  bar: procedure
    .route({ method: 'GET', path: '/series/{series}/bars/{row}', tags: ['market'], summary: 'One bar' })
    .input(z.strictObject({ series: seriesIdSchema, row: rowSchema }))
    .output(barSchema),
  /** The last bar that opened at or before a time; the first one for earlier times. */
  rowAt: procedure
    .route({ method: 'GET', path: '/series/{series}/row-at', tags: ['market'], summary: 'The bar of a time' })
    .input(z.strictObject({ series: seriesIdSchema, time: timeSchema }))
    .output(z.strictObject({ row: rowSchema })),
  preview: procedure
    .route({
      method: 'POST',
      path: '/imports/preview',
      tags: ['market'],
      summary: 'How an uploaded file would be read',
    })
    .input(uploadInput)
    .output(importPreviewSchema),
  import: procedure
    .route({ method: 'POST', path: '/imports', tags: ['market'], summary: 'Import an uploaded file' })
    .input(uploadInput)
    .output(jobSchema),
  /** Throws an upload away that isn't going to be imported. */
  discardUpload: procedure
    .route({ method: 'DELETE', path: '/uploads/{upload}', tags: ['market'], summary: 'Discard an uploaded file' })
    .input(z.strictObject({ upload: uploadIdSchema }))
    .output(z.strictObject({})),
  /** Imports the data that ship with Hindcast. */
  installSamples: procedure
    .route({ method: 'POST', path: '/samples', tags: ['market'], summary: 'Add the sample data' })
    .output(z.array(jobSchema)),
  /** Can be undone with `restore` for a day. */
  delete: procedure
    .route({ method: 'DELETE', path: '/series/{series}', tags: ['market'], summary: 'Delete a series' })
    .input(oneSeries)
    .output(z.strictObject({ deleted: z.int() })),
  restore: procedure
    .route({ method: 'POST', path: '/deleted-series/{deleted}/restore', tags: ['market'], summary: 'Undo a deletion' })
    .input(z.strictObject({ deleted: z.int() }))
    .output(z.strictObject({ series: seriesIdSchema })),
};
