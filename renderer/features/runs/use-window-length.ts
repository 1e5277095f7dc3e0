import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  globalThis.addEventListener('resize', listener);
  return () => globalThis.removeEventListener('resize', listener);
}

/** Width or height of the window, px. */
export function useWindowLength(side: 'innerWidth' | 'innerHeight'): number {
  return useSyncExternalStore(subscribe, () => globalThis[side]);
}
