import { client } from '../api/client.ts';
import { answerOf, hostApi } from './host-api.ts';

const systemApi = hostApi.injectEndpoints({
  endpoints: (build) => ({
    system: build.query<Awaited<ReturnType<typeof client.system.info>>, void>({
      queryFn: () => answerOf(client.system.info()),
      providesTags: ['system'],
    }),
    disk: build.query<Awaited<ReturnType<typeof client.system.disk>>, void>({
      queryFn: () => answerOf(client.system.disk()),
      providesTags: ['system', 'market', 'runs'],
    }),
    compact: build.mutation<Awaited<ReturnType<typeof client.system.compact>>, void>({
      queryFn: () => answerOf(client.system.compact()),
      invalidatesTags: ['system'],
    }),
  }),
});

export const { useSystemQuery, useDiskQuery, useCompactMutation } = systemApi;
