import { useCallback } from 'react';
import { goTo } from '../../app/routes/use-route.ts';
import { useAppDispatch } from '../../app/store/store.ts';
import { newSweepOpened } from './sweeps-slice.ts';

/** Goes to the Optimise workspace and asks there how to sweep the parameters of a run. */
export function useNewSweep(): (run: string) => void {
  const dispatch = useAppDispatch();
  return useCallback(
    (run) => {
      dispatch(newSweepOpened(run));
      goTo({ place: 'sweeps', sweep: null });
    },
    [dispatch],
  );
}
