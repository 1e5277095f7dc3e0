import { createEntityAdapter, createSelector, createSlice } from '@reduxjs/toolkit';
import type { Job, JobState } from '#shared/contract/job.ts';

const jobs = createEntityAdapter<Job>({ sortComparer: (a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1) });
const OVER: readonly JobState[] = ['done', 'failed', 'cancelled', 'interrupted'];

/** The jobs that the host told of since the window opened, newest first. */
export const jobsSlice = createSlice({
  name: 'jobs',
  initialState: jobs.getInitialState(),
  reducers: {
    jobChanged: jobs.upsertOne,
    jobsLoaded: jobs.upsertMany,
  },
});
export const { jobChanged, jobsLoaded } = jobsSlice.actions;

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
