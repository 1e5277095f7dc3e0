import { client } from '../../../app/api/client.ts';
import { answerOf, hostApi } from '../../../app/store/host-api.ts';

type DataFolder = Awaited<ReturnType<typeof client.system.folder>>;

const folderApi = hostApi.injectEndpoints({
  endpoints: (build) => ({
    dataFolder: build.query<DataFolder, void>({
      queryFn: () => answerOf(client.system.folder()),
      providesTags: ['system'],
    }),
    removePreviousFolder: build.mutation<object, void>({
      queryFn: () => answerOf(client.system.removePreviousFolder()),
      invalidatesTags: ['system'],
    }),
    keepPreviousFolder: build.mutation<object, void>({
      queryFn: () => answerOf(client.system.keepPreviousFolder()),
      invalidatesTags: ['system'],
    }),
  }),
});

export const { useDataFolderQuery, useRemovePreviousFolderMutation, useKeepPreviousFolderMutation } = folderApi;
