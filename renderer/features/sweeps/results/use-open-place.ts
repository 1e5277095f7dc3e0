import { useCallback, useEffect, useState } from 'react';
import { goTo } from '../../../app/routes/use-route.ts';
import { shownError } from '../../../app/store/host-api.ts';
import { isOver, selectJob } from '../../../app/store/jobs-slice.ts';
import { useAppSelector } from '../../../app/store/store.ts';
import { notify } from '../../../ui/overlay/notify.ts';
import { useOpenPlaceMutation } from '../queries.ts';

/** Runs a place of a sweep as an ordinary run, and goes to that run once it is there. */
export function useOpenPlace(sweep: string): { open: (place: number) => void; opening: boolean } {
  const [ask, { isLoading }] = useOpenPlaceMutation();
  const [awaited, setAwaited] = useState<string | null>(null);
  const job = useAppSelector((state) => (awaited === null ? undefined : selectJob(state, awaited)));
  const isEnded = job !== undefined && isOver(job);
  const run = job?.result?.kind === 'run' ? job.result.run : null;
  const open = useCallback(
    async (place: number) => {
      const { data, error } = await ask({ sweep, place });
      if (data !== undefined) setAwaited(data.id);
      if (error !== undefined) notify({ tone: 'error', title: 'Can’t run it', body: shownError(error)?.message ?? '' });
    },
    [ask, sweep],
  );
  useEffect(() => {
    if (run !== null) goTo({ place: 'runs', run });
  }, [run]);
  useEffect(() => {
    if (job?.error != null) notify({ tone: 'error', title: 'The run failed', body: job.error.message });
  }, [job?.error]);
  return { open: (place) => void open(place), opening: isLoading || (awaited !== null && !isEnded) };
}
