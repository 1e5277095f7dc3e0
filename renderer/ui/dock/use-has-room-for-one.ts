import { useSyncExternalStore } from 'react';

/** What panels need to stand beside and above each other, rem. */
const LEAST_HEIGHT = 28;
const LEAST_WIDTH = 26;

/** True where an element has room for one panel only. With larger text that is so sooner. */
export function useHasRoomForOne(element: HTMLElement | null): boolean {
  return useSyncExternalStore(
    (listener) => {
      if (element === null) return () => {};
      const sizes = new ResizeObserver(listener);
      sizes.observe(element);
      return () => sizes.disconnect();
    },
    () => element !== null && isTight(element),
  );
}

function isTight({ clientWidth, clientHeight }: HTMLElement): boolean {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return clientWidth < LEAST_WIDTH * rem || clientHeight < LEAST_HEIGHT * rem;
}
