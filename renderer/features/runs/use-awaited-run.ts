import { useEffect } from 'react';
import { goTo, useRoute } from '../../app/routes/use-route.ts';
import { selectJob } from '../../app/store/jobs-slice.ts';
import { useAppDispatch, useAppSelector } from '../../app/store/store.ts';
import { notify } from '../../ui/overlay/notify.ts';
import { isWhereAwaited } from './awaited-place.ts';
import { useWorkspace } from './use-workspace.ts';
import { awaitedArrived, newRunClosed } from './workspace-slice.ts';

/** Opens the run that is waited for, once it is there; where one has gone elsewhere meanwhile, it is only told of. */
export function useAwaitedRun(): void {
  const dispatch = useAppDispatch();
  const route = useRoute();
  const awaited = useWorkspace((state) => state.awaited);
  const isNewRunOpen = useWorkspace((state) => state.newRun !== null);
  const result = useAppSelector((state) => (awaited === null ? null : (selectJob(state, awaited.job)?.result ?? null)));
  const run = result?.kind === 'run' ? result.run : null;
  useEffect(() => {
    if (awaited === null || run === null) return;
    const open = () => goTo({ place: 'runs', run });
    dispatch(awaitedArrived(run));
    if (awaited.of === null) dispatch(newRunClosed());
    if (isWhereAwaited(route, awaited, isNewRunOpen)) open();
    else notify({ id: `ready-${run}`, tone: 'ok', title: 'Run ready', action: { label: 'Open', run: open } });
  }, [dispatch, route, awaited, isNewRunOpen, run]);
}
