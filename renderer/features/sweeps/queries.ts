import type { Job } from '#shared/contract/job.ts';
import type { SweepRow, SweepTerms } from '#shared/contract/sweeps.ts';
import { client } from '../../app/api/client.ts';
import { answerOf, hostApi } from '../../app/store/host-api.ts';
import { jobsAnswered, keepAnsweredJob } from '../../app/store/jobs-slice.ts';
import { keepFollowing } from '../../app/store/live.ts';

export type SweepDetail = Awaited<ReturnType<typeof client.sweeps.get>>;
export type SweepEstimate = Awaited<ReturnType<typeof client.sweeps.estimate>>;
type SweepPage = Awaited<ReturnType<typeof client.sweeps.list>>;
type Started = Awaited<ReturnType<typeof client.sweeps.start>>;
export type SweepFailures = Awaited<ReturnType<typeof client.sweeps.failures>>;

const NEWEST = 100;
const MOST_FAILURES = 500;

const sweepsApi = hostApi.injectEndpoints({
  endpoints: (build) => ({
    /** The newest sweeps; those that go on are kept as fresh as the host tells of them. */
    sweeps: build.query<SweepPage, void>({
      queryFn: () => answerOf(client.sweeps.list({ limit: NEWEST })),
      providesTags: ['sweeps'],
      async onCacheEntryAdded(_, { cacheDataLoaded, cacheEntryRemoved, updateCachedData, dispatch }) {
        const loaded = await cacheDataLoaded.catch(() => null);
        if (loaded === null) return;
        const ending = new AbortController();
        void keepFollowing(
          async (onConnected) => {
            const changes = await client.sweeps.watch({}, { signal: ending.signal });
            onConnected();
            // What happened before is not told of.
            dispatch(sweepsApi.util.invalidateTags(['sweeps']));
            for await (const row of changes) {
              updateCachedData((page) => withRow(page, row));
              // Trials are counted as it ends; and an answer that was on its way may be older than what was told.
              if (row.status !== 'running') dispatch(sweepsApi.util.invalidateTags(['sweeps']));
            }
          },
          () => {},
          ending.signal,
        );
        await cacheEntryRemoved;
        ending.abort();
      },
    }),
    sweep: build.query<SweepDetail, string>({
      queryFn: (sweep) => answerOf(client.sweeps.get({ sweep })),
      providesTags: ['sweeps', 'runs'],
    }),
    sweepFailures: build.query<SweepFailures, { sweep: string; failed: number }>({
      queryFn: ({ sweep }) => answerOf(client.sweeps.failures({ sweep, limit: MOST_FAILURES })),
    }),
    sweepEstimate: build.query<SweepEstimate, SweepTerms>({
      queryFn: (terms, { signal }) => answerOf(client.sweeps.estimate(terms, { signal })),
      keepUnusedDataFor: 0,
    }),
    startSweep: build.mutation<Started, SweepTerms>({
      queryFn: (terms) => answerOf(client.sweeps.start(terms)),
      invalidatesTags: ['sweeps'],
      async onQueryStarted(_, { dispatch, queryFulfilled }) {
        const answer = await queryFulfilled.catch(() => null);
        if (answer !== null) dispatch(jobsAnswered([answer.data.job]));
      },
    }),
    resumeSweep: build.mutation<Job, string>({
      queryFn: (sweep) => answerOf(client.sweeps.resume({ sweep })),
      onQueryStarted: keepAnsweredJob,
    }),
    deleteSweep: build.mutation<object, string>({
      queryFn: (sweep) => answerOf(client.sweeps.delete({ sweep })),
      invalidatesTags: ['sweeps'],
    }),
    openPlace: build.mutation<Job, { sweep: string; place: number }>({
      queryFn: (which) => answerOf(client.sweeps.open(which)),
      onQueryStarted: keepAnsweredJob,
    }),
  }),
});

export const {
  useSweepsQuery,
  useSweepQuery,
  useSweepFailuresQuery,
  useSweepEstimateQuery,
  useStartSweepMutation,
  useResumeSweepMutation,
  useDeleteSweepMutation,
  useOpenPlaceMutation,
} = sweepsApi;

function withRow(page: SweepPage, row: SweepRow): SweepPage {
  const isKnown = page.rows.some(({ id }) => id === row.id);
  if (!isKnown) return { rows: [row, ...page.rows], total: page.total + 1 };
  return { ...page, rows: page.rows.map((known) => (known.id === row.id ? row : known)) };
}
