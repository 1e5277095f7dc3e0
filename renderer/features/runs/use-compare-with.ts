import { useCallback } from 'react';
import { goTo } from '../../app/routes/use-route.ts';
import { useAppDispatch } from '../../app/store/store.ts';
import { useWorkspace } from './use-workspace.ts';
import { compareToggled } from './workspace-slice.ts';

/** Shows a run beside the one that is ticked with it; where there is none, it is ticked and waits for another. */
export function useCompareWith(): (run: string) => void {
  const dispatch = useAppDispatch();
  const compared = useWorkspace((state) => state.compared);
  return useCallback(
    (run) => {
      const [first, second] = compared.includes(run) ? compared : [run, ...compared];
      if (first !== undefined && second !== undefined) goTo({ place: 'compare', run: first, other: second });
      else if (!compared.includes(run)) dispatch(compareToggled(run));
    },
    [dispatch, compared],
  );
}
