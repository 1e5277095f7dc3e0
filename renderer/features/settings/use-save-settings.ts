import { useCallback } from 'react';
import type { SettingsChange } from '#shared/contract/settings.ts';
import { shownError } from '../../app/store/host-api.ts';
import { useChangeSettingsMutation } from '../../app/store/settings.ts';
import { notify } from '../../ui/overlay/notify.ts';

/** Saves settings at once, and says so where the host refuses. */
export function useSaveSettings(): (change: SettingsChange) => void {
  const [save] = useChangeSettingsMutation();
  return useCallback(
    async (change) => {
      const failure = shownError((await save(change)).error);
      if (failure === null) return;
      const body = [failure.message, failure.hint].filter(Boolean).join(' ');
      notify({ id: 'settings', title: 'The setting was not saved', body, tone: 'error' });
    },
    [save],
  );
}
