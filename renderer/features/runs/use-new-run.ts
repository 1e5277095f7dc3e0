import { useCallback } from 'react';
import { goTo } from '../../app/routes/use-route.ts';
import { useAppDispatch } from '../../app/store/store.ts';
import { type NewRun, newRunOpened } from './workspace-slice.ts';

/** Goes to the runs workspace and asks there what to run, with what is known already filled in. */
export function useNewRun(): (known: NewRun) => void {
  const dispatch = useAppDispatch();
  return useCallback(
    (known) => {
      dispatch(newRunOpened(known));
      goTo({ place: 'runs', run: null });
    },
    [dispatch],
  );
}
