import { useCallback } from 'react';
import type { Series } from '#shared/contract/market.ts';
import { goTo, useRoute } from '../../app/routes/use-route.ts';
import { shownError } from '../../app/store/host-api.ts';
import { notify } from '../../ui/overlay/notify.ts';
import { useDeleteSeriesMutation, useRestoreSeriesMutation } from './queries.ts';

/** Deletes a series at once, and offers to take that back. */
export function useSeriesDeletion(): (series: Series) => Promise<void> {
  const route = useRoute();
  const [remove] = useDeleteSeriesMutation();
  const [restore] = useRestoreSeriesMutation();
  const shown = route?.place === 'data' ? route.series : null;
  return useCallback(
    async ({ id, symbol, timeframe }) => {
      const name = `${symbol} ${timeframe}`;
      // Left first: what is shown would be asked for once more.
      if (shown === id) goTo({ place: 'data', series: null });
      const { data, error } = await remove(id);
      if (data === undefined) {
        notifyError(`${name} was not deleted`, error);
        if (shown === id) goTo({ place: 'data', series: id });
        return;
      }
      const undo = async () => {
        const { data: restored, error: refusal } = await restore(data.deleted);
        if (restored === undefined) notifyError(`${name} did not come back`, refusal);
        else goTo({ place: 'data', series: restored.series });
      };
      notify({
        title: `${name} deleted`,
        body: 'Runs that used it keep their results.',
        action: { label: 'Undo', run: () => void undo() },
      });
    },
    [remove, restore, shown],
  );
}

function notifyError(title: string, error: unknown): void {
  const shown = shownError(error);
  notify({ title, body: [shown?.message, shown?.hint].filter(Boolean).join(' '), tone: 'error' });
}
