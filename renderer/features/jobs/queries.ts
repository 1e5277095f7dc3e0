import type { Job } from '#shared/contract/job.ts';
import { client } from '../../app/api/client.ts';
import { answerOf, hostApi } from '../../app/store/host-api.ts';
import { jobsAnswered, keepAnsweredJob } from '../../app/store/jobs-slice.ts';

type JobPage = Awaited<ReturnType<typeof client.jobs.list>>;

const jobsApi = hostApi.injectEndpoints({
  endpoints: (build) => ({
    /** The newest jobs of earlier days, too; they join those that were told of. */
    jobs: build.query<JobPage, void>({
      queryFn: () => answerOf(client.jobs.list({ limit: 100 })),
      async onQueryStarted(_, { dispatch, queryFulfilled }) {
        const answer = await queryFulfilled.catch(() => null);
        if (answer !== null) dispatch(jobsAnswered(answer.data.rows));
      },
    }),
    pauseJob: build.mutation<Job, string>({
      queryFn: (job) => answerOf(client.jobs.pause({ job })),
      onQueryStarted: keepAnsweredJob,
    }),
    resumeJob: build.mutation<Job, string>({
      queryFn: (job) => answerOf(client.jobs.resume({ job })),
      onQueryStarted: keepAnsweredJob,
    }),
    cancelJob: build.mutation<Job, string>({
      queryFn: (job) => answerOf(client.jobs.cancel({ job })),
      onQueryStarted: keepAnsweredJob,
    }),
  }),
});

export const { useJobsQuery, usePauseJobMutation, useResumeJobMutation, useCancelJobMutation } = jobsApi;
