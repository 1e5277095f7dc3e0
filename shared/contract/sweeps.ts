import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { paramValueSchema } from '../domain/manifest.ts';
import { METRIC_CATALOG, type MetricId } from '../domain/metric-catalog.ts';
import { searchSpaceSchema } from '../domain/search-space.ts';
import { countSchema, numberOrNull, pageShape, procedure, runIdSchema, seriesIdSchema, timeSchema } from './base.ts';
import { apiErrorSchema } from './errors.ts';
import { jobSchema } from './job.ts';
import { trialsSchema } from './research.ts';
import { runMetricUnitSchema, runTermsSchema } from './run.ts';

export const SEARCH_METHODS = ['grid', 'random', 'latin-hypercube', 'tpe', 'genetic'] as const;
export type SearchMethodName = (typeof SEARCH_METHODS)[number];

/** The most runs of one sweep, by the way it searches: those that learn keep what they have seen in memory. */
export const MOST_RUNS: Readonly<Record<SearchMethodName, number>> = {
  grid: 1_000_000,
  random: 1_000_000,
  'latin-hypercube': 100_000,
  tpe: 10_000,
  genetic: 100_000,
};

const metricSchema = z.enum(Object.keys(METRIC_CATALOG) as [MetricId, ...MetricId[]]);

/** Those that a strategy of signals gives without walking its bars: asking for others costs time. */
export const QUICK_METRICS = [
  'finalEquity',
  'totalReturn',
  'maxDrawdown',
  'sharpe',
  'trades',
  'winRate',
  'profitFactor',
  'exposure',
] as const satisfies readonly MetricId[];

export const objectiveSchema = z.strictObject({
  metric: metricSchema,
  /** Drawdowns are negative: the shallowest is the maximum. */
  goal: z.enum(['maximum', 'minimum']).default('maximum'),
});
export type Objective = z.output<typeof objectiveSchema>;

/** How a sweep looks for parameters, and what it keeps of each run. */
export const searchTermsSchema = z.strictObject({
  space: searchSpaceSchema,
  method: z.enum(SEARCH_METHODS).default('grid'),
  /** Runs to make; by default every place of a grid, otherwise 1,000 or every place if there are fewer. */
  budget: z.int().min(1).max(MOST_RUNS.grid).exactOptional(),
  /** Seed of the search; that of the runs is `seed`. */
  searchSeed: z.int().nonnegative().default(0),
  /** The first one ranks; `genetic` weighs all of them, `tpe` takes one. */
  objectives: z
    .array(objectiveSchema)
    .min(1)
    .max(3)
    .default([{ metric: 'sharpe', goal: 'maximum' }]),
  /** What is kept of each run, beside the objectives and the Sharpe ratio. */
  metrics: z
    .array(metricSchema)
    .max(20)
    .default([...QUICK_METRICS]),
});

/** A run, of which some parameters take many values; `params` holds values of the others. */
export const sweepTermsSchema = z.strictObject({ ...runTermsSchema.shape, ...searchTermsSchema.shape });
export type SweepTerms = z.input<typeof sweepTermsSchema>;

/**
 * `waiting`: not begun. `stopped`: cancelled, or its process ended; what it has found is kept, and it can go on.
 * A sweep whose job is paused is `running`.
 */
export const SWEEP_STATUSES = ['waiting', 'running', 'done', 'failed', 'stopped'] as const;
export type SweepStatus = (typeof SWEEP_STATUSES)[number];

export const sweepIdSchema = z.string().regex(/^([0-9a-f]{1,40}|last)$/, 'an id of a sweep is hexadecimal');

/** One line of the list of sweeps. */
export const sweepRowSchema = z.strictObject({
  id: z.string(),
  createdAt: timeSchema,
  finishedAt: timeSchema.nullable(),
  status: z.enum(SWEEP_STATUSES),
  strategy: z.strictObject({ name: z.string(), file: z.string() }),
  series: z.array(seriesIdSchema),
  search: z.strictObject({
    ...searchTermsSchema.shape,
    /** Runs to make, at most. */
    budget: countSchema,
    /** All that is kept of each run, in the order of the columns. */
    metrics: z.array(metricSchema),
  }),
  /** Runs that are made, and those of them that came to nothing. */
  done: countSchema,
  failed: countSchema,
  /** Why the sweep as a whole failed. */
  error: apiErrorSchema.nullable(),
});
export type SweepRow = z.output<typeof sweepRowSchema>;

/** The most results in one answer. */
export const MOST_RESULTS = 20_000;

const resultColumn = z
  .custom<Float64Array>((value) => value instanceof Float64Array && value.length <= MOST_RESULTS)
  .meta({ description: 'Numbers; null where there is none.', typedArray: 'number' });

const place = z.int().nonnegative();

/** One run of a sweep. */
export const sweepResultSchema = z.strictObject({
  /** Its number in the space: the last axis changes fastest. */
  place,
  params: z.record(z.string(), paramValueSchema),
  metrics: z.record(z.string(), numberOrNull),
});
export type SweepResult = z.infer<typeof sweepResultSchema>;

const oneSweep = z.strictObject({ sweep: sweepIdSchema });

export const sweeps = {
  /** What a sweep would take. A few runs are made to see how long they take. */
  estimate: procedure
    .route({ method: 'POST', path: '/sweep-estimate', tags: ['sweeps'], summary: 'What a sweep would take' })
    .input(sweepTermsSchema)
    .output(
      z.strictObject({
        /** Places that the constraints leave; of a space beyond a million places, its size without them. */
        places: countSchema,
        isExact: z.boolean(),
        /** Runs to make. */
        runs: countSchema,
        /** On all threads; null when no run could be timed. */
        seconds: z.number().nonnegative().nullable(),
        bytes: z.strictObject({
          /** Bars in memory, once for all threads. */
          bars: countSchema,
          /** Results on disk. */
          results: countSchema,
        }),
      }),
    ),
  start: procedure
    .route({ method: 'POST', path: '/sweeps', tags: ['sweeps'], summary: 'Sweep the parameters of a strategy' })
    .input(sweepTermsSchema)
    .output(z.strictObject({ sweep: z.string(), job: jobSchema })),
  /** Goes on with a sweep that was stopped, where it was. */
  resume: procedure
    .route({ method: 'POST', path: '/sweeps/{sweep}/resume', tags: ['sweeps'], summary: 'Go on with a stopped sweep' })
    .input(oneSweep)
    .output(jobSchema),
  list: procedure
    .route({ method: 'GET', path: '/sweeps', tags: ['sweeps'], summary: 'Sweeps, newest first' })
    .input(z.strictObject(pageShape).prefault({}))
    .output(z.strictObject({ rows: z.array(sweepRowSchema), total: countSchema })),
  get: procedure
    .route({ method: 'GET', path: '/sweeps/{sweep}', tags: ['sweeps'], summary: 'One sweep and its terms' })
    .input(oneSweep)
    .output(
      z.strictObject({
        sweep: sweepRowSchema,
        /** What all runs have in common. */
        terms: runTermsSchema.omit({ strategy: true }),
        /** What its metrics are counted in, in their order. */
        units: z.array(runMetricUnitSchema),
        /** How often its strategy was tried so far, in this sweep and elsewhere. */
        trials: trialsSchema,
      }),
    ),
  /**
   * Results in the order in which they came, from the one numbered `from` on: asking again with `next` gives what is
   * new. Columns of equal length.
   */
  results: procedure
    .route({ method: 'GET', path: '/sweeps/{sweep}/results', tags: ['sweeps'], summary: 'Results as columns' })
    .input(
      z.strictObject({
        sweep: sweepIdSchema,
        from: z.int().min(0).max(MOST_RUNS.grid).default(0),
        /** All by default. */
        metrics: z.array(metricSchema).max(25).exactOptional(),
      }),
    )
    .output(
      z.strictObject({
        from: countSchema,
        next: countSchema,
        /** Results that there are by now. */
        total: countSchema,
        places: resultColumn,
        /** NaN = undefined, or the run failed. */
        metrics: z.record(z.string(), resultColumn),
      }),
    ),
  /** The best results by one metric. Those without a value are left out; of equal ones the first in the space wins. */
  best: procedure
    .route({ method: 'GET', path: '/sweeps/{sweep}/best', tags: ['sweeps'], summary: 'The best results' })
    .input(
      z.strictObject({
        sweep: sweepIdSchema,
        /** The first objective by default. */
        metric: metricSchema.exactOptional(),
        goal: z.enum(['maximum', 'minimum']).exactOptional(),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(z.strictObject({ rows: z.array(sweepResultSchema) })),
  failures: procedure
    .route({ method: 'GET', path: '/sweeps/{sweep}/failures', tags: ['sweeps'], summary: 'Runs that failed, and why' })
    .input(z.strictObject({ sweep: sweepIdSchema, ...pageShape }))
    .output(
      z.strictObject({
        rows: z.array(z.strictObject({ place, params: z.record(z.string(), paramValueSchema), message: z.string() })),
        total: countSchema,
      }),
    ),
  /** Each sweep as it changes (or the one that was asked for, first as it is), at most four times a second. */
  watch: procedure
    .route({ method: 'GET', path: '/sweep-events', tags: ['sweeps'], summary: 'Sweeps as they change, a stream' })
    .input(z.strictObject({ sweep: sweepIdSchema.exactOptional() }))
    .output(eventIterator(sweepRowSchema)),
  delete: procedure
    .route({ method: 'DELETE', path: '/sweeps/{sweep}', tags: ['sweeps'], summary: 'Delete a sweep' })
    .input(oneSweep)
    .output(z.strictObject({})),
  /** An ordinary run with the parameters of one place. */
  open: procedure
    .route({
      method: 'POST',
      path: '/sweeps/{sweep}/places/{place}/run',
      tags: ['sweeps'],
      summary: 'Run one place in full',
    })
    .input(z.strictObject({ sweep: sweepIdSchema, place }))
    .output(jobSchema),
  /** Whether a stored run is that of a place, and says the same as the sweep to the last bit. */
  verify: procedure
    .route({
      method: 'GET',
      path: '/sweeps/{sweep}/places/{place}/runs/{run}',
      tags: ['sweeps'],
      summary: 'Compare a run with the sweep',
    })
    .input(z.strictObject({ sweep: sweepIdSchema, place, run: runIdSchema }))
    .output(
      z.strictObject({
        isVerified: z.boolean(),
        /** Made from the same strategy, bars, terms, parameters and engine. */
        isSame: z.boolean(),
        /** Metrics that differ. */
        differences: z.array(z.strictObject({ metric: metricSchema, sweep: numberOrNull, run: numberOrNull })),
      }),
    ),
};
