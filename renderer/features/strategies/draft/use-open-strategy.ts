import { useEffect, useSyncExternalStore } from 'react';
import type { ApiError } from '#shared/contract/errors.ts';
import type { StrategyDetail } from '#shared/contract/strategy.ts';
import { useShownError } from '../../../app/store/shown-error.ts';
import { useOpenStrategyQuery } from '../queries.ts';
import { desk } from './desk.ts';
import type { DraftSession, DraftState, Files } from './draft-session.ts';
import type { OpenStrategy } from './open-strategy.ts';

/** A strategy opened for writing, and what the host says of it; both null until it is there. */
export function useOpenStrategy(id: string): {
  strategy: OpenStrategy | null;
  detail: StrategyDetail | null;
  error: ApiError | null;
  retry: () => void;
} {
  const { currentData, error, refetch } = useOpenStrategyQuery(id);
  useEffect(() => {
    if (currentData !== undefined) desk.arrived(currentData);
  }, [currentData]);
  const strategy = useSyncExternalStore(desk.subscribe, () => desk.find(id));
  return { strategy, detail: currentData ?? null, error: useShownError(error), retry: () => void refetch() };
}

export function useDraftState(draft: DraftSession): DraftState {
  return useSyncExternalStore(
    (listener) => draft.subscribe(listener),
    () => draft.state,
  );
}

export function useDraftFiles(draft: DraftSession): Files {
  return useSyncExternalStore(
    (listener) => draft.subscribe(listener),
    () => draft.files,
  );
}
