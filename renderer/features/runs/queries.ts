import type { Job } from '#shared/contract/job.ts';
import type { RunDetail, RunTerms } from '#shared/contract/run.ts';
import type { StrategyRef } from '#shared/contract/strategies.ts';
import { client } from '../../app/api/client.ts';
import { answerOf, hostApi } from '../../app/store/host-api.ts';
import { keepAnsweredJob } from '../../app/store/jobs-slice.ts';

export type RunFilter = Parameters<typeof client.runs.list>[0];
type RunPage = Awaited<ReturnType<typeof client.runs.list>>;
type RunFacets = Awaited<ReturnType<typeof client.runs.facets>>;
type RunPeriods = Awaited<ReturnType<typeof client.runs.periods>>;
type RunDiff = Awaited<ReturnType<typeof client.runs.compare>>;
type Annotation = Parameters<typeof client.runs.annotate>[0];
type Library = Awaited<ReturnType<typeof client.strategies.templates>>;
type Description = Awaited<ReturnType<typeof client.strategies.describe>>;
export type RunProofs = Awaited<ReturnType<typeof client.runs.proofs>>;
type RunBar = Awaited<ReturnType<typeof client.runs.bar>>;
type TradeWithFills = Awaited<ReturnType<typeof client.runs.trade>>;

const runsApi = hostApi.injectEndpoints({
  endpoints: (build) => ({
    runs: build.query<RunPage, RunFilter>({
      queryFn: (filter) => answerOf(client.runs.list(filter)),
      providesTags: ['runs'],
    }),
    runFacets: build.query<RunFacets, void>({
      queryFn: () => answerOf(client.runs.facets()),
      providesTags: ['runs'],
    }),
    run: build.query<RunDetail, string>({
      queryFn: (run) => answerOf(client.runs.detail({ run })),
      providesTags: ['runs'],
    }),
    runPeriods: build.query<RunPeriods, string>({
      queryFn: (run) => answerOf(client.runs.periods({ run })),
    }),
    trade: build.query<TradeWithFills, { run: string; trade: number }>({
      queryFn: (which) => answerOf(client.runs.trade(which)),
    }),
    runProofs: build.query<RunProofs, string>({
      queryFn: (run) => answerOf(client.runs.proofs({ run })),
      providesTags: ['runs'],
    }),
    runBar: build.query<RunBar, { run: string; symbol: string; row: number }>({
      queryFn: (which) => answerOf(client.runs.bar(which)),
    }),
    runDiff: build.query<RunDiff, { run: string; other: string }>({
      queryFn: (pair) => answerOf(client.runs.compare(pair)),
    }),
    annotateRun: build.mutation<{ tags: string[]; note: string }, Annotation>({
      queryFn: (annotation) => answerOf(client.runs.annotate(annotation)),
      invalidatesTags: ['runs'],
    }),
    deleteRun: build.mutation<object, string>({
      queryFn: (run) => answerOf(client.runs.delete({ run })),
      invalidatesTags: ['runs'],
    }),
    startRun: build.mutation<Job, RunTerms>({
      queryFn: (terms) => answerOf(client.runs.start(terms)),
      onQueryStarted: keepAnsweredJob,
    }),
    verifyRun: build.mutation<Job, string>({
      queryFn: (run) => answerOf(client.runs.verify({ run })),
      onQueryStarted: keepAnsweredJob,
    }),
    proveRun: build.mutation<Job, string>({
      queryFn: (run) => answerOf(client.runs.prove({ run })),
      onQueryStarted: keepAnsweredJob,
    }),
    library: build.query<Library, void>({
      queryFn: () => answerOf(client.strategies.templates()),
      providesTags: ['strategies'],
    }),
    strategy: build.query<Description, StrategyRef>({
      queryFn: (strategy) => answerOf(client.strategies.describe({ strategy })),
    }),
  }),
});

export const {
  useRunsQuery,
  useRunFacetsQuery,
  useRunQuery,
  useRunPeriodsQuery,
  useTradeQuery,
  useRunProofsQuery,
  useRunBarQuery,
  useRunDiffQuery,
  useAnnotateRunMutation,
  useDeleteRunMutation,
  useStartRunMutation,
  useVerifyRunMutation,
  useProveRunMutation,
  useLibraryQuery,
  useStrategyQuery,
} = runsApi;
