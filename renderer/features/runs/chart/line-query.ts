import { client } from '../../../app/api/client.ts';
import { answerOf, hostApi } from '../../../app/store/host-api.ts';

type RunLines = Awaited<ReturnType<typeof client.runs.lines>>;

const linesApi = hostApi.injectEndpoints({
  endpoints: (build) => ({
    runLines: build.query<RunLines, { run: string; symbol: string }>({
      queryFn: (which) => answerOf(client.runs.lines(which)),
    }),
  }),
});

export const { useRunLinesQuery } = linesApi;
