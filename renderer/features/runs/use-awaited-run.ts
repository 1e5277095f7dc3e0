import { useEffect } from 'react';
import { goTo } from '../../app/routes/use-route.ts';
import { selectJob } from '../../app/store/jobs-slice.ts';
import { useAppSelector } from '../../app/store/store.ts';
import { awaitedArrived, newRunToggled } from './workspace-slice.ts';
import { dispatchWorkspace, useWorkspace } from './workspace-store.ts';

/** Opens the run that is waited for, once it is there. */
export function useAwaitedRun(): void {
  const awaited = useWorkspace((state) => state.awaited?.job ?? null);
  const result = useAppSelector((state) => (awaited === null ? null : (selectJob(state, awaited)?.result ?? null)));
  const run = result?.kind === 'run' ? result.run : null;
  useEffect(() => {
    if (run === null) return;
    dispatchWorkspace(awaitedArrived(run));
    dispatchWorkspace(newRunToggled(false));
    goTo({ place: 'runs', run });
  }, [run]);
}
