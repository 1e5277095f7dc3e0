import { client } from '../../../app/api/client.ts';
import { answerOf, hostApi } from '../../../app/store/host-api.ts';
import { nextOffset, PAGE, type RunPage } from './page-rows.ts';

/** What the list is narrowed to. */
export interface RunNarrowing {
  text?: string;
  tag?: string;
}

const pagesApi = hostApi.injectEndpoints({
  endpoints: (build) => ({
    runPages: build.infiniteQuery<RunPage, RunNarrowing, number>({
      queryFn: ({ queryArg, pageParam }) => answerOf(client.runs.list({ ...queryArg, offset: pageParam, limit: PAGE })),
      infiniteQueryOptions: { initialPageParam: 0, getNextPageParam: nextOffset },
      providesTags: ['runs'],
    }),
  }),
});

export const { useRunPagesInfiniteQuery } = pagesApi;
