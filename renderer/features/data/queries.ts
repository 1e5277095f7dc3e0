import type { Job } from '#shared/contract/job.ts';
import type { ImportPreview, ImportTerms, Series } from '#shared/contract/market.ts';
import { client } from '../../app/api/client.ts';
import { answerOf, hostApi } from '../../app/store/host-api.ts';
import { jobsAnswered, keepAnsweredJob } from '../../app/store/jobs-slice.ts';

export type SeriesDetail = Awaited<ReturnType<typeof client.market.detail>>;
export type Gap = SeriesDetail['gaps'][number];
export type Coverage = SeriesDetail['coverage'];

/** An uploaded file and how it is to be read. */
export interface ImportOrder {
  upload: string;
  options: ImportTerms;
}

const marketApi = hostApi.injectEndpoints({
  endpoints: (build) => ({
    seriesList: build.query<Series[], void>({
      queryFn: () => answerOf(client.market.list()),
      providesTags: ['market'],
    }),
    seriesDetail: build.query<SeriesDetail, string>({
      queryFn: (series) => answerOf(client.market.detail({ series })),
      providesTags: ['market', 'runs'],
    }),
    /** Only the answer to the last question is shown: earlier ones that come late are dropped. */
    importPreview: build.query<ImportPreview, ImportOrder>({
      queryFn: (order, { signal }) => answerOf(client.market.preview(order, { signal })),
      keepUnusedDataFor: 0,
    }),
    startImport: build.mutation<Job, ImportOrder>({
      queryFn: (order) => answerOf(client.market.import(order)),
      onQueryStarted: keepAnsweredJob,
    }),
    installSamples: build.mutation<Job[], void>({
      queryFn: () => answerOf(client.market.installSamples()),
      async onQueryStarted(_, { dispatch, queryFulfilled }) {
        const answer = await queryFulfilled.catch(() => null);
        if (answer !== null) dispatch(jobsAnswered(answer.data));
      },
    }),
    deleteSeries: build.mutation<{ deleted: number }, string>({
      queryFn: (series) => answerOf(client.market.delete({ series })),
      invalidatesTags: (answer) => (answer === undefined ? [] : ['market']),
    }),
    restoreSeries: build.mutation<{ series: string }, number>({
      queryFn: (deleted) => answerOf(client.market.restore({ deleted })),
      invalidatesTags: ['market'],
    }),
  }),
});

export const {
  useSeriesListQuery,
  useSeriesDetailQuery,
  useImportPreviewQuery,
  useStartImportMutation,
  useInstallSamplesMutation,
  useDeleteSeriesMutation,
  useRestoreSeriesMutation,
} = marketApi;
