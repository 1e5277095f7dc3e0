import { useEffect } from 'react';
import { goTo } from '../../app/routes/use-route.ts';
import { selectJob } from '../../app/store/jobs-slice.ts';
import { useAppDispatch, useAppSelector } from '../../app/store/store.ts';
import { useWorkspace } from './use-workspace.ts';
import { awaitedArrived, newRunClosed } from './workspace-slice.ts';

/** Opens the run that is waited for, once it is there. */
export function useAwaitedRun(): void {
  const dispatch = useAppDispatch();
  const awaited = useWorkspace((state) => state.awaited?.job ?? null);
  const result = useAppSelector((state) => (awaited === null ? null : (selectJob(state, awaited)?.result ?? null)));
  const run = result?.kind === 'run' ? result.run : null;
  useEffect(() => {
    if (run === null) return;
    dispatch(awaitedArrived(run));
    dispatch(newRunClosed());
    goTo({ place: 'runs', run });
  }, [dispatch, run]);
}
