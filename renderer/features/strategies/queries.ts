import type { StrategyDetail, StrategyRevision, StrategyRow, StrategyTemplate } from '#shared/contract/strategy.ts';
import { client } from '../../app/api/client.ts';
import { answerOf, hostApi } from '../../app/store/host-api.ts';

type Calls = typeof client.strategies;
export type StrategyFilter = Parameters<Calls['list']>[0];
export type StrategyPage = Awaited<ReturnType<Calls['list']>>;
export type NewStrategy = Parameters<Calls['create']>[0];
export type StrategyChange = Parameters<Calls['update']>[0];
type Commit = Parameters<Calls['commit']>[0];
type Restore = Parameters<Calls['restore']>[0];
type Diff = Awaited<ReturnType<Calls['diff']>>;
type Revisions = { rows: StrategyRevision[]; total: number };

/** The most revisions that a history lists. */
const MOST_REVISIONS = 200;

const strategiesApi = hostApi.injectEndpoints({
  endpoints: (build) => ({
    strategies: build.query<StrategyPage, StrategyFilter>({
      queryFn: (filter) => answerOf(client.strategies.list(filter)),
      providesTags: ['strategies', 'runs'],
    }),
    templates: build.query<StrategyTemplate[], void>({
      queryFn: () => answerOf(client.strategies.templates()),
    }),
    /** The text of what was closed is of no use: it is asked for again. */
    openStrategy: build.query<StrategyDetail, string>({
      queryFn: (strategy) => answerOf(client.strategies.get({ strategy })),
      providesTags: ['strategies'],
      keepUnusedDataFor: 0,
    }),
    revisions: build.query<Revisions, string>({
      queryFn: (strategy) => answerOf(client.strategies.revisions({ strategy, limit: MOST_REVISIONS })),
      providesTags: ['strategies'],
    }),
    strategyDiff: build.query<Diff, { strategy: string; before: string; after: string }>({
      queryFn: (sides) => answerOf(client.strategies.diff(sides)),
      providesTags: ['strategies'],
      keepUnusedDataFor: 0,
    }),
    createStrategy: build.mutation<StrategyDetail, NewStrategy>({
      queryFn: (beginning) => answerOf(client.strategies.create(beginning)),
      invalidatesTags: ['strategies'],
    }),
    commitRevision: build.mutation<StrategyDetail, Commit>({
      queryFn: (commit) => answerOf(client.strategies.commit(commit)),
      invalidatesTags: ['strategies'],
    }),
    restoreRevision: build.mutation<StrategyDetail, Restore>({
      queryFn: (which) => answerOf(client.strategies.restore(which)),
      invalidatesTags: ['strategies'],
    }),
    updateStrategy: build.mutation<StrategyRow, StrategyChange>({
      queryFn: (change) => answerOf(client.strategies.update(change)),
      invalidatesTags: ['strategies'],
    }),
    duplicateStrategy: build.mutation<StrategyDetail, string>({
      queryFn: (strategy) => answerOf(client.strategies.duplicate({ strategy })),
      invalidatesTags: ['strategies'],
    }),
    deleteStrategy: build.mutation<object, string>({
      queryFn: (strategy) => answerOf(client.strategies.delete({ strategy })),
      invalidatesTags: ['strategies'],
    }),
    undeleteStrategy: build.mutation<StrategyDetail, string>({
      queryFn: (strategy) => answerOf(client.strategies.undelete({ strategy })),
      invalidatesTags: ['strategies'],
    }),
    createBranch: build.mutation<StrategyDetail, { strategy: string; name: string; from?: string }>({
      queryFn: (branch) => answerOf(client.strategies.createBranch(branch)),
      invalidatesTags: ['strategies'],
    }),
    switchBranch: build.mutation<StrategyDetail, { strategy: string; branch: string }>({
      queryFn: (which) => answerOf(client.strategies.switchBranch(which)),
      invalidatesTags: ['strategies'],
    }),
  }),
});

export const {
  useStrategiesQuery,
  useTemplatesQuery,
  useOpenStrategyQuery,
  useRevisionsQuery,
  useStrategyDiffQuery,
  useCreateStrategyMutation,
  useCommitRevisionMutation,
  useRestoreRevisionMutation,
  useUpdateStrategyMutation,
  useDuplicateStrategyMutation,
  useDeleteStrategyMutation,
  useUndeleteStrategyMutation,
  useCreateBranchMutation,
  useSwitchBranchMutation,
} = strategiesApi;
