import { useSyncExternalStore } from 'react';

/** Height of the window, px at a text scale of 1. */
export function useWindowHeight(): number {
  return useSyncExternalStore(
    (listener) => {
      globalThis.addEventListener('resize', listener);
      return () => globalThis.removeEventListener('resize', listener);
    },
    () => globalThis.innerHeight,
  );
}
