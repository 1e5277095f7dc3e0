import { useSyncExternalStore } from 'react';
import { useSettings } from '../../store/settings.ts';

/** Where panels at both edges would leave the middle too little, px at a text scale of 1. */
const NARROW = 960;

function subscribe(listener: () => void): () => void {
  globalThis.addEventListener('resize', listener);
  return () => globalThis.removeEventListener('resize', listener);
}

/** True in a window that has no room for panels beside each other: a small one, or one with large text. */
export function useIsNarrow(): boolean {
  const width = useSyncExternalStore(subscribe, () => globalThis.innerWidth);
  const { textScale } = useSettings();
  return width < (NARROW * textScale) / 100;
}
