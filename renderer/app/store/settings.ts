import { type Settings, type SettingsChange, settingsSchema } from '#shared/contract/settings.ts';
import { client } from '../api/client.ts';
import { answerOf, hostApi } from './host-api.ts';

const DEFAULTS: Settings = settingsSchema.parse({});

const settingsApi = hostApi.injectEndpoints({
  endpoints: (build) => ({
    settings: build.query<Settings, void>({
      queryFn: () => answerOf(client.settings.get()),
      providesTags: ['settings'],
    }),
    changeSettings: build.mutation<Settings, SettingsChange>({
      queryFn: (change) => answerOf(client.settings.set(change)),
      async onQueryStarted(change, { dispatch, queryFulfilled }) {
        // Shown at once; taken back where the host refuses.
        const shown = dispatch(
          settingsApi.util.updateQueryData('settings', undefined, (settings) => ({ ...settings, ...change })),
        );
        await queryFulfilled.catch(shown.undo);
      },
    }),
  }),
});

export const { useSettingsQuery, useChangeSettingsMutation } = settingsApi;

/** The settings, as far as they are known: the defaults until the host has told. */
export function useSettings(): Settings {
  return useSettingsQuery().data ?? DEFAULTS;
}
