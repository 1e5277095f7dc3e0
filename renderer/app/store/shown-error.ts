import type { ApiError } from '#shared/contract/errors.ts';
import { isOutOfReach } from './connection-slice.ts';
import { shownError } from './host-api.ts';
import { useAppSelector } from './store.ts';

/** What a screen shows of the error of its query: nothing while the host is out of reach, which the window says once. */
export function useShownError(error: unknown): ApiError | null {
  const isAway = useAppSelector((state) => isOutOfReach(state.connection));
  return isAway ? null : shownError(error);
}
