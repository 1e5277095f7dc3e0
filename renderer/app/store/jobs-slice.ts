import { createEntityAdapter, createSelector, createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { Job, JobState } from '#shared/contract/job.ts';
import { connectionChanged, isOutOfReach } from './connection-slice.ts';

/** A job as the window knows it. */
export interface KnownJob extends Job {
  /** The host went out of reach while it was under way: what has become of it isn't known. */
  isUnknown?: true;
}

const jobs = createEntityAdapter<KnownJob>({
  sortComparer: (a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1),
});
const OVER: readonly JobState[] = ['done', 'failed', 'cancelled', 'interrupted'];

/** The jobs that the host told of since the window opened, newest first. */
export const jobsSlice = createSlice({
  name: 'jobs',
  initialState: jobs.getInitialState(),
  reducers: {
    jobChanged: (state, { payload }: PayloadAction<Job>) => void jobs.setOne(state, payload),
    /** Answers come by another way than changes, and may be older: they add what isn't known, and change nothing else. */
    jobsAnswered(state, { payload }: PayloadAction<readonly Job[]>) {
      jobs.setMany(
        state,
        payload.filter(({ id }) => state.entities[id] === undefined || state.entities[id].isUnknown === true),
      );
    },
  },
  extraReducers: (build) =>
    build.addCase(connectionChanged, (state, { payload }) => {
      if (!isOutOfReach(payload)) return;
      for (const job of Object.values(state.entities)) if (!isOver(job)) job.isUnknown = true;
    }),
});
export const { jobChanged, jobsAnswered } = jobsSlice.actions;

type WithJobs = { jobs: ReturnType<typeof jobsSlice.reducer> };
const selectors = jobs.getSelectors((state: WithJobs) => state.jobs);

export const selectJobs = selectors.selectAll;
export const selectJob = selectors.selectById;

/** Jobs that aren't over. */
export const selectActiveJobs = createSelector([selectJobs], (all) => all.filter((job) => !isOver(job)));

/** True once a job will not go on by itself. */
export function isOver({ state }: Pick<Job, 'state'>): boolean {
  return OVER.includes(state);
}

/** What a mutation knows of the store and of its answer, as far as a job in it is concerned. */
interface JobAnswer {
  dispatch: (action: ReturnType<typeof jobsAnswered>) => unknown;
  queryFulfilled: Promise<{ data: Job }>;
}

/** Keeps the job that a mutation answers with, which may come before the stream tells of it. */
export async function keepAnsweredJob(_: unknown, { dispatch, queryFulfilled }: JobAnswer): Promise<void> {
  const answer = await queryFulfilled.catch(() => null);
  if (answer !== null) dispatch(jobsAnswered([answer.data]));
}
